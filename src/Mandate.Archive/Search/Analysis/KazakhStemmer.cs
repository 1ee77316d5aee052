namespace Mandate.Archive.Search.Analysis;

/// <summary>Takes the commonest endings off Kazakh nouns: case, then possessive, then plural.</summary>
/// <remarks>
/// <para>It is light: it has no dictionary, knows no verbs and no derivation, and treats a word of another language as
/// if it were Kazakh. What it gives is only compared with what it gave for other words, and counts less than the word
/// itself, so a wrong cut finds a few pages too many and loses none.</para>
/// <para>It reads folded letters (а г к н о у у х и for ә ғ қ ң ө ұ ү һ і), so that a word typed without Kazakh letters
/// has the same stem. An ending is taken only after the sounds it can follow: vowel, voiced or voiceless consonant.</para>
/// </remarks>
internal static class KazakhStemmer
{
    private const string Vowels = "аеиоуыэюя";
    private const string Nasals = "мн";
    private const string Voiced = "бвгджзйлмнр";
    private const string Voiceless = "кпстфхцчшщбвгд";

    // An ending and what may stand before it: V a vowel, N м or н, C a voiced and U a voiceless consonant (voiced
    // letters at the end of borrowed words are spoken voiceless), P the possessive -ы, -и, -сы, -си.
    private static readonly (string Ending, string After)[] Cases =
    [
        ("нын", "VN"), ("нин", "VN"), ("дын", "C"), ("дин", "C"), ("тын", "U"), ("тин", "U"),
        ("нан", "NP"), ("нен", "NP"), ("дан", "VC"), ("ден", "VC"), ("тан", "U"), ("тен", "U"),
        ("мен", "VC"), ("бен", "CU"), ("пен", "U"),
        ("нда", "P"), ("нде", "P"), ("да", "VC"), ("де", "VC"), ("та", "U"), ("те", "U"),
        ("на", "P"), ("не", "P"), ("га", "VC"), ("ге", "VC"), ("ка", "U"), ("ке", "U"),
        ("ны", "V"), ("ни", "V"), ("ды", "C"), ("ди", "C"), ("ты", "U"), ("ти", "U"),
        ("н", "P"),
    ];

    private static readonly (string Ending, string After)[] Possessives =
    [
        ("ымыз", "CU"), ("имиз", "CU"), ("ыныз", "CU"), ("иниз", "CU"), ("мыз", "V"), ("миз", "V"), ("ныз", "V"), ("низ", "V"),
        ("сы", "V"), ("си", "V"), ("ым", "CU"), ("им", "CU"), ("ы", "CU"), ("и", "CU"),
    ];

    private static readonly (string Ending, string After)[] Plurals =
    [
        ("лар", "VC"), ("лер", "VC"), ("дар", "C"), ("дер", "C"), ("тар", "U"), ("тер", "U"),
    ];

    /// <summary>The stem of a folded word in small letters; the word itself where nothing can be taken off.</summary>
    public static string Stem(string word)
    {
        var rest = Without(Plurals, Without(Possessives, Without(Cases, word, 3), 3), 2);

        // A voiceless end is voiced before a vowel: кітап, кітабы.
        return rest.Length < word.Length && rest[^1] is 'б' or 'г' ? $"{rest[..^1]}{(rest[^1] == 'б' ? 'п' : 'к')}" : rest;
    }

    private static string Without((string Ending, string After)[] endings, string word, int least)
    {
        foreach (var (ending, after) in endings)
        {
            if (word.Length - ending.Length >= least && word.EndsWith(ending, StringComparison.Ordinal) && MayFollow(word.AsSpan(0, word.Length - ending.Length), after))
            {
                return word[..^ending.Length];
            }
        }

        return word;
    }

    private static bool MayFollow(ReadOnlySpan<char> rest, string after)
    {
        var last = rest[^1];
        foreach (var kind in after)
        {
            var fits = kind switch
            {
                'V' => Vowels.Contains(last, StringComparison.Ordinal),
                'N' => Nasals.Contains(last, StringComparison.Ordinal),
                'C' => Voiced.Contains(last, StringComparison.Ordinal),
                'U' => Voiceless.Contains(last, StringComparison.Ordinal),
                'P' => last is 'ы' or 'и' && rest.Length > 3,
                _ => throw new InvalidOperationException($"Bug in KazakhStemmer: '{kind}' is no kind of sound."),
            };
            if (fits)
            {
                return true;
            }
        }

        return false;
    }
}
