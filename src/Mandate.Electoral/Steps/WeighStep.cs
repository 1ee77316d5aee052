namespace Mandate.Electoral.Steps;

/// <summary>Makes voter numbers: the votes of each list divided by the seats of its area, so that ballots with many and with few votes weigh alike.</summary>
/// <param name="Id">Id of the step.</param>
/// <param name="VotesPer">What the votes are divided by.</param>
/// <param name="Rounded">Whether each quotient becomes the nearest whole number, halves up; else it stays a fraction.</param>
/// <param name="As">The table written: voter numbers by list.</param>
/// <remarks>Zürich, Gesetz über die politischen Rechte § 103: a voter has as many votes as the district has seats.</remarks>
public sealed record WeighStep(string Id, TermSum VotesPer, bool Rounded, string As) : Step("weigh", Id)
{
    /// <summary>Voter numbers of all areas together are whole numbers of their common part, and must stay below this.</summary>
    private const long LargestSum = long.MaxValue / 4;

    /// <summary>Gets the table of those who are weighed; null for every list on the ballot.</summary>
    public string? Among { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads => [.. VotesPer.Names.Where(n => n != TermSum.AreaSeats), .. new[] { Among }.OfType<string>()];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => [As];

    /// <inheritdoc/>
    internal override void Run(StepContext context)
    {
        var among = Among is null ? null : context.Read(Among);
        var lists = context.Area.Contenders.Select(c => c.Id).Where(c => among?.Has(c) ?? context.Contender(c).CanWin).ToList();
        if (context.Votes(this, lists) is not { } votes || context.Count(this, VotesPer) is not { } seats)
        {
            return;
        }

        if (seats < 1)
        {
            context.Halt(this, Status.Undefined, "voters-seats", lists, seats);
            return;
        }

        if (!Rounded && !Fits(context))
        {
            context.Halt(this, Status.Undefined, "voters-fine", lists, seats);
            return;
        }

        var rows = lists.Zip(votes, (l, v) => KeyValuePair.Create(l, Rounded ? (long)(new Ratio(v, seats) + new Ratio(1, 2)).Floor : v)).ToList();
        context.Write(As, new Rows(rows, Rounded ? 1 : seats));
        context.Add(
            this,
            Rounded ? "rounded" : "divided",
            new Dictionary<string, Argument> { ["seats"] = new Argument.Count(seats), ["lists"] = new Argument.Count(lists.Count) },
            () => [.. lists.Select((l, i) => new TraceRow(l, "weighed", new Dictionary<string, Argument>
            {
                ["votes"] = new Argument.Count(votes[i]),
                ["voters"] = Rounded ? new Argument.Count(rows[i].Value) : new Argument.Exact(new Ratio(votes[i], seats)),
            }))]);
    }

    /// <summary>Whether the sums over all areas can be written as whole numbers of a common part.</summary>
    private bool Fits(StepContext context)
    {
        System.Numerics.BigInteger unit = 1, sum = 0;
        foreach (var place in context.Run.For(For))
        {
            var seats = context.In(place).CountKnown(VotesPer) ?? 1;
            unit = seats < 1 ? unit : unit / System.Numerics.BigInteger.GreatestCommonDivisor(unit, seats) * seats;
            sum += place.Contenders.Aggregate(System.Numerics.BigInteger.Zero, (s, c) => s + (place.Votes(c.Id) ?? 0));
        }

        return unit * sum < LargestSum;
    }
}
