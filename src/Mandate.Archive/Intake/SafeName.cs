using System.Text;

namespace Mandate.Archive.Intake;

/// <summary>Names of files that come from outside.</summary>
internal static class SafeName
{
    /// <summary>What such a name must look like, in words.</summary>
    public const string Rule = "a path within the source, its parts separated by /, without . or .. or a drive";

    private const int MostPart = 255;
    private const int MostPath = 2_000;

    /// <summary>What is wrong with a name; null where it is a plain relative path that stays in its folder.</summary>
    public static string? Fault(string name)
    {
        var shown = $"'{Shown(name)}'";
        if (name.Length is 0 or > MostPath)
        {
            return $"a name of {name.Length} letters";
        }

        if (name.Any(IsUnseen))
        {
            return $"{shown}, a name with control characters";
        }

        if (name.Contains('\uFFFD', StringComparison.Ordinal))
        {
            return $"{shown}, a name that is not UTF-8";
        }

        if (name[0] == '/' || name.Contains('\\', StringComparison.Ordinal) || (name.Length > 1 && name[1] == ':'))
        {
            return $"{shown}, an absolute path or one with \\";
        }

        foreach (var part in name.Split('/'))
        {
            if (part is "" or "." or "..")
            {
                return $"{shown}, a path that climbs or has an empty part";
            }

            if (Encoding.UTF8.GetByteCount(part) > MostPart)
            {
                return $"{shown}, a part longer than {MostPart} bytes";
            }
        }

        return null;
    }

    /// <summary>A text from outside as it can be shown: without control characters, at most 80 letters.</summary>
    public static string Shown(string text)
    {
        var cut = text.Length > 80 ? text[..79] + "…" : text;
        return string.Create(cut.Length, cut, static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = IsUnseen(from[i]) ? '\u00B7' : from[i];
            }
        });
    }

    /// <summary>Control characters, and those that turn the direction of writing and so can hide what a name ends with.</summary>
    private static bool IsUnseen(char c) => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
