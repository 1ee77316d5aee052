using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Mandate.Archive.Search.Analysis;
using Mandate.Archive.Search.Indexing;
using Mandate.Archive.Search.Queries;

namespace Mandate.Archive.Search.Matching;

/// <summary>The words of the index that a pattern or a word with wrong letters stands for.</summary>
internal static class Expansion
{
    // Words looked at for one pattern: a*z reads every word that begins with a.
    private const int MostRead = 500_000;

    /// <summary>The terms a pattern stands for, with and without Kazakh letters.</summary>
    /// <exception cref="QueryException">They are more than <see cref="QueryParser.MostExpansions"/>.</exception>
    public static List<(string Field, BytesRef Term, float Weight)> OfPattern(Snapshot snapshot, PatternNode node, IReadOnlyList<string> fields)
    {
        var pattern = Small(node.Pattern);
        var found = new List<(string, BytesRef, float)>();
        var lines = MultiFields.GetTerms(snapshot.Reader, Indexing.Fields.Forms);
        foreach (var field in fields)
        {
            if (MultiFields.GetTerms(snapshot.Reader, field) is not { } terms)
            {
                continue;
            }

            foreach (var (word, _) in Read(terms, pattern, string.Empty, node))
            {
                Add(found, field, word, 1, node.At, node.Pattern);
            }

            var reader = terms.GetEnumerator();
            foreach (var (_, form) in lines is null ? [] : Read(lines, Letters.Folded(pattern), Lexeme.FoldMark.ToString(), node))
            {
                if (!Fits(pattern, form) && reader.SeekExact(new BytesRef(form)))
                {
                    Add(found, field, form, Analyser.FoldWeight, node.At, node.Pattern);
                }
            }
        }

        return found;
    }

    /// <summary>The terms that differ from a word by so many letters; the nearest count most.</summary>
    /// <exception cref="QueryException">They are more than <see cref="QueryParser.MostExpansions"/>.</exception>
    public static List<(string Field, BytesRef Term, float Weight)> OfFuzzy(Snapshot snapshot, FuzzyNode node, IReadOnlyList<string> fields, string word)
    {
        var found = new List<(string, BytesRef, float)>();
        foreach (var field in fields)
        {
            if (MultiFields.GetTerms(snapshot.Reader, field) is not { } terms)
            {
                continue;
            }

            // A word shorter than the edits allowed would be like every other.
            var edits = Math.Min(node.Edits, word.Length - 1);
            if (edits < 1)
            {
                found.Add((field, new BytesRef(word), 1));
                continue;
            }

            var near = new FuzzyTermsEnum(terms, new AttributeSource(), new Term(field, word), edits, 0, true);
            while (near.MoveNext())
            {
                var term = near.Term.Utf8ToString();
                if (term != Lexeme.Continued)
                {
                    Add(found, field, term, term == word ? 1 : Analyser.StemWeight, node.At, node.Text);
                }
            }
        }

        return found;
    }

    /// <summary>Reads the words that begin with a mark and fit after it, and the forms to which they lead, if they are keys.</summary>
    private static IEnumerable<(string Word, string Form)> Read(Terms terms, string pattern, string mark, PatternNode node)
    {
        var prefix = mark + pattern[..pattern.IndexOfAny(['*', '?'])];
        var reader = terms.GetEnumerator();
        var start = new BytesRef(prefix);
        if (reader.SeekCeil(start) == TermsEnum.SeekStatus.END)
        {
            yield break;
        }

        var read = 0;
        do
        {
            if (!StringHelper.StartsWith(reader.Term, start))
            {
                yield break;
            }

            if (++read > MostRead)
            {
                throw TooMany(node.At, node.Pattern);
            }

            var parts = reader.Term.Utf8ToString()[mark.Length..].Split(Lexeme.FormMark);
            if (Fits(pattern, parts[0]))
            {
                yield return (parts[0], parts[^1]);
            }
        }
        while (reader.MoveNext());
    }

    /// <summary>Whether a word fits a pattern: <c>*</c> stands for any letters, <c>?</c> for one.</summary>
    private static bool Fits(string pattern, ReadOnlySpan<char> word)
    {
        var (p, w, star, retry) = (0, 0, -1, 0);
        while (w < word.Length)
        {
            if (p < pattern.Length && (pattern[p] == '?' || (pattern[p] == word[w] && pattern[p] != '*')))
            {
                (p, w) = (p + 1, w + 1);
            }
            else if (p < pattern.Length && pattern[p] == '*')
            {
                (star, retry, p) = (p, w, p + 1);
            }
            else if (star >= 0)
            {
                (p, w) = (star + 1, ++retry);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).Trim('*').Length == 0;
    }

    private static void Add(List<(string, BytesRef, float)> found, string field, string term, float weight, int at, string pattern)
    {
        if (found.Count == QueryParser.MostExpansions)
        {
            throw TooMany(at, pattern);
        }

        found.Add((field, new BytesRef(term), weight));
    }

    /// <summary>Makes the letters of a pattern small, and keeps its signs.</summary>
    private static string Small(string pattern)
    {
        var small = new System.Text.StringBuilder(pattern.Length);
        var start = 0;
        for (var i = 0; i <= pattern.Length; i++)
        {
            if (i == pattern.Length || pattern[i] is '*' or '?')
            {
                small.AppendJoin('-', Letters.Parts(pattern[start..i]).Select(p => p.Text));
                if (i < pattern.Length)
                {
                    small.Append(pattern[i]);
                }

                start = i + 1;
            }
        }

        return small.ToString();
    }

    private static QueryException TooMany(int at, string pattern) =>
        new(at, $"'{pattern}' stands for more than {QueryParser.MostExpansions} different words; give more letters.");
}
