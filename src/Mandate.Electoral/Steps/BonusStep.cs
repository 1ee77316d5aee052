namespace Mandate.Electoral.Steps;

/// <summary>Gives seats to whoever came first.</summary>
/// <param name="Id">Id of the step.</param>
/// <param name="Seats">How many.</param>
/// <param name="Among">Table of those who can come first; null for every list on the ballot.</param>
/// <param name="VotesFrom">Table whose numbers count as votes; null for the votes themselves.</param>
/// <param name="Ties">Rules for a tie, in order.</param>
/// <param name="As">The table written.</param>
/// <remarks>Sri Lanka, Constitution art. 99(4): one seat in each district; Greece gives one to fifty nationwide.</remarks>
public sealed record BonusStep(string Id, TermSum Seats, string? Among, string? VotesFrom, IReadOnlyList<TieRule> Ties, string As) : Step("bonus", Id)
{
    /// <inheritdoc/>
    public override bool GivesSeats => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads => [.. new[] { Among, VotesFrom }.OfType<string>(), .. Seats.Names.Where(n => n != TermSum.AreaSeats)];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => [As];

    /// <inheritdoc/>
    internal override IEnumerable<string> Needs => new[] { Among, VotesFrom }.OfType<string>();

    /// <inheritdoc/>
    internal override void Run(StepContext context)
    {
        var lists = context.Among(Among ?? VotesFrom);
        if (context.Votes(this, lists, VotesFrom) is not { } votes || context.Count(this, Seats) is not { } seats)
        {
            return;
        }

        var most = 0L;
        foreach (var count in votes)
        {
            most = Math.Max(most, count);
        }

        if (most == 0 || seats < 0)
        {
            context.Halt(this, Status.Undefined, "no-votes", lists, seats);
            return;
        }

        var first = lists.Where((_, i) => votes[i] == most).ToList();
        if (first.Count > 1)
        {
            if (TieSettler.Settle(context, this, new Tie(first, 1), Ties, _ => most) is not { } winners)
            {
                return;
            }

            first = [.. winners];
        }

        context.Write(As, Rows.Of([first[0]], _ => seats));
        context.Add(this, "first", new Dictionary<string, Argument>
        {
            ["list"] = new Argument.Contenders(first),
            ["votes"] = new Argument.Count(most),
            ["seats"] = new Argument.Count(seats),
        });
    }
}
