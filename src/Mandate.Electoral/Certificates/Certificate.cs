using System.Numerics;

namespace Mandate.Electoral.Certificates;

/// <summary>Inequalities on whole numbers from which every result of an election follows.</summary>
/// <param name="Tiers">The tiers in the order of the law.</param>
/// <remarks>
/// Whoever holds the votes and can multiply can check it, without any of the methods that found the seats. It is made when
/// it is asked for; a count that nobody asks pays nothing. <c>docs/certificates.md</c> says what suffices for each rule.
/// Literature: F. Pukelsheim, <i>Proportional Representation</i>, 2nd ed. 2017, chapters 4, 5 and 15 (the max-min inequalities).
/// </remarks>
public sealed record Certificate(IReadOnlyList<TierCertificate> Tiers)
{
    /// <summary>The certificate of an outcome; what is pending in it has none.</summary>
    /// <exception cref="InvalidOperationException">An inequality does not hold: the outcome would be wrong.</exception>
    public static Certificate Of(ElectionOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return new Certificate([.. outcome.Tiers.Select(TierCertifier.Of)]);
    }

    /// <summary>The certificate of a matrix whose districts and lists have given seats.</summary>
    /// <exception cref="ArgumentException">Cells are open, because lists tie.</exception>
    public static Certificate Of(Matrices.MatrixOutcome.Solved solved)
    {
        ArgumentNullException.ThrowIfNull(solved);
        return solved.Open.Count == 0
            ? new Certificate([MatrixProof.Of(solved)])
            : throw new ArgumentException("Lists tie in this matrix; settle the open cells first.", nameof(solved));
    }
}

/// <summary>The certificate of a tier.</summary>
/// <param name="Id">Id of the tier.</param>
/// <param name="Result">The tables whose sum is the outcome, as the law writes them; null where the last table is.</param>
/// <param name="Areas">Every area with its seats.</param>
/// <param name="Tables">Every table that a step wrote.</param>
/// <param name="Proofs">What every step did, in the order in which the law lists them.</param>
public sealed record TierCertificate(
    string Id, string? Result, IReadOnlyList<CertifiedArea> Areas, IReadOnlyList<CertifiedTable> Tables, IReadOnlyList<Proof> Proofs)
{
    /// <summary>Gets what the law means by figures that thresholds are shares of.</summary>
    public IReadOnlyList<FigureRule> Figures { get; init; } = [];
}

/// <summary>An area and what it elected.</summary>
/// <param name="Id">Id of the area.</param>
/// <param name="Kind">What it is, such as <c>constituency</c> or <c>nation</c>.</param>
/// <param name="Constituencies">Ids of the constituencies in it; itself where it is one.</param>
/// <param name="Seats">The seats it elects; null where they are not known.</param>
/// <param name="Given">Whether its seats are given without votes.</param>
/// <param name="From">The table its seats stand in; null where the tier's result is a sum of tables, or where it has none.</param>
/// <param name="Won">Seats by contender.</param>
public sealed record CertifiedArea(
    string Id, string Kind, IReadOnlyList<string> Constituencies, int? Seats, bool Given, string? From, IReadOnlyList<KeyValuePair<string, int>> Won);

/// <summary>What a step wrote of one area.</summary>
/// <param name="Name">Name of the table.</param>
/// <param name="Area">The area.</param>
/// <param name="Unit">What the numbers are parts of: 1, or the common denominator of voter numbers.</param>
/// <param name="Rows">Numbers by contender.</param>
public sealed record CertifiedTable(string Name, string Area, long Unit, IReadOnlyList<KeyValuePair<string, long>> Rows);

/// <summary>What one step did in one area, and the inequalities from which it follows.</summary>
/// <param name="Area">The area.</param>
/// <param name="Step">The step's word.</param>
/// <param name="Id">Its id in the tier.</param>
/// <param name="Rule">How the inequalities are to be read, such as <c>divisors</c>.</param>
public sealed record Proof(string Area, string Step, string Id, string Rule)
{
    /// <summary>Gets the article of the version's act; null where it is not known.</summary>
    public string? Article { get; init; }

    /// <summary>Gets whose seats are shared out, where a step shares out those of several; else null.</summary>
    public string? Of { get; init; }

    /// <summary>Gets what the step reads, by role: names of tables, methods and sums as the law writes them.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Reads { get; init; } = [];

    /// <summary>Gets the tables it writes, by role.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Writes { get; init; } = [];

    /// <summary>Gets numbers that hold for all, such as <c>seats</c> and the cut.</summary>
    public IReadOnlyList<KeyValuePair<string, BigInteger>> Numbers { get; init; } = [];

    /// <summary>Gets everybody who takes part, with votes and seats.</summary>
    public IReadOnlyList<Party> Parties { get; init; } = [];

    /// <summary>Gets the threshold; null where the step has none.</summary>
    public Requirement? Requirement { get; init; }

    /// <summary>Gets the inequalities.</summary>
    public IReadOnlyList<Inequality> Inequalities { get; init; } = [];

    /// <summary>Gets how ties were settled.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];
}

/// <summary>Who takes part in a step.</summary>
/// <param name="Id">A list, group, person or area.</param>
/// <param name="Numbers">Its numbers: <c>votes</c>, <c>seats</c>, and <c>least</c>, <c>most</c> or <c>held</c> where there are such.</param>
public sealed record Party(string Id, IReadOnlyList<KeyValuePair<string, BigInteger>> Numbers);

/// <summary>How a tie was settled.</summary>
/// <param name="By">What settled it, such as <c>lot</c> or <c>more-votes</c>.</param>
/// <param name="Contenders">Who tied.</param>
/// <param name="Seats">For how many seats.</param>
/// <param name="Winners">Who won them; empty where it is open.</param>
public sealed record Decision(string By, IReadOnlyList<string> Contenders, int Seats, IReadOnlyList<string> Winners);

/// <summary>A threshold, or a part of one.</summary>
/// <param name="Path">Its place: empty for the whole, then numbers from 0 with points between.</param>
/// <param name="Kind"><c>all</c>, <c>any</c>, <c>share</c>, <c>quotas</c>, <c>won</c>, <c>parties</c>, <c>tag</c> or <c>member</c>.</param>
/// <param name="Facts">What it asks.</param>
/// <param name="Parts">Its parts, for <c>all</c> and <c>any</c>.</param>
public sealed record Requirement(string Path, string Kind, IReadOnlyList<KeyValuePair<string, string>> Facts, IReadOnlyList<Requirement> Parts);
