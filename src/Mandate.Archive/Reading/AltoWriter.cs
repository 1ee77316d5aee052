using System.Globalization;
using System.Text;
using System.Xml;

namespace Mandate.Archive.Reading;

/// <summary>Writes the words of a page as ALTO 4, the library's format for recognised text.</summary>
internal static class AltoWriter
{
    private const string Namespace = "http://www.loc.gov/standards/alto/ns-v4#";

    /// <summary>Writes a page; the same words give the same bytes.</summary>
    public static void Write(Stream stream, PageText page)
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = " ", NewLineChars = "\n" });
        xml.WriteStartElement("alto", Namespace);
        xml.WriteStartElement("Description", Namespace);
        xml.WriteElementString("MeasurementUnit", Namespace, "pixel");
        xml.WriteEndElement();
        xml.WriteStartElement("Layout", Namespace);
        xml.WriteStartElement("Page", Namespace);
        xml.WriteAttributeString("ID", "page");
        xml.WriteAttributeString("PHYSICAL_IMG_NR", "1");
        Sizes(xml, page.Width, page.Height);
        Language(xml, page.Language);
        if (page.Confidence is { } confidence)
        {
            xml.WriteAttributeString("PC", Share(confidence));
        }

        xml.WriteStartElement("PrintSpace", Namespace);
        Place(xml, new Box(0, 0, page.Width, page.Height));
        foreach (var block in page.Words.GroupBy(word => word.Block))
        {
            Block(xml, block.Key, [.. block], page.Language);
        }

        xml.WriteEndDocument();
    }

    private static void Block(XmlWriter xml, int number, IReadOnlyList<Word> words, string? language)
    {
        xml.WriteStartElement("TextBlock", Namespace);
        xml.WriteAttributeString("ID", string.Create(CultureInfo.InvariantCulture, $"block{number}"));
        Place(xml, Around(words));
        Language(xml, language);
        foreach (var line in words.GroupBy(word => word.Line))
        {
            xml.WriteStartElement("TextLine", Namespace);
            xml.WriteAttributeString("ID", string.Create(CultureInfo.InvariantCulture, $"line{line.Key}"));
            Place(xml, Around([.. line]));
            Word? before = null;
            foreach (var word in line)
            {
                if (before is { } last)
                {
                    xml.WriteStartElement("SP", Namespace);
                    xml.WriteAttributeString("HPOS", Number(last.Box.Right));
                    xml.WriteAttributeString("VPOS", Number(last.Box.Top));
                    xml.WriteAttributeString("WIDTH", Number(Math.Max(0, word.Box.Left - last.Box.Right)));
                    xml.WriteEndElement();
                }

                xml.WriteStartElement("String", Namespace);
                xml.WriteAttributeString("CONTENT", word.Text);
                Place(xml, word.Box);
                if (word.Confidence is { } confidence)
                {
                    xml.WriteAttributeString("WC", Share(confidence));
                }

                xml.WriteEndElement();
                before = word;
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static Box Around(IReadOnlyList<Word> words)
    {
        int left = words.Min(word => word.Box.Left), top = words.Min(word => word.Box.Top);
        return new Box(left, top, words.Max(word => word.Box.Right) - left, words.Max(word => word.Box.Bottom) - top);
    }

    private static void Place(XmlWriter xml, Box box)
    {
        xml.WriteAttributeString("HPOS", Number(box.Left));
        xml.WriteAttributeString("VPOS", Number(box.Top));
        Sizes(xml, box.Width, box.Height);
    }

    private static void Sizes(XmlWriter xml, int width, int height)
    {
        xml.WriteAttributeString("WIDTH", Number(width));
        xml.WriteAttributeString("HEIGHT", Number(height));
    }

    private static void Language(XmlWriter xml, string? language)
    {
        if (language is not null)
        {
            xml.WriteAttributeString("LANG", language);
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Share(double percent) => (percent / 100).ToString("0.00", CultureInfo.InvariantCulture);
}
