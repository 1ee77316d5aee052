namespace Mandate.Electoral;

/// <summary>A sum and difference of figures, such as <c>found - invalid</c>.</summary>
/// <param name="Terms">Names with their sign, +1 or −1. <c>votes</c> is the sum over all options of the ballot.</param>
public sealed record FigureSum(IReadOnlyList<(int Sign, string Name)> Terms)
{
    /// <summary>Reads names joined by + and −.</summary>
    /// <returns>Null where <paramref name="text"/> is not such a sum.</returns>
    public static FigureSum? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var terms = new List<(int, string)>();
        var sign = 1;
        var wanted = true;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (word is "+" or "-")
            {
                if (wanted)
                {
                    return null;
                }

                sign = word == "+" ? 1 : -1;
                wanted = true;
            }
            else if (!wanted || !word.All(c => char.IsAsciiLetterLower(c) || c == '-'))
            {
                return null;
            }
            else
            {
                terms.Add((sign, word));
                wanted = false;
            }
        }

        return wanted ? null : new FigureSum(terms);
    }

    /// <summary>Writes the sum as it is read.</summary>
    public override string ToString() =>
        string.Concat(Terms.Select((t, i) => (i == 0 ? string.Empty : t.Sign > 0 ? " + " : " - ") + t.Name));
}

/// <summary>What a law means by a figure: ways to work it out, the first one whose parts are known is taken.</summary>
/// <param name="Name">Name of the figure.</param>
/// <param name="Ways">Ways in order.</param>
/// <param name="Article">Article of the version's act.</param>
public sealed record FigureRule(string Name, IReadOnlyList<FigureSum> Ways, string? Article);

/// <summary>A relation that figures must satisfy.</summary>
/// <param name="Left">Left side.</param>
/// <param name="Equal">True for "equals", false for "is at most".</param>
/// <param name="Right">Right side.</param>
/// <param name="Article">Article of the version's act; null where the relation is inferred.</param>
public sealed record Relation(FigureSum Left, bool Equal, FigureSum Right, string? Article)
{
    /// <summary>Writes the relation as a law does.</summary>
    public override string ToString() => $"{Left} {(Equal ? "=" : "<=")} {Right}";
}

/// <summary>A relation that does not hold, or that leaves something over.</summary>
/// <param name="Relation">The relation.</param>
/// <param name="Left">Sum of the known parts on the left.</param>
/// <param name="Right">Sum of the known parts on the right.</param>
/// <param name="Missing">The one figure not known; null where all are.</param>
public sealed record RelationResult(Relation Relation, long Left, long Right, string? Missing)
{
    /// <summary>Gets left less right.</summary>
    public long Difference => Left - Right;
}

/// <summary>A figure as far as it is known.</summary>
/// <param name="Known">Sum of the known parts.</param>
/// <param name="Missing">Keys of the unknown parts with their sign; empty when the figure is known.</param>
public sealed record FigureValue(long Known, IReadOnlyList<(int Sign, string Fact)> Missing)
{
    /// <summary>Gets whether nothing is missing.</summary>
    public bool IsKnown => Missing.Count == 0;
}
