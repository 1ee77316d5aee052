using System.Text;

namespace Mandate.Archive.Intake;

/// <summary>The text files of a bag.</summary>
internal static class BagText
{
    /// <summary>A text file as a string; null after noting that it is too large or not UTF-8.</summary>
    public static string? Read(SourceFile file, string shown, IntakeLimits limits, ArchiveFaults faults)
    {
        if (file.Length > limits.TableBytes)
        {
            faults.Add($"{shown}/{file.Name}", $"{file.Length} bytes", $"at most {limits.TableBytes}");
            return null;
        }

        try
        {
            using var reader = new StreamReader(file.Open(), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            faults.Add($"{shown}/{file.Name}", "bytes that are not UTF-8", "a file saved as UTF-8");
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add($"{shown}/{file.Name}", $"a file that cannot be read ({e.Message})", "one that may be read");
            return null;
        }
    }

    /// <summary>The lines of a text that ends them with LF, CR or both.</summary>
    public static IEnumerable<string> Lines(string text)
    {
        using var reader = new StringReader(text);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}
