namespace Mandate.Web;

/// <summary>The one style sheet, which travels inside the program.</summary>
internal static class Style
{
    public static byte[] Value { get; } = Read();

    private static byte[] Read()
    {
        using var stream = typeof(Style).Assembly.GetManifestResourceStream("portal.css")
            ?? throw new InvalidOperationException("Bug in Style: portal.css is not embedded.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
