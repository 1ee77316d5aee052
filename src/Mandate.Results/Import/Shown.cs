namespace Mandate.Results.Import;

/// <summary>Text from a stranger's file as it may be shown: short, on one line, without letters that steer a terminal.</summary>
internal static class Shown
{
    private const int Longest = 60;

    public static string Cut(ReadOnlySpan<char> text) => text.Length > Longest ? Clean(text[..(Longest - 1)]) + "…" : Clean(text);

    /// <summary>The whole text, with what cannot be shown replaced.</summary>
    public static string Clean(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (IsHidden(c))
            {
                return string.Create(text.Length, text, static (target, source) =>
                {
                    for (var i = 0; i < source.Length; i++)
                    {
                        target[i] = IsHidden(source[i]) ? '\uFFFD' : source[i];
                    }
                });
            }
        }

        return text.ToString();
    }

    /// <summary>Control letters, and those that turn the direction of what follows.</summary>
    private static bool IsHidden(char c) => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFFFE' or '\uFFFF';
}
