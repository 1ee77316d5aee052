using System.Globalization;
using System.Text;

namespace Mandate.Modules.Tests.TheArchive.Reading;

/// <summary>PDFs written object by object, for documents that no library would write.</summary>
internal static class RawPdf
{
    /// <summary>Writes objects numbered from 1; the first is the catalogue.</summary>
    public static byte[] Of(params string[] objects) => Of([.. objects.Select(Encoding.Latin1.GetBytes)]);

    /// <summary>Writes objects numbered from 1; the first is the catalogue.</summary>
    public static byte[] Of(params byte[][] objects)
    {
        using var pdf = new MemoryStream();
        void Text(string text) => pdf.Write(Encoding.Latin1.GetBytes(text));
        var places = new List<long>();
        Text("%PDF-1.7\n");
        for (var at = 0; at < objects.Length; at++)
        {
            places.Add(pdf.Position);
            Text(string.Create(CultureInfo.InvariantCulture, $"{at + 1} 0 obj\n"));
            pdf.Write(objects[at]);
            Text("\nendobj\n");
        }

        var table = pdf.Position;
        Text(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n"));
        foreach (var place in places)
        {
            Text(string.Create(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n"));
        }

        Text(string.Create(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n"));
        return pdf.ToArray();
    }

    /// <summary>A stream object of bytes.</summary>
    public static byte[] Stream(string entries, byte[] bytes) =>
        [.. Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<< {entries} /Length {bytes.Length} >>\nstream\n")), .. bytes, .. "\nendstream"u8];
}
