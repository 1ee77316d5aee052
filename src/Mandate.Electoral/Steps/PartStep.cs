namespace Mandate.Electoral.Steps;

/// <summary>Gives one list the whole part of a share of its quotient, with a minimum, and all other seats to another.</summary>
/// <param name="Id">Id of the step.</param>
/// <param name="Among">Table of the lists whose votes make the quota.</param>
/// <param name="To">Table that holds the one list served first.</param>
/// <param name="Factor">What its quotient is multiplied by before the whole part is taken, such as 0.7.</param>
/// <param name="AtLeast">The fewest seats it gets.</param>
/// <param name="RestTo">Table that holds the one list that takes the rest.</param>
/// <param name="As">The table written: seats by list.</param>
/// <remarks>
/// Kazakhstan, Constitutional Law on Elections, art. 97-1 as amended on 9 February 2009 (at least two seats) and art. 111-1
/// (at least one). The quota is Hare's over the two lists, exact.
/// </remarks>
public sealed record PartStep(string Id, string Among, string To, Ratio Factor, int AtLeast, string RestTo, string As) : Step("allocate", Id)
{
    /// <inheritdoc/>
    public override bool GivesSeats => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads => [Among, To, RestTo];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => [As];

    /// <inheritdoc/>
    internal override IEnumerable<string> Needs => [Among, To, RestTo];

    /// <inheritdoc/>
    internal override void Run(StepContext context)
    {
        var lists = context.Read(Among).Contenders;
        if (context.Seats(this) is not { } house || context.Votes(this, lists) is not { } votes)
        {
            return;
        }

        // The law speaks of one list here and one there; of anything else it says nothing.
        if (new[] { To, RestTo }.FirstOrDefault(t => context.Read(t) is not { Count: 1 } one || !lists.Contains(one.Contenders[0])) is { } other)
        {
            context.Halt(this, Status.Undefined, "table", [], house, [other]);
            return;
        }

        if (votes.Sum() == 0)
        {
            context.Halt(this, Status.Undefined, "no-votes", lists, house);
            return;
        }

        var served = context.Read(To).Contenders[0];
        var rest = context.Read(RestTo).Contenders[0];
        var quota = new Ratio(votes.Sum(), house);
        var quotient = votes[lists.ToList().IndexOf(served)] / quota;
        var whole = (int)(quotient * Factor).Floor;
        var seats = Math.Min(house, Math.Max(whole, AtLeast));
        context.Write(As, Rows.Of(lists, l => l == served ? seats : l == rest ? house - seats : 0));
        context.Add(
            this,
            whole < AtLeast ? "part-minimum" : "part",
            new Dictionary<string, Argument>
            {
                ["list"] = new Argument.Contenders([served]),
                ["first"] = new Argument.Contenders([rest]),
                ["votes"] = new Argument.Count(votes.Sum()),
                ["quota"] = new Argument.Exact(quota),
                ["factor"] = new Argument.Exact(Factor),
                ["quotient"] = new Argument.Exact(quotient),
                ["product"] = new Argument.Exact(quotient * Factor),
                ["whole"] = new Argument.Count(whole),
                ["minimum"] = new Argument.Count(AtLeast),
                ["seats"] = new Argument.Count(seats),
                ["rest"] = new Argument.Count(house - seats),
            },
            () => [.. lists.Select((l, i) => Row(l, votes[i], quota, l == served ? seats : house - seats))]);
    }

    private static TraceRow Row(string list, long votes, Ratio quota, int seats) => new(
        list,
        "part",
        new Dictionary<string, Argument>
        {
            ["votes"] = new Argument.Count(votes),
            ["quotient"] = new Argument.Exact(votes / quota),
            ["seats"] = new Argument.Count(seats),
        });
}
