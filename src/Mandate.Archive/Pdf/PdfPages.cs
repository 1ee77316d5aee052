using System.Text;

namespace Mandate.Archive.Pdf;

/// <summary>What a page draws.</summary>
/// <param name="Width">Points.</param>
/// <param name="Height">Points.</param>
/// <param name="Content">Number of its drawing commands.</param>
/// <param name="Resources">Entries of its resources.</param>
internal readonly record struct PdfPage(double Width, double Height, int Content, string Resources);

/// <summary>Writes the pages of a file, in order, and the tree and the labels by which they are found.</summary>
internal sealed class PdfPages
{
    private const int PagesANode = 64;

    private readonly PdfFile file;
    private readonly List<int> nodes = [];
    private readonly List<int> inNode = [];
    private readonly StringBuilder labels = new();
    private int count;
    private bool counting;

    public PdfPages(PdfFile file)
    {
        this.file = file;
        Root = file.Reserve();
    }

    /// <summary>Gets the number of the tree's root.</summary>
    public int Root { get; }

    /// <summary>Writes the next page.</summary>
    /// <param name="number">Its reserved number.</param>
    /// <param name="page">What it draws.</param>
    /// <param name="label">Its label; null where its number stands for it.</param>
    /// <param name="ordinal">That number.</param>
    public void Add(int number, PdfPage page, string? label, int ordinal)
    {
        if (inNode.Count == 0)
        {
            nodes.Add(file.Reserve());
        }

        inNode.Add(number);
        file.Object(number, $"<</Type/Page/Parent {PdfSyntax.Ref(nodes[^1])}/MediaBox[0 0 {PdfSyntax.Number(page.Width)} {PdfSyntax.Number(page.Height)}]/Resources<<{page.Resources}>>/Contents {PdfSyntax.Ref(page.Content)}/StructParents {PdfSyntax.Number(count)}/Tabs/S>>");
        if (label is not null || !counting)
        {
            var style = label is null ? $"/S/D/St {PdfSyntax.Number(ordinal)}" : $"/P{PdfSyntax.Text(label)}";
            labels.Append(PdfSyntax.Number(count)).Append("<<").Append(style).Append(">>");
        }

        counting = label is null;
        count++;
        if (inNode.Count == PagesANode)
        {
            WriteNode();
        }
    }

    /// <summary>Writes the root of the tree.</summary>
    /// <returns>The tree of labels, in PDF's syntax.</returns>
    public string Finish()
    {
        if (inNode.Count > 0)
        {
            WriteNode();
        }

        file.Object(Root, $"<</Type/Pages/Kids{PdfSyntax.Refs(nodes)}/Count {PdfSyntax.Number(count)}>>");
        return $"<</Nums[{labels}]>>";
    }

    private void WriteNode()
    {
        file.Object(nodes[^1], $"<</Type/Pages/Parent {PdfSyntax.Ref(Root)}/Kids{PdfSyntax.Refs(inNode)}/Count {PdfSyntax.Number(inNode.Count)}>>");
        inNode.Clear();
    }
}
