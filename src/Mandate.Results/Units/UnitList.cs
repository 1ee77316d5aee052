using System.Globalization;
using Mandate.Laws;
using Mandate.Results.Import;

namespace Mandate.Results.Units;

/// <summary>Units of a stranger's file as they are met, each with its place.</summary>
internal sealed class UnitList(string shown, Findings findings, UnitLimits limits)
{
    private readonly List<(Unit Unit, int Row)> units = [];
    private readonly List<int> columns = [];

    public int Count => units.Count;

    /// <summary>Keeps a unit; past the limit reading ends.</summary>
    /// <returns>Its number in this list.</returns>
    public int Add(Unit unit, int line, int column)
    {
        Room(units.Count);
        units.Add((unit, line));
        columns.Add(column);
        return units.Count - 1;
    }

    /// <summary>Ends reading where there are as many as there may be.</summary>
    public void Room(int count)
    {
        if (count >= limits.Units)
        {
            throw new LimitException(string.Create(CultureInfo.InvariantCulture, $"more than {limits.Units} units"), "fewer units");
        }
    }

    public Unit this[int unit] => units[unit].Unit;

    public (int Line, int Column) Place(int unit) => (units[unit].Row, columns[unit]);

    /// <summary>Gives a unit the name that stands behind its beginning.</summary>
    public void Name(int unit, string name) => units[unit] = (units[unit].Unit with { Name = Plain(name) }, units[unit].Row);

    public void Fault(int line, int column, string found, string expected) => findings.Add(new Finding(shown, line, column, found, expected));

    /// <summary>A name on one line with single blanks.</summary>
    public static string Plain(string text) => Shown.Clean(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    public UnitTree? Tree() => findings.IsEmpty ? UnitTree.Build(units, shown, findings, columns) : null;
}
