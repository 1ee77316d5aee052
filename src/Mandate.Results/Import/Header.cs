using System.Text;
using Mandate.Laws;

namespace Mandate.Results.Import;

/// <summary>The column names of a file, and how it has to be read to see them.</summary>
/// <param name="Columns">The names, with runs of white space made one space.</param>
/// <param name="Encoding">The encoding's name.</param>
/// <param name="Delimiter">The letter between fields.</param>
internal sealed record Header(IReadOnlyList<string> Columns, string Encoding, char Delimiter)
{
    private (int Row, int Column, string Found, string Expected)? Fault { get; init; }

    private static readonly char[] Delimiters = [',', ';', '\t', '|'];

    /// <summary>Finds the encoding and delimiter under which the header has the columns that are wanted.</summary>
    /// <param name="scan">The first look at the file.</param>
    /// <param name="format">What the mapping says.</param>
    /// <param name="wanted">Columns that must be there.</param>
    /// <param name="shown">The file's name for people.</param>
    /// <param name="findings">Receives every column that is missing.</param>
    public static Header? Of(ByteScan scan, FileFormat format, IReadOnlyList<string> wanted, string shown, Findings findings)
    {
        var sure = scan.Mark ? scan.Encoding : format.Encoding ?? scan.Encoding;
        if (sure is null && wanted.All(w => Ascii.IsValid(w)))
        {
            findings.Add(new Finding(shown, 0, 0, "bytes that are not UTF-8", "UTF-8, or 'encoding' in the mapping: the names of its columns do not tell which older one it is"));
            return null;
        }

        Header? best = null;
        Header? faulty = null;
        var most = -1;
        foreach (var encoding in sure is null ? Encodings.Older : [sure])
        {
            foreach (var delimiter in format.Delimiter is { } known ? [known] : Delimiters)
            {
                var header = Read(scan, encoding, delimiter, format.HeaderRow);
                faulty ??= header.Fault is null ? null : header;
                var there = wanted.Count(w => header.Find(w) >= 0);
                if (there > most || (there == most && header.Columns.Count > best!.Columns.Count))
                {
                    (best, most) = (header, there);
                }
            }
        }

        // A row that one delimiter cuts into too much, and every other one not at all, is cut by that one.
        best = most == 0 && best!.Columns.Count <= 1 ? faulty ?? best : best;
        if (best!.Fault is var (row, column, found, expected))
        {
            findings.Add(new Finding(shown, row, column, found, expected));
            return null;
        }

        if (best.Columns.Count == 0)
        {
            findings.Add(new Finding(shown, format.HeaderRow, 1, "no row of column names", "a row of column names"));
            return null;
        }

        foreach (var name in wanted.Distinct())
        {
            var times = best.Columns.Count(c => c == Plain(name));
            if (best.Find(name) < 0)
            {
                findings.Add(new Finding(shown, format.HeaderRow, 1, $"no column '{name}'", "the columns that the mapping names; the header has " + List(best.Columns)));
            }
            else if (times > 1)
            {
                findings.Add(new Finding(shown, format.HeaderRow, best.Find(name) + 1, $"{times} columns '{Shown.Cut(name)}'", "# and the number of the column in the mapping"));
            }
        }

        return findings.IsEmpty ? best : null;
    }

    /// <summary>The place of a column that a mapping names, 0 for the first; -1 where there is none.</summary>
    public int Find(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] == Plain(column))
            {
                return i;
            }
        }

        return column.StartsWith('#') && int.TryParse(column.AsSpan(1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= Columns.Count ? number - 1 : -1;
    }

    private static string List(IReadOnlyList<string> columns) =>
        string.Join(", ", columns.Take(12).Select(c => $"'{Shown.Cut(c)}'")) + (columns.Count > 12 ? $" and {columns.Count - 12} more" : string.Empty);

    private static Header Read(ByteScan scan, string encoding, char delimiter, int row)
    {
        // Letters cut off at the end of the head must not matter here, so this reading replaces what it cannot read.
        var lenient = (Encoding)Encodings.Find(encoding)!.Clone();
        lenient.DecoderFallback = DecoderFallback.ReplacementFallback;
        var csv = new WideCsv(new StreamReader(new MemoryStream(scan.Head), lenient, detectEncodingFromByteOrderMarks: false), delimiter);
        while (csv.Read())
        {
            if (csv.Row == row)
            {
                return new Header([.. Enumerable.Range(0, csv.Count).Select(i => Plain(csv[i].ToString()))], encoding, delimiter);
            }
        }

        return new Header([], encoding, delimiter) { Fault = csv.Fault };
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
