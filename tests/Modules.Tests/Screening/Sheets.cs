using Mandate.Results;
using Mandate.Results.Running;
using Mandate.Results.Screening;

namespace Mandate.Modules.Tests.Screening;

/// <summary>A table of protocols on the form of Israel: registered, voters, invalid, valid and votes by list, of which two relations are equations.</summary>
internal sealed class Sheets
{
    private static readonly Form Precinct = new FormCatalogue(Repository.Root).Form("il-precinct").Form!;
    private readonly List<string> units = [];
    private readonly List<string> parents = [];
    private readonly List<long[]> rows = [];
    private readonly Layout layout;

    public Sheets(int lists) => layout = new Layout(Precinct.Figures, [.. Enumerable.Range(0, lists).Select(l => $"l{l}")]);

    public int Count => rows.Count;

    public Layout Layout => layout;

    /// <summary>A protocol's cells: registered, voters, invalid, valid, votes.</summary>
    public long[] this[int unit] => rows[unit];

    public string Name(int unit) => units[unit];

    /// <summary>Adds a protocol that adds up.</summary>
    public int Add(string parent, long registered, long invalid, params long[] votes)
    {
        votes.Length.ShouldBe(layout.Lists.Count);
        units.Add($"{parent}/{rows.Count}");
        parents.Add(parent);
        rows.Add([registered, invalid + votes.Sum(), invalid, votes.Sum(), .. votes, .. new long[layout.Width - layout.RawWidth]]);
        return rows.Count - 1;
    }

    /// <summary>Gives a list other votes and adds up again.</summary>
    public void Vote(int unit, int list, long votes)
    {
        var row = rows[unit];
        row[4 + list] = votes;
        row[3] = row.AsSpan(4, layout.Lists.Count).ToArray().Sum();
        row[1] = row[2] + row[3];
    }

    public ScreenTable Table() => new(Precinct, null, layout, [.. units], [.. parents], [.. rows.SelectMany(r => r)]);

    public Sheets Copy()
    {
        var copy = new Sheets(layout.Lists.Count);
        copy.units.AddRange(units);
        copy.parents.AddRange(parents);
        copy.rows.AddRange(rows.Select(r => (long[])r.Clone()));
        return copy;
    }

    /// <summary>Twelve stations of one district that vote alike: about 100, 300, 60, 40, 200 of 900.</summary>
    public static Sheets District()
    {
        var sheets = new Sheets(5);
        for (var i = 0; i < 12; i++)
        {
            sheets.Add("d", 900, 10 + (i % 3), 100 + i, 300 - (2 * i), 60 + (i % 4), 40 + (i % 5), 200 + (3 * i));
        }

        return sheets;
    }

    /// <summary>Findings in one line each: code, units, figures, readings.</summary>
    public static string[] Lines(ScreenReport report) => [.. report.Findings.Select(f => $"{f.Code} {string.Join('+', f.Units)} {string.Join(' ', f.Readings.Select(r => string.Join('&', r.Changes.Select(c => $"{c.Figure}{(c.List is null ? "" : ":" + c.List)}={c.Written}?{c.Perhaps}"))))}".TrimEnd())];
}
