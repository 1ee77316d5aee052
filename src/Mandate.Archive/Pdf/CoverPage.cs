namespace Mandate.Archive.Pdf;

/// <summary>Sets the cover: handle, heading, authors, notices, and the facts as a table.</summary>
/// <remarks>One page, as wide as A4; as high, too, or higher where there is more to say. All measures are points.</remarks>
internal sealed class CoverPage
{
    private const double Width = 595.28, LeastHeight = 841.89, Margin = 60, Room = Width - (2 * Margin), Names = 124, Padding = 6.5;
    private const string Ink = "0.1 0.1 0.12", Grey = "0.36 0.38 0.42", Accent = "0.07 0.27 0.45", Tint = "0.99 0.95 0.86", Mark = "0.8 0.5 0.05", Hair = "0.82 0.84 0.87";

    private readonly PdfContent body = new();
    private readonly CoverFont regular = new("NotoSans-Regular"), bold = new("NotoSans-Bold");
    private double down = Margin;
    private int marked;

    private CoverPage()
    {
    }

    /// <summary>Writes the cover's content and fonts.</summary>
    /// <param name="file">The file.</param>
    /// <param name="front">What is said.</param>
    /// <returns>The page, without its place in the tree of pages, and its tags.</returns>
    /// <exception cref="InvalidOperationException">The cover has a letter that its fonts lack.</exception>
    public static (PdfPage Page, Tag Tag) Write(PdfFile file, PdfFront front)
    {
        var page = new CoverPage();
        var tag = page.Set(front);
        var height = Math.Max(LeastHeight, Math.Ceiling(page.down + Margin));
        int content = file.Reserve(), plain = file.Reserve(), strong = file.Reserve();
        file.Deflated(content, string.Empty, new PdfContent().Add(1, 0, 0, 1, 0, height).Add("cm\n").Add(page.body).Bytes);
        page.regular.Write(file, plain);
        page.bold.Write(file, strong);
        return (new PdfPage(Width, height, content, $"/Font<</R {PdfSyntax.Ref(plain)}/B {PdfSyntax.Ref(strong)}>>"), tag);
    }

    private Tag Set(PdfFront front)
    {
        var cover = front.Cover;
        var sect = new Tag("Sect", Attributes: $"/Lang{PdfSyntax.Text(cover.Language)}");
        Fill(Accent, Margin, down, 44, 4);
        down += 16;
        sect.Kids.Add(Paragraph("P", bold, 10, Accent, front.Identifier, Margin, Room));
        down += 12;
        var size = cover.Title.Length switch { <= 90 => 25, <= 200 => 19, _ => 14 };
        sect.Kids.Add(Paragraph("H1", bold, size, Ink, cover.Title, Margin, Room));
        if (front.Authors.Count > 0)
        {
            down += 8;
            sect.Kids.Add(Paragraph("P", regular, 12, Grey, string.Join(", ", front.Authors), Margin, Room));
        }

        down += 22;
        foreach (var notice in cover.Notices)
        {
            sect.Kids.Add(Notice(notice));
        }

        if (cover.Facts.Count > 0)
        {
            down += 6;
            var table = new Tag("Table");
            table.Kids.AddRange(cover.Facts.Select(Fact));
            Fill(Hair, Margin, down, Room, 0.6);
            sect.Kids.Add(table);
        }

        return sect;
    }

    private Tag Notice(string notice)
    {
        const double Inset = 14, Edge = 9, Size = 10.5;
        var height = (Leading(Size) * CoverLines.Break(notice, bold, (Room - (2 * Inset)) / Size).Count) + (2 * Edge);
        Fill(Tint, Margin, down, Room, height);
        Fill(Mark, Margin, down, 3, height);
        var top = down;
        down += Edge;
        var tag = Paragraph("P", bold, Size, Ink, notice, Margin + Inset, Room - (2 * Inset));
        down = top + height + 10;
        return tag;
    }

    private Tag Fact((string Name, string Value) fact)
    {
        Fill(Hair, Margin, down, Room, 0.6);
        down += Padding;
        var row = new Tag("TR");
        var top = down;
        // Both sit on one base line, though their sizes differ.
        down += 0.75;
        row.Kids.Add(Paragraph("TH", regular, 9, Grey, fact.Name, Margin, Names - 12, "/A<</O/Table/Scope/Row>>"));
        var bottom = down;
        down = top;
        row.Kids.Add(Paragraph("TD", regular, 10, Ink, fact.Value, Margin + Names, Room - Names));
        down = Math.Max(down, bottom) + Padding;
        return row;
    }

    private Tag Paragraph(string kind, CoverFont font, double size, string colour, string text, double left, double width, string attributes = "")
    {
        body.Add($"/{kind}<</MCID {PdfSyntax.Number(marked)}>>BDC\nBT\n{colour} rg\n/{(font == bold ? "B" : "R")} ").Add(size).Add("Tf\n");
        foreach (var line in CoverLines.Break(text, font, width / size))
        {
            body.Add(1, 0, 0, 1, left, -(down + (1.02 * size))).Add("Tm\n").Show(font.Set(line).Codes);
            down += Leading(size);
        }

        body.Add("ET\nEMC\n");
        return new Tag(kind, marked++, attributes);
    }

    private static double Leading(double size) => size * (size > 12 ? 1.25 : 1.4);

    private void Fill(string colour, double left, double top, double width, double height) =>
        body.Add($"/Artifact BMC\n{colour} rg\n").Add(left, -(top + height), width, height).Add("re f\nEMC\n");
}
