namespace Mandate.Archive.Intake;

/// <summary>A section of a document, as its table of contents has it.</summary>
/// <param name="Section">Its id in the document.</param>
/// <param name="Parent">Id of the section it is part of; null at the top.</param>
/// <param name="Kind">Its kind, such as <c>article</c>; null where unknown.</param>
/// <param name="Title">Its title; null where it has none.</param>
/// <param name="Authors">Its authors, in order; empty where unknown.</param>
/// <param name="FirstPage">Position of its first page in the document, from 1.</param>
/// <param name="LastPage">Position of its last page; null where unknown.</param>
/// <param name="Label">The label printed on its first page; null where unknown.</param>
internal sealed record SectionFacts(string Section, string? Parent, string? Kind, string? Title, IReadOnlyList<PersonName> Authors, int FirstPage, int? LastPage, string? Label);

/// <summary>Reads the sections of one document from a sheet, in the order of its pages.</summary>
internal static class ContentsSheet
{
    private static readonly string[] Required = ["section", "first_page"];
    private static readonly string[] Optional = ["parent", "kind", "title", "authors", "last_page", "label"];

    /// <summary>Reads every row; none are given where there is any fault.</summary>
    /// <param name="path">The table's file.</param>
    /// <param name="shown">Its name for people.</param>
    /// <param name="pages">How many pages the document has; null where that is not known yet.</param>
    /// <param name="limits">How large the table may be.</param>
    /// <param name="faults">Receives faults.</param>
    public static IReadOnlyList<SectionFacts> Read(string path, string shown, int? pages, IntakeLimits limits, ArchiveFaults faults)
    {
        var before = faults.Count;
        var read = new List<(SheetRow Row, SectionFacts Facts)>();
        var byId = new Dictionary<string, (SheetRow Row, SectionFacts Facts)>(StringComparer.Ordinal);
        foreach (var row in Sheet.Read(path, shown, Required, Optional, limits, faults))
        {
            if (Of(row, pages) is not { } facts)
            {
                continue;
            }

            if (byId.TryAdd(facts.Section, (row, facts)))
            {
                read.Add((row, facts));
            }
            else
            {
                row.Fault("section", $"'{facts.Section}' again", $"each section once; it stands in line {byId[facts.Section].Row.Line} as well");
            }
        }

        // Relations are looked at when every row stands by itself: a row left out would bring faults that are not there.
        if (faults.Count == before)
        {
            Parents(read, byId);
        }

        if (faults.Count == before)
        {
            Order(read, byId);
        }

        return faults.Count == before ? [.. read.Select(r => r.Facts)] : [];
    }

    private static SectionFacts? Of(SheetRow row, int? pages)
    {
        var id = row["section"] is null ? row.Required("section") : row.Id("section");
        var first = row["first_page"] is null ? null : row.Number("first_page");
        if (row["first_page"] is null)
        {
            row.Fault("first_page", "a blank cell", "the position of the section's first page, from 1");
        }

        var last = row.Number("last_page");
        if (last < first)
        {
            row.Fault("last_page", $"{last}", $"at least {first}, the section's first page");
        }

        if (pages is { } most && (first > most || last > most))
        {
            row.Fault(first > most ? "first_page" : "last_page", $"{(first > most ? first : last)}", $"at most {most}, the document's last page");
        }

        var facts = new SectionFacts(id ?? string.Empty, row.Id("parent"), row.Id("kind"), row.Text("title"), row.Authors("authors"), first ?? 0, last, row.Text("label", 40));
        return id is null || first is null ? null : facts;
    }

    private static void Parents(List<(SheetRow Row, SectionFacts Facts)> read, Dictionary<string, (SheetRow Row, SectionFacts Facts)> byId)
    {
        foreach (var (row, facts) in read.Where(r => r.Facts.Parent is not null && !byId.ContainsKey(r.Facts.Parent)))
        {
            row.Fault("parent", $"'{facts.Parent}'", "a section of this sheet, or a blank cell at the top");
        }

        // Each section is walked up from once: those known to reach the top end later walks.
        var reachTop = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (row, facts) in read)
        {
            var way = new HashSet<string>(StringComparer.Ordinal);
            var at = facts;
            while (way.Add(at.Section) && !reachTop.Contains(at.Section) && at.Parent is not null && byId.TryGetValue(at.Parent, out var up))
            {
                if (way.Contains(up.Facts.Section))
                {
                    row.Fault("parent", $"'{facts.Parent}', which leads round in a circle", "sections that lead up to one without a parent");
                    break;
                }

                at = up.Facts;
            }

            reachTop.UnionWith(way);
        }
    }

    private static void Order(List<(SheetRow Row, SectionFacts Facts)> read, Dictionary<string, (SheetRow Row, SectionFacts Facts)> byId)
    {
        var before = new Dictionary<string, SectionFacts>(StringComparer.Ordinal);
        foreach (var (row, facts) in read)
        {
            if (before.TryGetValue(facts.Parent ?? string.Empty, out var sibling) && facts.FirstPage < sibling.FirstPage)
            {
                row.Fault("first_page", $"{facts.FirstPage}", $"at least {sibling.FirstPage}, the first page of '{sibling.Section}' before it; sections stand in the order of their pages");
            }

            before[facts.Parent ?? string.Empty] = facts;
            if (facts.Parent is null)
            {
                continue;
            }

            var parent = byId[facts.Parent].Facts;
            if (facts.FirstPage < parent.FirstPage || facts.FirstPage > (parent.LastPage ?? int.MaxValue))
            {
                row.Fault("first_page", $"{facts.FirstPage}", $"a page of '{parent.Section}', of which it is part: {Pages(parent)}");
            }
            else if (facts.LastPage > parent.LastPage)
            {
                row.Fault("last_page", $"{facts.LastPage}", $"a page of '{parent.Section}', of which it is part: {Pages(parent)}");
            }
        }
    }

    private static string Pages(SectionFacts section) => section.LastPage is { } last ? $"{section.FirstPage} to {last}" : $"from {section.FirstPage}";
}
