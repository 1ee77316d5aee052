using System.Globalization;
using System.Text;
using Mandate.Laws;
using Mandate.Results.Import;

namespace Mandate.Results.Units;

/// <summary>Units as CSV in UTF-8: <c>unit,parent,kind,name</c>, one row a unit; the parent is empty at the top.</summary>
public static class UnitCsv
{
    private static readonly string[] Columns = ["unit", "parent", "kind", "name"];

    /// <summary>Reads units.</summary>
    /// <param name="stream">The file's bytes.</param>
    /// <param name="shown">Its name for people.</param>
    /// <param name="findings">Receives every fault with row and column.</param>
    /// <returns>The tree, or null after noting faults.</returns>
    public static UnitTree? Read(Stream stream, string shown, Findings findings) => Read(stream, shown, findings, UnitTree.Most);

    internal static UnitTree? Read(Stream stream, string shown, Findings findings, int most)
    {
        var units = new List<(Unit, int)>();
        try
        {
            using var text = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: true), leaveOpen: true);
            Rows(new WideCsv(text, ','), units, most, shown, findings);
        }
        catch (DecoderFallbackException)
        {
            findings.Add(new Finding(shown, 0, 0, "bytes that are not UTF-8", "a file in UTF-8"));
        }

        return findings.IsEmpty ? UnitTree.Build(units, shown, findings) : null;
    }

    /// <summary>Writes units; reading them gives the same tree.</summary>
    public static void Write(UnitTree tree, TextWriter to)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(to);
        to.Write("unit,parent,kind,name\n");
        foreach (var unit in tree.Units)
        {
            to.Write($"{Cell(unit.Id)},{Cell(unit.Parent ?? string.Empty)},{Cell(unit.Kind)},{Cell(unit.Name)}\n");
        }
    }

    private static void Rows(WideCsv csv, List<(Unit, int)> units, int most, string shown, Findings findings)
    {
        if (!csv.Read() || csv.Count != Columns.Length || !Enumerable.Range(0, Columns.Length).All(c => csv[c].Trim().SequenceEqual(Columns[c])))
        {
            findings.Add(new Finding(shown, 1, 1, "another header", string.Join(',', Columns)));
            return;
        }

        while (csv.Read())
        {
            if (csv.Count != Columns.Length)
            {
                findings.Add(new Finding(shown, csv.Row, Math.Min(csv.Count, Columns.Length), $"{csv.Count} fields", $"{Columns.Length}, as in the header"));
                continue;
            }

            var kind = csv[2].Trim().ToString();
            if (kind.Length is 0 or > 40)
            {
                findings.Add(new Finding(shown, csv.Row, 3, $"the kind '{Shown.Cut(kind)}'", "region, district, precinct, special, mobile, abroad, electronic or another short word"));
            }

            var parent = csv[1].ToString();
            units.Add((new Unit(csv[0].ToString(), parent.Length == 0 ? null : parent, string.Intern(kind), csv[3].ToString()), csv.Row));
            if (units.Count > most)
            {
                findings.Add(new Finding(shown, csv.Row, 1, string.Create(CultureInfo.InvariantCulture, $"more than {most} units"), "fewer units"));
                return;
            }
        }

        if (csv.Fault is var (row, column, found, expected))
        {
            findings.Add(new Finding(shown, row, column, found, expected));
        }
    }

    private static string Cell(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
