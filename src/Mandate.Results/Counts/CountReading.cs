using Mandate.Laws;
using Mandate.Results.Entries;
using Mandate.Results.Running;
using Mandate.Results.Screening;

namespace Mandate.Results.Counts;

/// <content>Reading protocols without taking them in, and looking at those that count.</content>
public sealed partial class Count
{
    /// <summary>Reads a file of protocols, columns by the form's own names, as cells to be keyed.</summary>
    /// <returns>The protocols in the order of the file, or null with every fault.</returns>
    public (IReadOnlyList<(string Unit, IReadOnlyList<KeyedCell> Cells)>? Protocols, Findings Faults) ReadEntries(string path)
    {
        var sheet = new Sheet(this);
        var (report, faults) = ProtocolCheck.File(path, new CheckOptions(Form, null, Definition.Variant, 0) { Layout = Layout, Sink = sheet });
        return (report is null ? null : sheet.Protocols, faults);
    }

    /// <summary>The counted protocols as the screens look at them.</summary>
    public ScreenTable Screened()
    {
        lock (gate)
        {
            var here = Enumerable.Range(0, Units.Units.Count).Where(u => Units.Reports(u) && final.Version(u) > 0).ToList();
            var cells = new long[(long)here.Count * Layout.Width];
            for (var i = 0; i < here.Count; i++)
            {
                final.Read(here[i], cells.AsSpan(i * Layout.Width, Layout.Width));
            }

            return new ScreenTable(Form, Definition.Variant, Layout, [.. here.Select(u => Units.Units[u].Id)], [.. here.Select(u => Units.Units[u].Parent ?? string.Empty)], cells);
        }
    }

    private sealed class Sheet(Count count) : IProtocolSink
    {
        public List<(string, IReadOnlyList<KeyedCell>)> Protocols { get; } = [];

        public int Units => count.Units.Units.Count;

        public int Find(ReadOnlySpan<char> name)
        {
            var unit = count.Units.Find(name);
            return unit >= 0 && count.Units.Reports(unit) ? unit : -1;
        }

        public void Take(int unit, int row, ReadOnlySpan<long> figures, Failing state, ReadOnlySpan<CheckOutcome> outcomes)
        {
            var cells = new List<KeyedCell>(figures.Length);
            for (var i = 0; i < figures.Length; i++)
            {
                cells.Add(new KeyedCell(count.EntryContext.Cells[i], figures[i] < 0 ? string.Empty : figures[i].ToString(System.Globalization.CultureInfo.InvariantCulture)));
            }

            Protocols.Add((count.Units.Units[unit].Id, cells));
        }
    }
}
