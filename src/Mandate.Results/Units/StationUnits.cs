using Mandate.Laws;
using Mandate.Results.Running;

namespace Mandate.Results.Units;

/// <summary>Makes the tree of units from a file of protocols, whose columns name each station's region, district and so on.</summary>
public static class StationUnits
{
    /// <summary>Id of the unit above all others.</summary>
    public const string Root = "nation";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file of protocols.</param>
    /// <param name="form">The form of its protocols.</param>
    /// <param name="mapping">Which columns name a unit; the last of them names the station.</param>
    /// <param name="kinds">A kind for each of these columns, the widest first; the last one's is <c>precinct</c> where there are fewer.</param>
    /// <returns>The tree, or null with every fault.</returns>
    public static (UnitTree? Units, Findings Faults) Read(string path, Form form, Mapping? mapping, IReadOnlyList<string> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        var names = new Names();
        var (report, faults) = ProtocolCheck.File(path, new CheckOptions(form, mapping, null, 0) { Sink = names });
        return report is null ? (null, faults) : (UnitTree.Build(names.Tree(kinds, mapping?.Unit.Columns.Count ?? 1), path, faults), faults);
    }

    private sealed class Names : IProtocolSink
    {
        private readonly List<string> stations = [];

        public int Units => 0;

        public int Find(ReadOnlySpan<char> name)
        {
            stations.Add(name.ToString());
            return stations.Count - 1;
        }

        public void Take(int unit, int row, ReadOnlySpan<long> figures, Failing state, ReadOnlySpan<CheckOutcome> outcomes)
        {
        }

        public List<(Unit, int)> Tree(IReadOnlyList<string> kinds, int levels)
        {
            var units = new List<(Unit, int)> { (new Unit(Root, null, "country", Root), 1) };
            var known = new HashSet<string>(StringComparer.Ordinal) { Root };
            for (var s = 0; s < stations.Count; s++)
            {
                var parent = Root;
                var parts = stations[s].Split('/', levels);
                for (var level = 0; level < parts.Length; level++)
                {
                    var id = level == 0 ? parts[0] : $"{parent}/{parts[level]}";
                    if (known.Add(id))
                    {
                        var kind = level < kinds.Count ? kinds[level] : level == levels - 1 ? "precinct" : "district";
                        units.Add((new Unit(id, parent, kind, parts[level].Length == 0 ? "–" : parts[level]), s + 2));
                    }

                    parent = id;
                }
            }

            return units;
        }
    }
}
