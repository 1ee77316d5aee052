namespace Mandate.Archive.Search.Analysis;

/// <summary>A word as it is compared: itself, without Kazakh letters or accents, and its stems.</summary>
/// <remarks>
/// The terms of the index are told apart by their first letter, so that a pattern reads whole words alone:
/// <c>word</c>, <c>#stem</c> where the stem is another, <c>%folded</c> where folding changes the word and no stem (which is
/// made of folded letters) stands for it. A word that is its own stem thus costs one term, and most others two. All the
/// terms of a word stand at its position.
/// </remarks>
/// <param name="Exact">The word in small letters.</param>
/// <param name="Folded">It without Kazakh letters or accents; the same as <paramref name="Exact"/> where it has none.</param>
/// <param name="Stems">Its stems: one for Latin letters, up to two for Cyrillic ones (Russian, Kazakh), none for others.</param>
/// <param name="Twin">The same shape in the other script; null where there is none.</param>
internal sealed record Lexeme(string Exact, string Folded, IReadOnlyList<string> Stems, Lexeme? Twin)
{
    /// <summary>Begins the term of a folded word.</summary>
    public const char FoldMark = '%';

    /// <summary>Begins the term of a stem.</summary>
    public const char StemMark = '#';

    /// <summary>The term of every word that only continues the one before: a line's end split them.</summary>
    public const string Continued = "~";

    /// <summary>Adds the terms under which the word is indexed.</summary>
    public void AddTerms(ISet<string> terms)
    {
        terms.Add(Exact);
        AddLooser(terms);
        if (Twin is { } twin)
        {
            terms.Add(FoldMark + twin.Exact);
            twin.AddLooser(terms);
        }
    }

    private void AddLooser(ISet<string> terms)
    {
        var hasStem = false;
        foreach (var stem in Stems)
        {
            if (stem != Exact && stem != Folded)
            {
                hasStem = true;
                terms.Add(StemMark + stem);
            }
        }

        if (Folded != Exact && !hasStem)
        {
            terms.Add(FoldMark + Folded);
        }
    }
}

/// <summary>A term to look for, and how much of the word it is.</summary>
/// <param name="Term">The term.</param>
/// <param name="Weight">What each place counts where it stands: the terms of the very word sum to about 1.</param>
internal readonly record struct TermWeight(string Term, float Weight);
