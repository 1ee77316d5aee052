using System.Numerics;

namespace Mandate.Electoral.Steps;

/// <summary>Admits the lists that reach a threshold.</summary>
/// <param name="Id">Id of the step.</param>
/// <param name="Threshold">What a list must reach.</param>
/// <param name="As">The table written: those admitted.</param>
/// <remarks>
/// Where exactly one part of the base of a plain share is unknown and can only add to it, the lists admitted without it are
/// taken, and the largest value for which they stay the same is noted as a <see cref="Condition"/>.
/// </remarks>
public sealed record AdmitStep(string Id, Threshold Threshold, string As) : Step("admit", Id)
{
    /// <summary>Gets the table of those who can be admitted; null for every list on the ballot.</summary>
    public string? Among { get; init; }

    /// <summary>Gets the table whose numbers count as votes; null for the votes themselves.</summary>
    public string? VotesFrom { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads => [.. new[] { Among, VotesFrom }.OfType<string>(), .. Threshold.Names];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => [As];

    /// <inheritdoc/>
    internal override IEnumerable<string> Needs => new[] { Among, VotesFrom }.OfType<string>();

    /// <inheritdoc/>
    internal override void Run(StepContext context)
    {
        var among = context.Among(Among ?? VotesFrom);
        if (context.Votes(this, among, VotesFrom) is not { } votes)
        {
            return;
        }

        if (Threshold is Threshold.Share { Where: null } share)
        {
            Measure(context, share.Limit, among, votes);
        }
        else
        {
            Weigh(context, among, votes);
        }
    }

    private void Measure(StepContext context, Limit limit, IReadOnlyList<string> among, IReadOnlyList<long> votes)
    {
        var figure = context.Figure(limit.Of);
        if (!figure.IsKnown && (figure.Missing.Count > 1 || figure.Missing[0].Sign < 0))
        {
            context.Halt(this, Status.Unknown, "figure", [], context.Area.Seats ?? 0, [.. figure.Missing.Select(m => m.Fact)]);
            return;
        }

        var admitted = among.Where((_, i) => limit.IsReached(votes[i], figure.Known)).ToList();
        context.Write(As, Rows.Of(admitted));
        context.Add(
            this,
            figure.IsKnown ? "threshold" : "threshold-if",
            new Dictionary<string, Argument>
            {
                ["limit"] = new Argument.Share(limit.Share, null),
                ["than"] = new Argument.Term(limit.Strict ? "more-than" : "at-least"),
                ["of"] = new Argument.Term(limit.Of),
                ["base"] = new Argument.Count(figure.Known),
                ["needed"] = new Argument.Count(Needed(limit, figure.Known)),
                ["admitted"] = new Argument.Count(admitted.Count),
            },
            () => [.. among.Select((list, i) => Row(list, votes[i], figure.Known, limit.IsReached(votes[i], figure.Known), limit.Share))]);

        if (!figure.IsKnown)
        {
            if (admitted.Count == 0)
            {
                context.Halt(this, Status.Unknown, "figure", [], context.Area.Seats ?? 0, [figure.Missing[0].Fact]);
                return;
            }

            var largest = limit.LargestBase(votes.Where(v => limit.IsReached(v, figure.Known)).Min());
            context.Conditions.Add(new Condition(context.Tier.Id, context.Area.Id, figure.Missing[0].Fact, largest - figure.Known));
        }

        End(context, admitted.Count);
    }

    private void Weigh(StepContext context, IReadOnlyList<string> among, IReadOnlyList<long> votes)
    {
        var missing = new List<string>();
        var reached = among.Select(list => Threshold.IsReached(context, list, VotesFrom, missing)).ToList();
        if (reached.Any(r => r is null))
        {
            context.Halt(this, Status.Unknown, "figure", [], context.Area.Seats ?? 0, [.. missing.Distinct()]);
            return;
        }

        var admitted = among.Where((_, i) => reached[i] == true).ToList();
        context.Write(As, Rows.Of(admitted));
        var total = votes.Sum();
        context.Add(
            this,
            "conditions",
            new Dictionary<string, Argument> { ["conditions"] = Threshold.Words, ["admitted"] = new Argument.Count(admitted.Count) },
            () => [.. among.Select((list, i) => Row(list, votes[i], total, reached[i] == true, Ratio.Zero))]);
        End(context, admitted.Count);
    }

    private void End(StepContext context, int admitted)
    {
        if (admitted == 0)
        {
            context.Halt(this, Status.Undefined, "none-admitted", [], context.Area.Seats ?? 0);
        }
    }

    /// <summary>The fewest votes that reach the limit.</summary>
    private static long Needed(Limit limit, long @base)
    {
        var exact = limit.Share * @base;
        return (long)BigInteger.Min(long.MaxValue, limit.Strict ? exact.Floor + 1 : exact.Ceiling);
    }

    private static TraceRow Row(string list, long votes, long @base, bool reached, Ratio limit) => new(
        list,
        reached ? "passed" : "missed",
        new Dictionary<string, Argument>
        {
            ["votes"] = new Argument.Count(votes),
            ["share"] = new Argument.Share(@base == 0 ? Ratio.Zero : new Ratio(votes, @base), limit),
        });
}
