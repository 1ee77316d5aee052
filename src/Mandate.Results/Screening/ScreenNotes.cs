namespace Mandate.Results.Screening;

/// <summary>Findings as the screens make them; past the limit of a screen they are only counted.</summary>
internal sealed class ScreenNotes(ScreenTable table, int most)
{
    private const int MostUnits = 20;
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly List<ScreenFinding> findings = [];

    public void Add(string code, IReadOnlyList<int> units, IReadOnlyList<ScreenFigure> figures, string found, string expected, string limit, IReadOnlyList<Reading>? readings = null)
    {
        var count = counts[code] = counts.GetValueOrDefault(code) + 1;
        if (count <= most)
        {
            findings.Add(new ScreenFinding(Screen.Coded(code), [.. units.Take(MostUnits).Select(u => table.Units[u])], figures, found, expected, limit, readings ?? []) { First = units[0] });
        }
    }

    /// <summary>By code, then unit; findings of one screen and unit keep their order.</summary>
    public IReadOnlyList<ScreenFinding> All() => [.. findings.OrderBy(f => f.Code, StringComparer.Ordinal).ThenBy(f => f.First)];

    public IReadOnlyList<ScreenTally> Tallies(bool lists, bool before) =>
    [
        .. Screen.All.Select(s => new ScreenTally(s, s.Code is "D.01" or "D.03" or "D.04" || (s.Code is "D.08" or "D.09" ? before : lists), counts.GetValueOrDefault(s.Code))),
    ];
}
