namespace Mandate.Archive.Pdf;

/// <summary>Holds which section is within which, and writes bookmarks and the sections' tags.</summary>
internal sealed class PdfSections
{
    private const int Deepest = 32;

    private readonly PdfFile file;
    private readonly IReadOnlyList<PdfSection> sections;
    private readonly int document;
    private readonly int[] parents, tags, firstPages;
    private readonly double[] tops;
    private readonly List<int>[] kids;
    private readonly List<int> loose = [];
    private int begun;

    /// <summary>Reads the sections.</summary>
    /// <param name="file">The file.</param>
    /// <param name="sections">Them.</param>
    /// <param name="sheets">How many sheets there are.</param>
    /// <param name="document">Number of the tag that holds the outermost.</param>
    /// <exception cref="ArgumentException">A section begins on no sheet, or before the one that it follows, or its level is not 0 to 32.</exception>
    public PdfSections(PdfFile file, IReadOnlyList<PdfSection> sections, int sheets, int document)
    {
        (this.file, this.sections, this.document) = (file, sections, document);
        parents = new int[sections.Count];
        firstPages = new int[sections.Count];
        tops = new double[sections.Count];
        kids = [.. sections.Select(_ => new List<int>())];
        tags = [.. sections.Select(_ => file.Reserve())];
        for (var k = 0; k < sections.Count; k++)
        {
            var before = k == 0 ? 0 : sections[k - 1].FirstSheet;
            if (sections[k].FirstSheet < before || sections[k].FirstSheet >= sheets)
            {
                throw new ArgumentException($"Section '{sections[k].Title}' begins on sheet {sections[k].FirstSheet}; expected {before} to {sheets - 1}.", nameof(sections));
            }

            if (sections[k].Level is < 0 or > Deepest)
            {
                throw new ArgumentException($"Section '{sections[k].Title}' has level {sections[k].Level}; expected 0 to {Deepest}.", nameof(sections));
            }

            parents[k] = k - 1;
            while (parents[k] >= 0 && sections[parents[k]].Level >= sections[k].Level)
            {
                parents[k] = parents[parents[k]];
            }
        }
    }

    /// <summary>The tag that holds a sheet: the section's that began last. Sheets come in order.</summary>
    public int HolderOf(int sheet, int page, double top)
    {
        for (; begun < sections.Count && sections[begun].FirstSheet == sheet; begun++)
        {
            (firstPages[begun], tops[begun]) = (page, top);
            KidsOf(parents[begun]).Add(tags[begun]);
        }

        return begun == 0 ? document : tags[begun - 1];
    }

    /// <summary>Puts a sheet's tag in the section that began last.</summary>
    public void Hold(int tag) => KidsOf(begun - 1).Add(tag);

    /// <summary>Writes tags and bookmarks, when all sheets are written.</summary>
    /// <returns>Tags that no section holds, and the number of the bookmarks' root; null where there are none.</returns>
    public (IReadOnlyList<int> Outermost, int? Bookmarks) Finish()
    {
        for (var k = 0; k < sections.Count; k++)
        {
            var parent = parents[k] < 0 ? document : tags[parents[k]];
            file.Object(tags[k], $"<</Type/StructElem/S/Sect/P {PdfSyntax.Ref(parent)}/T{PdfSyntax.Text(sections[k].Title)}/K{PdfSyntax.Refs(kids[k])}>>");
        }

        return (loose, sections.Count == 0 ? null : WriteBookmarks());
    }

    private List<int> KidsOf(int section) => section < 0 ? loose : kids[section];

    private int WriteBookmarks()
    {
        var root = file.Reserve();
        int[] numbers = [.. sections.Select(_ => file.Reserve())];
        var within = Enumerable.Range(0, sections.Count).ToLookup(k => parents[k], k => k);
        WriteWithin(-1);
        return root;

        string WriteWithin(int holder)
        {
            int[] children = [.. within[holder]];
            for (var k = 0; k < children.Length; k++)
            {
                var me = children[k];
                // A count below 0 shows the bookmark with what is in it folded away.
                var inside = within[me].Any() ? $"{WriteWithin(me)}/Count -{PdfSyntax.Number(within[me].Count())}" : string.Empty;
                var previous = k > 0 ? $"/Prev {PdfSyntax.Ref(numbers[children[k - 1]])}" : string.Empty;
                var next = k < children.Length - 1 ? $"/Next {PdfSyntax.Ref(numbers[children[k + 1]])}" : string.Empty;
                var parent = holder < 0 ? root : numbers[holder];
                file.Object(numbers[me], $"<</Title{PdfSyntax.Text(sections[me].Title)}/Parent {PdfSyntax.Ref(parent)}{previous}{next}{inside}/Dest[{PdfSyntax.Ref(firstPages[me])}/XYZ 0 {PdfSyntax.Number(tops[me])} null]/SE {PdfSyntax.Ref(tags[me])}>>");
            }

            var ends = $"/First {PdfSyntax.Ref(numbers[children[0]])}/Last {PdfSyntax.Ref(numbers[children[^1]])}";
            if (holder < 0)
            {
                file.Object(root, $"<</Type/Outlines{ends}/Count {PdfSyntax.Number(children.Length)}>>");
            }

            return ends;
        }
    }
}
