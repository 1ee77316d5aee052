using Mandate.Electoral;
using Mandate.Laws.Reading;

namespace Mandate.Laws;

/// <summary>Reads a CSV of lists and votes for one allocation.</summary>
public static class ClaimFile
{
    private static readonly string[] Required = ["list", "votes"];
    private static readonly string[] Optional = ["held", "minimum", "maximum"];

    /// <summary>Reads a file.</summary>
    /// <returns>The claims, or every finding.</returns>
    public static (IReadOnlyList<Claim> Claims, Findings Findings) Read(string path)
    {
        var findings = new Findings();
        return (Claims(CsvFile.Read(path, null, path, Required, Optional, findings), path, findings), findings);
    }

    /// <summary>Reads a text.</summary>
    /// <returns>The claims, or every finding.</returns>
    public static (IReadOnlyList<Claim> Claims, Findings Findings) Parse(string text, string shown)
    {
        var findings = new Findings();
        return (Claims(CsvFile.Read(null, text, shown, Required, Optional, findings), shown, findings), findings);
    }

    private static List<Claim> Claims(IReadOnlyList<CsvFile.Row> rows, string shown, Findings findings)
    {
        var claims = new List<Claim>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var list = row.Required("list");
            if (row.Required("votes") is null || row.Count("votes") is not { } votes || list is null)
            {
                continue;
            }

            if (!named.Add(list))
            {
                row.Fault("list", $"a second row for '{list}'", "one row a list");
                continue;
            }

            int held = Seats(row, "held") ?? 0, least = Seats(row, "minimum") ?? 0;
            var most = Seats(row, "maximum");
            if (most < Math.Max(held, least))
            {
                row.Fault("maximum", $"{most}", $"at least {Math.Max(held, least)}, which the list has in any case");
            }

            claims.Add(new Claim(list, new VoteCount(votes)) { Held = new SeatCount(held), Minimum = new SeatCount(least), Maximum = most is { } m ? new SeatCount(m) : null });
        }

        if (claims.Count == 0 && findings.IsEmpty)
        {
            findings.Add(new Finding(shown, 1, 1, "no list", "at least one row below the header list,votes"));
        }

        return claims;
    }

    private static int? Seats(CsvFile.Row row, string column)
    {
        if (row.Count(column) is not { } number)
        {
            return null;
        }

        if (number <= Apportionment.LargestHouse)
        {
            return (int)number;
        }

        row.Fault(column, $"{number}", $"at most {Apportionment.LargestHouse} seats");
        return null;
    }
}
