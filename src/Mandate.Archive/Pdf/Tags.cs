namespace Mandate.Archive.Pdf;

/// <summary>An element of the tree of tags by which programs read a PDF aloud.</summary>
/// <param name="Kind">A standard kind of PDF 1.7, such as <c>P</c>.</param>
/// <param name="Content">Number of the marked content on the page that it stands for; null where it only holds others.</param>
/// <param name="Attributes">Further entries of its dictionary, in PDF's syntax; empty where there are none.</param>
internal sealed record Tag(string Kind, int? Content = null, string Attributes = "")
{
    /// <summary>Gets the elements in it.</summary>
    public List<Tag> Kids { get; } = [];
}

/// <summary>Writes the tree of tags, a page at a time.</summary>
internal sealed class Tags
{
    private readonly PdfFile file;
    private readonly int document;
    private readonly List<int> parentsOfPages = [];

    public Tags(PdfFile file)
    {
        this.file = file;
        Root = file.Reserve();
        document = file.Reserve();
    }

    /// <summary>Gets the number of the tree's root.</summary>
    public int Root { get; }

    /// <summary>Gets the number of the element that holds all others.</summary>
    public int Document => document;

    /// <summary>Writes the tags of the next page. The page's <c>StructParents</c> is its index.</summary>
    /// <param name="tag">The page's element; the marked contents in it are numbered from 0 without a gap, in the order of the tree.</param>
    /// <param name="parent">Number of the element that holds it.</param>
    /// <param name="page">Number of the page.</param>
    /// <returns>The element's number.</returns>
    public int AddPage(Tag tag, int parent, int page)
    {
        List<int> parents = [];
        var number = Add(tag, parent, page, parents);
        parentsOfPages.Add(file.Object(PdfSyntax.Refs(parents)));
        return number;
    }

    /// <summary>Writes the root, when all pages are written.</summary>
    /// <param name="kids">Numbers of the elements directly in the document.</param>
    public void Finish(IEnumerable<int> kids)
    {
        file.Object(document, $"<</Type/StructElem/S/Document/P {PdfSyntax.Ref(Root)}/K{PdfSyntax.Refs(kids)}>>");
        var parents = string.Concat(parentsOfPages.Select((number, page) => $"{PdfSyntax.Number(page)} {PdfSyntax.Ref(number)} "));
        file.Object(Root, $"<</Type/StructTreeRoot/K {PdfSyntax.Ref(document)}/ParentTree<</Nums[{parents}]>>/ParentTreeNextKey {PdfSyntax.Number(parentsOfPages.Count)}>>");
    }

    private int Add(Tag tag, int parent, int page, List<int> parents)
    {
        var number = file.Reserve();
        var inside = string.Empty;
        if (tag.Content is { } content)
        {
            if (content != parents.Count)
            {
                throw new InvalidOperationException($"Bug in {nameof(Tags)}: marked content {content} comes where {parents.Count} is next.");
            }

            parents.Add(number);
            inside = $"/Pg {PdfSyntax.Ref(page)}/K {PdfSyntax.Number(content)}";
        }
        else if (tag.Kids.Count > 0)
        {
            inside = $"/K{PdfSyntax.Refs([.. tag.Kids.Select(kid => Add(kid, number, page, parents))])}";
        }

        file.Object(number, $"<</Type/StructElem/S/{tag.Kind}/P {PdfSyntax.Ref(parent)}{tag.Attributes}{inside}>>");
        return number;
    }
}
