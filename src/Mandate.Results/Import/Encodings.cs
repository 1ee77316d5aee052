using System.Text;

namespace Mandate.Results.Import;

/// <summary>Encodings that files of ministries come in.</summary>
internal static class Encodings
{
    /// <summary>Gets older encodings, tried in this order where a file is not UTF-8.</summary>
    public static IReadOnlyList<string> Older { get; } =
        ["windows-1251", "windows-1252", "windows-1250", "windows-1254", "windows-1255", "windows-1256", "windows-1253", "koi8-r", "ibm866", "iso-8859-5"];

    /// <summary>An encoding that refuses bytes it has no letter for and passes over its byte order mark, or null where there is none of that name.</summary>
    public static Encoding? Find(string name)
    {
        try
        {
            return name.ToLowerInvariant() switch
            {
                "utf-8" or "utf8" => new UTF8Encoding(true, throwOnInvalidBytes: true),
                "utf-16" or "utf-16le" => new UnicodeEncoding(false, true, throwOnInvalidBytes: true),
                "utf-16be" => new UnicodeEncoding(true, true, throwOnInvalidBytes: true),
                var other => CodePagesEncodingProvider.Instance.GetEncoding(other, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback) is { CodePage: not (1200 or 1201 or 65000) } found ? found : null,
            };
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
