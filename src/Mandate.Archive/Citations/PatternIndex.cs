namespace Mandate.Archive.Citations;

/// <summary>Tells which patterns can occur in a text at all, by words they cannot do without.</summary>
/// <remarks>With many thousands of titles a page is read once for all of them, and expressions run only for the few that may be there.</remarks>
internal sealed class PatternIndex
{
    private const int Head = 3;

    private readonly Dictionary<string, List<(string Key, int Pattern)>> byHead = new(StringComparer.Ordinal);
    private readonly List<int> always = [];

    /// <summary>Indexes patterns without faults; they are known by their places in the list.</summary>
    public PatternIndex(IReadOnlyList<IReadOnlyList<PatternNode>> patterns)
    {
        for (var pattern = 0; pattern < patterns.Count; pattern++)
        {
            var keys = Keys(patterns[pattern]);
            if (keys.Contains(""))
            {
                always.Add(pattern);
                continue;
            }

            foreach (var key in keys)
            {
                var head = key[..Math.Min(Head, key.Length)];
                if (!byHead.TryGetValue(head, out var entries))
                {
                    byHead.Add(head, entries = []);
                }

                entries.Add((key, pattern));
            }
        }
    }

    /// <summary>The patterns that may occur, in their order.</summary>
    /// <param name="folded">The text, folded.</param>
    public SortedSet<int> Candidates(string folded)
    {
        var found = new SortedSet<int>(always);
        var text = CitationFold.Squeeze(folded);
        var heads = byHead.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < text.Length; at++)
        {
            for (var length = 1; length <= Head && at + length <= text.Length; length++)
            {
                if (!heads.TryGetValue(text.AsSpan(at, length), out var entries))
                {
                    continue;
                }

                foreach (var (key, pattern) in entries)
                {
                    if (text.AsSpan(at).StartsWith(key, StringComparison.Ordinal))
                    {
                        found.Add(pattern);
                    }
                }
            }
        }

        return found;
    }

    /// <summary>The longest run of words that have one form each; without one, the forms of a word that has several.</summary>
    private static IReadOnlyList<string> Keys(IReadOnlyList<PatternNode> nodes)
    {
        string longest = "", run = "";
        PatternWordGroup? group = null;
        foreach (var node in nodes)
        {
            if (node is PatternNode.Word word && PatternWords.Of(word.Letters) is null)
            {
                run += CitationFold.Squeeze(word.Letters);
            }
            else if (node is not PatternNode.Gap)
            {
                run = "";
                group ??= node is PatternNode.Word several ? PatternWords.Of(several.Letters) : null;
            }

            longest = run.Length > longest.Length ? run : longest;
        }

        return longest.Length > 0 ? [longest] : group?.Keys ?? [""];
    }
}
