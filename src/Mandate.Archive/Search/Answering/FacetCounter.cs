using Mandate.Archive.Search.Indexing;

namespace Mandate.Archive.Search.Answering;

/// <summary>Counts the values of the facets from the pages counted by row.</summary>
/// <remarks>
/// The counts of a field leave out what was chosen in that field itself, so that a reader sees what another choice
/// would give, and can choose several.
/// </remarks>
internal sealed class FacetCounter(Snapshot snapshot, Tally tally, Sight sight, SearchRequest request)
{
    private const int MostValues = 100;

    public IReadOnlyList<Facet> Count()
    {
        var all = new Counts(snapshot.Rows);
        all.Add(tally.RowPages);
        var chosen = sight.ChosenFields;
        var facets = new List<Facet>();
        foreach (var field in FacetFields.All)
        {
            var at = chosen.ToList().IndexOf(field);
            var counts = all;
            if (at >= 0)
            {
                counts = new Counts(snapshot.Rows);
                counts.Add(tally.RowPages);
                counts.Add(tally.RowPagesBeside(at + 1));
            }

            facets.Add(new Facet(field, Values(field, counts, at >= 0 ? request.Chosen![field] : [])));
        }

        return facets;
    }

    private List<FacetValue> Values(string field, Counts counts, IReadOnlyList<string> chosen)
    {
        var values = new List<FacetValue>();
        var names = snapshot.Rows.Values;
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i].Field == field && counts.Pages[i] > 0)
            {
                values.Add(new FacetValue(names[i].Value, counts.Sections[i], counts.Pages[i], chosen.Contains(names[i].Value)));
            }
        }

        // A value that was chosen stays in sight, though nothing has it now.
        values.AddRange(chosen.Where(c => !values.Exists(v => v.Value == c)).Distinct().Select(c => new FacetValue(c, 0, 0, true)));
        values.Sort((a, b) => field == FacetFields.Year || a.Sections == b.Sections
            ? string.CompareOrdinal(a.Value, b.Value) * (field == FacetFields.Year ? -1 : 1)
            : b.Sections.CompareTo(a.Sections));
        return values.Count <= MostValues ? values : [.. values.Where((v, i) => i < MostValues || v.IsChosen)];
    }

    /// <summary>Pages and sections by value.</summary>
    private sealed class Counts(RowTable.View view)
    {
        // Most sections are one row; a section whose pages differ in language, say, is several, and counts once for each value.
        private readonly HashSet<(int Group, int Value)> _counted = [];

        public int[] Pages { get; } = new int[view.Values.Length];

        public int[] Sections { get; } = new int[view.Values.Length];

        public void Add(ReadOnlySpan<int> rowPages)
        {
            for (var row = 0; row < rowPages.Length; row++)
            {
                var pages = rowPages[row];
                if (pages == 0)
                {
                    continue;
                }

                var group = view.GroupOf[row];
                var isOne = view.RowsOf(group) == 1;
                foreach (var value in view.ValuesOf(row))
                {
                    Pages[value] += pages;
                    Sections[value] += isOne || _counted.Add((group, value)) ? 1 : 0;
                }
            }
        }
    }
}
