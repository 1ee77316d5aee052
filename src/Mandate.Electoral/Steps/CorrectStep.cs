namespace Mandate.Electoral.Steps;

/// <summary>Gives a list with an absolute majority of votes an absolute majority of seats, at the cost of the last seat given.</summary>
/// <param name="Id">Id of the step.</param>
/// <param name="Seats">Table of seats so far.</param>
/// <param name="Ties">Rules for a tie among those who could lose the seat, in order.</param>
/// <param name="As">The table written: seats by list.</param>
/// <remarks>Netherlands, Kieswet art. P 9.</remarks>
public sealed record CorrectStep(string Id, string Seats, IReadOnlyList<TieRule> Ties, string As) : Step("correct", Id)
{
    /// <inheritdoc/>
    public override bool GivesSeats => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads => [Seats];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => [As];

    /// <inheritdoc/>
    internal override IEnumerable<string> Needs => [Seats];

    /// <inheritdoc/>
    internal override void Run(StepContext context)
    {
        var seats = context.Read(Seats);
        var lists = seats.Contenders;
        if (context.Seats(this) is not { } house || context.Votes(this, lists) is not { } counts)
        {
            return;
        }

        var votes = counts.Sum();
        var of = lists.Zip(counts).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        var major = lists.FirstOrDefault(l => of[l] > votes - of[l]);
        var losers = context.Find(AllocateStep.Last)?.Contenders.Where(l => l != major).ToList() ?? [];
        if (major is null || seats[major] * 2 > house || losers.Count == 0)
        {
            context.Write(As, seats);
            context.Add(this, "nothing", new Dictionary<string, Argument>());
            return;
        }

        // A tie is over who keeps a seat, so all but one of those at the cut "win" it.
        IReadOnlyList<string>? keep = losers.Count == 1 ? [] : TieSettler.Settle(context, this, new Tie(losers, losers.Count - 1), Ties, l => of[l]);
        if (keep is null)
        {
            return;
        }

        var loser = losers.Single(l => !keep.Contains(l));
        context.Write(As, Rows.Of(lists, l => seats[l] + (l == major ? 1 : l == loser ? -1 : 0)));
        context.Add(
            this,
            "majority",
            new Dictionary<string, Argument>
            {
                ["list"] = new Argument.Contenders([major]),
                ["votes"] = new Argument.Count(of[major]),
                ["base"] = new Argument.Count(votes),
                ["seats"] = new Argument.Count(seats[major] + 1),
                ["from"] = new Argument.Contenders([loser]),
            });
    }
}
