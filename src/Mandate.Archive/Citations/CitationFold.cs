namespace Mandate.Archive.Citations;

/// <summary>Folds text letter by letter, so that places in the folded text are places in the text.</summary>
internal static class CitationFold
{
    /// <summary>White space and invisible letters become a space, dashes a hyphen, ё е, curly apostrophes a straight one.</summary>
    public static string Fold(ReadOnlySpan<char> text) => string.Create(text.Length, text, static (folded, text) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            folded[i] = Letter(text[i]);
        }
    });

    /// <summary>Folds a letter; its case stays.</summary>
    public static char Letter(char letter) => letter switch
    {
        < '\u0080' => letter is '\t' or '\n' or '\r' or '\v' or '\f' ? ' ' : letter,
        '\u00AD' or '\u200B' or '\u2060' or '\uFEFF' => ' ',
        >= '\u2010' and <= '\u2015' or '\u2212' => '-',
        '\u2018' or '\u2019' or '\u02BC' => '\'',
        'ё' => 'е',
        'Ё' => 'Е',
        _ => char.IsWhiteSpace(letter) ? ' ' : letter,
    };

    /// <summary>The letters alone, all small: <c>86 Fed. Reg.</c> gives <c>fedreg</c>. Patterns are looked up by such keys.</summary>
    public static string Squeeze(string folded)
    {
        var letters = new char[folded.Length];
        var count = 0;
        foreach (var letter in folded)
        {
            if (char.IsLetter(letter))
            {
                letters[count++] = char.ToLowerInvariant(letter);
            }
        }

        return new string(letters, 0, count);
    }
}
