using System.Globalization;
using System.Text;

namespace Mandate.Archive.Pdf;

/// <summary>How numbers, texts and references are spelt in a PDF.</summary>
internal static class PdfSyntax
{
    /// <summary>A number with at most five decimals and no exponent.</summary>
    public static string Number(double value)
    {
        var text = value.ToString("0.#####", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>A reference to an object.</summary>
    public static string Ref(int number) => string.Create(CultureInfo.InvariantCulture, $"{number} 0 R");

    /// <summary>References to objects, as an array.</summary>
    public static string Refs(IEnumerable<int> numbers) => $"[{string.Join(' ', numbers.Select(Ref))}]";

    /// <summary>A text that people read: between brackets where it is plain ASCII, otherwise UTF-16 in hexadecimal digits.</summary>
    public static string Text(string text)
    {
        if (!text.All(letter => letter is >= ' ' and <= '~'))
        {
            return $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";
        }

        var spelt = new StringBuilder("(");
        foreach (var letter in text)
        {
            spelt.Append(letter is '(' or ')' or '\\' ? "\\" : string.Empty).Append(letter);
        }

        return spelt.Append(')').ToString();
    }
}
