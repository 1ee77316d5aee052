using System.Numerics;

namespace Mandate.Electoral.Steps;

/// <summary>One named operation of a tier: it reads tables, votes and figures, and writes new tables.</summary>
/// <param name="Word">The step's word in a law, such as <c>admit</c>.</param>
/// <param name="Id">Its id in the tier; the word itself where the law gives none.</param>
public abstract record Step(string Word, string Id)
{
    /// <summary>Gets the article of the version's act; null where it is not known.</summary>
    public string? Article { get; init; }

    /// <summary>Gets when the step runs; null means always.</summary>
    public Guard? When { get; init; }

    /// <summary>Gets the kind of area the step is carried out in, each on its own; null means every constituency.</summary>
    public string? For { get; init; }

    /// <summary>Gets whether the first table it writes gives seats.</summary>
    public virtual bool GivesSeats => false;

    /// <summary>Gets names of tables the step reads.</summary>
    public abstract IReadOnlyList<string> Reads { get; }

    /// <summary>Gets names of tables the step can write.</summary>
    public abstract IReadOnlyList<string> Writes { get; }

    /// <summary>Gets names of tables that must say something of the very place: without them the law says nothing there.</summary>
    internal virtual IEnumerable<string> Needs => [];

    /// <summary>Carries the step out.</summary>
    internal abstract void Run(StepContext context);
}

/// <summary>A limit that a share must reach.</summary>
/// <param name="Share">The share, above 0 and at most 1.</param>
/// <param name="Strict">True for "more than", false for "at least".</param>
/// <param name="Of">Name of the figure it is a share of.</param>
public sealed record Limit(Ratio Share, bool Strict, string Of)
{
    /// <summary>Whether <paramref name="votes"/> of <paramref name="base"/> reach the limit; exact.</summary>
    public bool IsReached(long votes, long @base)
    {
        var order = new Ratio(votes, 1).CompareTo(Share * @base);
        return Strict ? order > 0 : order >= 0;
    }

    /// <summary>The largest base of which <paramref name="votes"/> still reach the limit.</summary>
    internal long LargestBase(long votes)
    {
        var exact = new Ratio(votes, 1) / Share;
        return (long)BigInteger.Min(long.MaxValue, Strict ? exact.Ceiling - 1 : exact.Floor);
    }
}

/// <summary>What settles a tie, in the order in which a law names it.</summary>
public enum TieRule
{
    /// <summary>The list registered earlier.</summary>
    EarliestRegistered,

    /// <summary>The list with more votes.</summary>
    MoreVotes,

    /// <summary>The list with fewer votes.</summary>
    FewerVotes,

    /// <summary>A lot, drawn and recorded.</summary>
    Lot,

    /// <summary>The person who stands earlier on the list.</summary>
    ListOrder,

    /// <summary>The vote is held again among those who tie.</summary>
    RepeatVote,
}
