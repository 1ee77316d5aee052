namespace Mandate.Archive.Search.Analysis;

/// <summary>A word as it is compared: itself, without Kazakh letters or accents, and its stems.</summary>
/// <remarks>
/// A page is indexed by the exact words alone. What else finds a word is kept once for the whole index, in its list of
/// forms: <c>#stem</c> leads to every word of that stem, <c>%folded</c> to every word that is spelt so without Kazakh
/// letters or accents. The first letter tells such a key from a word.
/// </remarks>
/// <param name="Exact">The word in small letters.</param>
/// <param name="Folded">It without Kazakh letters or accents; the same as <paramref name="Exact"/> where it has none.</param>
/// <param name="Stems">Its stems: one for Latin letters, up to two for Cyrillic ones (Russian, Kazakh), none for others.</param>
/// <param name="Twin">The same shape in the other script; null where there is none.</param>
internal sealed record Lexeme(string Exact, string Folded, IReadOnlyList<string> Stems, Lexeme? Twin)
{
    /// <summary>Begins the key of a folded word.</summary>
    public const char FoldMark = '%';

    /// <summary>Begins the key of a stem.</summary>
    public const char StemMark = '#';

    /// <summary>Stands between a key and a word in the list of forms.</summary>
    public const char FormMark = '\u001F';

    /// <summary>The term of every word that only continues the one before: a line's end split them.</summary>
    public const string Continued = "~";

    /// <summary>Whether a term is to be looked up in the list of forms.</summary>
    public static bool IsKey(string term) => term[0] is FoldMark or StemMark;

    /// <summary>Adds the lines of the list of forms that lead to the word.</summary>
    public void AddForms(ISet<string> forms)
    {
        AddLooser(this, forms);
        if (Twin is { } twin)
        {
            forms.Add($"{FoldMark}{twin.Exact}{FormMark}{Exact}");
            AddLooser(twin, forms);
        }
    }

    private void AddLooser(Lexeme like, ISet<string> forms)
    {
        foreach (var stem in like.Stems)
        {
            if (stem != like.Exact)
            {
                forms.Add($"{StemMark}{stem}{FormMark}{Exact}");
            }
        }

        if (like.Folded != like.Exact)
        {
            forms.Add($"{FoldMark}{like.Folded}{FormMark}{Exact}");
        }
    }
}

/// <summary>A term to look for, or a key of the list of forms, and how much of the word it is.</summary>
/// <param name="Term">The term or key.</param>
/// <param name="Weight">What each place counts where it stands: 1 for the very word.</param>
internal readonly record struct TermWeight(string Term, float Weight);
