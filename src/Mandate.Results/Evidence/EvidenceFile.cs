using System.Globalization;
using Mandate.Laws;
using Mandate.Laws.Reading;

namespace Mandate.Results.Evidence;

/// <summary>Reads an election's <c>evidence.csv</c> (blueprint 4.4): <c>contest,unit,figure,list,handle,page,sha256</c>.</summary>
internal static class EvidenceFile
{
    private const string Name = "evidence.csv";

    /// <summary>The rows of an election's folder; none where it has no such file.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="shown">Its name in findings.</param>
    /// <param name="election">What the folder holds.</param>
    /// <param name="findings">Receives every fault.</param>
    public static IReadOnlyList<EvidenceRow> Read(string folder, string shown, Election election, Findings findings)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            return [];
        }

        var values = Values(folder, shown);
        var rows = new List<EvidenceRow>();
        var seen = new HashSet<(string, string, string, string, string, int?)>();
        foreach (var row in CsvFile.Read(path, null, $"{shown}/{Name}", ["contest", "unit", "figure", "list", "handle", "page", "sha256"], [], findings))
        {
            string contest = row["contest"].Trim(), unit = row["unit"].Trim(), figure = row["figure"].Trim(), list = row["list"].Trim(), handle = row["handle"].Trim(), sha256 = row["sha256"].Trim();
            var before = findings.All.Count + findings.More;
            if (figure.Length > 0 == list.Length > 0)
            {
                row.Fault("figure", $"figure '{figure}' and list '{list}'", "one of the two: a figure such as valid, or the list whose votes are meant");
            }

            if (!values.TryGetValue((contest, unit, figure.Length > 0 ? figure : list, figure.Length > 0), out var value))
            {
                row.Fault(figure.Length > 0 ? "figure" : "list", $"contest '{contest}', unit '{unit}', {(figure.Length > 0 ? "figure " + figure : "list " + list)}", $"a row of {(figure.Length > 0 ? "figures.csv" : "votes.csv")} that it proves");
            }

            if (!IsHandle(handle))
            {
                row.Fault("handle", $"'{handle}'", "a handle such as crs/in11581");
            }

            int? page = null;
            if (row["page"].Trim() is { Length: > 0 } text)
            {
                if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
                {
                    page = number;
                }
                else
                {
                    row.Fault("page", $"'{text}'", "the page's id, from 1, or an empty cell for the whole document");
                }
            }

            if (sha256.Length > 0 && !(sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower)))
            {
                row.Fault("sha256", $"'{sha256}'", "64 small hexadecimal digits, the hash of the original file, or an empty cell");
            }

            if (!seen.Add((contest, unit, figure, list, handle, page)))
            {
                row.Fault("handle", $"a second row for the same figure and page {handle}", "one row each");
            }

            if (findings.All.Count + findings.More == before)
            {
                rows.Add(new EvidenceRow(
                    election.Id, election.Title, election.Synthetic, contest, unit, election.Units.GetValueOrDefault(unit), figure.Length > 0 ? figure : null, list.Length > 0 ? list : null,
                    election.Lists.FirstOrDefault(l => l.Id == list)?.Name, value, handle, page, sha256.Length > 0 ? sha256 : null));
            }
        }

        return rows;
    }

    /// <summary>What the election's own files say, by contest, unit and figure or list; faults in them are told where they are read for their own sake.</summary>
    private static Dictionary<(string Contest, string Unit, string Name, bool IsFigure), long?> Values(string folder, string shown)
    {
        var values = new Dictionary<(string, string, string, bool), long?>();
        foreach (var (file, column, number, isFigure) in (ReadOnlySpan<(string, string, string, bool)>)[("votes.csv", "list", "votes", false), ("figures.csv", "figure", "value", true)])
        {
            var path = Path.Combine(folder, file);
            string[] columns = isFigure ? ["contest", "unit", column, number] : ["contest", "unit", column, "candidate", number];
            foreach (var row in File.Exists(path) ? CsvFile.Read(path, null, $"{shown}/{file}", columns, ["source"], new Findings()) : [])
            {
                if (isFigure || row["candidate"].Trim().Length == 0)
                {
                    values.TryAdd((row["contest"].Trim(), row["unit"].Trim(), row[column].Trim(), isFigure), row.Count(number));
                }
            }
        }

        return values;
    }

    /// <summary>A handle's form; the archive alone knows whether there is such a document.</summary>
    private static bool IsHandle(string text) => text.Split('/') is [var collection, var item]
        && new[] { collection, item }.All(part => part.Length is > 0 and <= 64 && part.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '_' or '-') && char.IsAsciiLetterOrDigit(part[0]));
}
