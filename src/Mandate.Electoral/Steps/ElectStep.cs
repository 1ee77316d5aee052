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
    public override bool GivesSeats => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads => [];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => [As];

    /// <inheritdoc/>
    internal override void Run(StepContext context)
    {
        var stood = context.Among(null);
        if (context.Seats(this) is not { } house)
        {
            return;
        }

        if (stood.Count == 0)
        {
            context.Halt(this, Status.Unknown, "candidates", [], house);
            return;
        }

        if (context.Votes(this, stood) is not { } votes || Reaching(context, house, stood, votes) is not { } reaching)
        {
            return;
        }

        var winners = Best(context, reaching, l => context.Area.Votes(l)!.Value, house);
        if (winners is null)
        {
            return;
        }

        if (winners.Count == 0 && Runoff && stood.Count > InRunoff)
        {
            winners = SecondRound(context, house, stood);
            if (winners is null)
            {
                return;
            }
        }

        context.Write(As, Rows.Of(stood.Where(winners.Contains)));
        foreach (var winner in stood.Where(winners.Contains).Where(w => context.Contender(w).Kind == ContenderKind.Candidate))
        {
            context.Elect(new Elected(winner, winner));
        }

        if (winners.Count < house)
        {
            context.Halt(this, Status.Repeat, Otherwise, [.. stood.Where(s => !winners.Contains(s))], house - winners.Count);
        }
    }

    /// <summary>Those who reach the share, all where none is asked; null after halting.</summary>
    private IReadOnlyList<string>? Reaching(StepContext context, int house, IReadOnlyList<string> stood, IReadOnlyList<long> votes)
    {
        if (Limit is null)
        {
            Trace(context, house, "most-votes", stood, votes, null, s => true);
            return stood;
        }

        var figure = context.Figure(Limit.Of);
        if (!figure.IsKnown)
        {
            context.Halt(this, Status.Unknown, "figure", [], house, [.. figure.Missing.Select(m => m.Fact)]);
            return null;
        }

        bool Reaches(string s) => Limit.IsReached(context.Area.Votes(s)!.Value, figure.Known);
        Trace(context, house, "share", stood, votes, figure.Known, Reaches);
        return [.. stood.Where(Reaches)];
    }

    private void Trace(StepContext context, int house, string outcome, IReadOnlyList<string> stood, IReadOnlyList<long> votes, long? @base, Func<string, bool> reaches)
    {
        var arguments = new Dictionary<string, Argument> { ["seats"] = new Argument.Count(house) };
        if (Limit is not null && @base is { } b)
        {
            arguments["limit"] = new Argument.Share(Limit.Share, null);
            arguments["than"] = new Argument.Term(Limit.Strict ? "more-than" : "at-least");
            arguments["of"] = new Argument.Term(Limit.Of);
            arguments["base"] = new Argument.Count(b);
        }

        context.Add(this, outcome, arguments, () => [.. stood.Select((s, i) => Row(s, votes[i], @base, Limit is null ? "stood" : reaches(s) ? "reached" : "missed"))]);
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

        return TieSettler.Settle(context, this, new Tie(at, seats - above.Count), Ties, votes) is { } won ? [.. above, .. won] : null;
    }

    /// <summary>The winner of the second round; null after halting because it is still to come, or tied.</summary>
    private IReadOnlyList<string>? SecondRound(StepContext context, int house, IReadOnlyList<string> stood)
    {
        if (context.Area.Runoff is not { } second)
        {
            if (Best(context, stood, s => context.Area.Votes(s)!.Value, InRunoff) is { } top)
            {
                context.Halt(this, Status.Runoff, "runoff", [.. stood.Where(top.Contains)], house);
            }

            return null;
        }

        var again = stood.Where(second.ContainsKey).ToList();
        context.Add(
            this,
            "runoff",
            new Dictionary<string, Argument> { ["seats"] = new Argument.Count(house), ["lists"] = new Argument.Count(again.Count) },
            () => [.. again.Select(s => Row(s, second[s], null, "stood"))]);
        return Best(context, again, s => second[s], house);
    }
}
