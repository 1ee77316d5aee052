namespace Mandate.Electoral.Steps;

/// <summary>Elects persons: by a share of those who took part, with a second round where the law has one, or by most votes.</summary>
/// <param name="Id">Id of the step.</param>
/// <param name="Limit">The share needed; null where most votes win.</param>
/// <param name="Runoff">Whether a second round among the top two follows when more than two stood and none was elected.</param>
/// <param name="Otherwise">What follows when seats stay open: <c>repeat-election</c> or <c>repeat-vote</c>.</param>
/// <param name="Ties">Rules for a tie, in order.</param>
/// <param name="As">The table written: 1 for each person elected.</param>
public sealed record ElectStep(string Id, Limit? Limit, bool Runoff, string Otherwise, IReadOnlyList<TieRule> Ties, string As) : Step("elect", Id)
{
    private const int InRunoff = 2;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads => [];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => [As];

    /// <inheritdoc/>
    internal override void Run(StepContext context)
    {
        var stood = context.Among(null);
        if (stood.Count == 0)
        {
            context.Halt(this, Status.Unknown, "candidates", [], context.Seats);
            return;
        }

        if (context.Votes(this, stood) is not { } votes || Reaching(context, stood, votes) is not { } reaching)
        {
            return;
        }

        var winners = Best(context, reaching, l => context.Area.Votes[l], context.Seats);
        if (winners is null)
        {
            return;
        }

        if (winners.Count == 0 && Runoff && stood.Count > InRunoff)
        {
            winners = SecondRound(context, stood);
            if (winners is null)
            {
                return;
            }
        }

        context.Write(As, Table.Of(stood.Where(winners.Contains)));
        context.Elected.AddRange(stood.Where(winners.Contains).Select(w => new Elected(w, w)));
        if (winners.Count < context.Seats)
        {
            context.Halt(this, Status.Repeat, Otherwise, [.. stood.Where(s => !winners.Contains(s))], context.Seats - winners.Count);
        }
    }

    /// <summary>Those who reach the share, all where none is asked; null after halting.</summary>
    private IReadOnlyList<string>? Reaching(StepContext context, IReadOnlyList<string> stood, IReadOnlyList<long> votes)
    {
        if (Limit is null)
        {
            Trace(context, "most-votes", stood, votes, null, s => true);
            return stood;
        }

        var figure = context.Figure(Limit.Of);
        if (!figure.IsKnown)
        {
            context.Halt(this, Status.Unknown, "figure", [], context.Seats, [.. figure.Missing.Select(m => m.Fact)]);
            return null;
        }

        bool Reaches(string s) => Limit.IsReached(context.Area.Votes[s], figure.Known);
        Trace(context, "share", stood, votes, figure.Known, Reaches);
        return [.. stood.Where(Reaches)];
    }

    private void Trace(StepContext context, string outcome, IReadOnlyList<string> stood, IReadOnlyList<long> votes, long? @base, Func<string, bool> reaches)
    {
        var arguments = new Dictionary<string, Argument> { ["seats"] = new Argument.Count(context.Seats) };
        if (Limit is not null && @base is { } b)
        {
            arguments["limit"] = new Argument.Share(Limit.Share, null);
            arguments["than"] = new Argument.Term(Limit.Strict ? "more-than" : "at-least");
            arguments["of"] = new Argument.Term(Limit.Of);
            arguments["base"] = new Argument.Count(b);
        }

        context.Add(this, outcome, arguments, [.. stood.Select((s, i) => Row(s, votes[i], @base, Limit is null ? "stood" : reaches(s) ? "reached" : "missed"))]);
    }

    private TraceRow Row(string person, long votes, long? @base, string outcome)
    {
        var row = new Dictionary<string, Argument> { ["votes"] = new Argument.Count(votes) };
        if (@base is > 0)
        {
            row["share"] = new Argument.Share(new Ratio(votes, @base.Value), Limit?.Share);
        }

        return new TraceRow(person, outcome, row);
    }

    /// <summary>At most <paramref name="seats"/> of <paramref name="among"/> with most votes; null after halting for a tie.</summary>
    private IReadOnlyList<string>? Best(StepContext context, IReadOnlyList<string> among, Func<string, long> votes, int seats)
    {
        if (among.Count <= seats)
        {
            return among;
        }

        var cut = among.Select(votes).OrderDescending().ElementAt(seats - 1);
        var above = among.Where(a => votes(a) > cut).ToList();
        var at = among.Where(a => votes(a) == cut).ToList();
        if (above.Count + at.Count == seats)
        {
            return [.. above, .. at];
        }

        return TieSettler.Settle(context, this, new Tie(at, seats - above.Count), Ties) is { } won ? [.. above, .. won] : null;
    }

    /// <summary>The winner of the second round; null after halting because it is still to come, or tied.</summary>
    private IReadOnlyList<string>? SecondRound(StepContext context, IReadOnlyList<string> stood)
    {
        if (context.Area.Runoff is not { } second)
        {
            if (Best(context, stood, s => context.Area.Votes[s], InRunoff) is { } top)
            {
                context.Halt(this, Status.Runoff, "runoff", [.. stood.Where(top.Contains)], context.Seats);
            }

            return null;
        }

        var again = stood.Where(second.ContainsKey).ToList();
        context.Add(
            this,
            "runoff",
            new Dictionary<string, Argument> { ["seats"] = new Argument.Count(context.Seats), ["lists"] = new Argument.Count(again.Count) },
            [.. again.Select(s => Row(s, second[s], null, "stood"))]);
        return Best(context, again, s => second[s], context.Seats);
    }
}
