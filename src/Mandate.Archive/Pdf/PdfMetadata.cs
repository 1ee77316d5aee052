using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Mandate.Archive.Pdf;

/// <summary>What a PDF says of itself to programs: XMP, and the older dictionary of information with the same content.</summary>
/// <remarks>It makes no claim of PDF/A: that is for a validator to say.</remarks>
internal static class PdfMetadata
{
    private const string Producer = "Mandate";

    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", Dc = "http://purl.org/dc/elements/1.1/", Pdf = "http://ns.adobe.com/pdf/1.3/", Meta = "adobe:ns:meta/";

    /// <summary>The dictionary of information.</summary>
    public static string Information(PdfFront front) =>
        $"<</Title{PdfSyntax.Text(front.Title)}{(front.Authors.Count > 0 ? $"/Author{PdfSyntax.Text(string.Join("; ", front.Authors))}" : string.Empty)}{(front.Subject is { } subject ? $"/Subject{PdfSyntax.Text(subject)}" : string.Empty)}/Producer({Producer})>>";

    /// <summary>The XMP packet, in UTF-8.</summary>
    public static byte[] Xmp(PdfFront front)
    {
        var about = new XElement(
            Rdf + "Description",
            new XAttribute(Rdf + "about", string.Empty),
            new XAttribute(XNamespace.Xmlns + "dc", Dc.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "pdf", Pdf.NamespaceName),
            new XElement(Dc + "format", "application/pdf"),
            new XElement(Dc + "identifier", Legal(front.Identifier)),
            new XElement(Dc + "title", InLanguage(front.Title)),
            front.Authors.Count > 0 ? new XElement(Dc + "creator", List("Seq", front.Authors)) : null,
            front.Language is { } language ? new XElement(Dc + "language", List("Bag", [language])) : null,
            front.Subject is { } subject ? new XElement(Dc + "description", InLanguage(subject)) : null,
            new XElement(Pdf + "Producer", Producer));
        var packet = new XElement(Meta + "xmpmeta", new XAttribute(XNamespace.Xmlns + "x", Meta.NamespaceName), new XElement(Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf.NamespaceName), about));
        return Encoding.UTF8.GetBytes($"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n{packet.ToString(SaveOptions.DisableFormatting)}\n<?xpacket end=\"r\"?>\n");
    }

    private static XElement InLanguage(string text) => new(Rdf + "Alt", new XElement(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), Legal(text)));

    private static XElement List(string kind, IReadOnlyList<string> values) => new(Rdf + kind, values.Select(value => new XElement(Rdf + "li", Legal(value))));

    /// <summary>A text without letters that XML forbids.</summary>
    private static string Legal(string text) => string.Concat(text.EnumerateRunes().Where(letter => !letter.IsBmp || XmlConvert.IsXmlChar((char)letter.Value)));
}
