namespace Mandate.Electoral.Steps;

/// <summary>Admits the lists that reach a threshold.</summary>
/// <param name="Id">Id of the step.</param>
/// <param name="Limit">The threshold and its base.</param>
/// <param name="As">The table written: those admitted.</param>
/// <remarks>
/// Where exactly one part of the base is unknown and can only add to it, the lists admitted without it are taken, and the
/// largest value for which they stay the same is noted as a <see cref="Condition"/>.
/// </remarks>
public sealed record AdmitStep(string Id, Limit Limit, string As) : Step("admit", Id)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads => [];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => [As];

    /// <inheritdoc/>
    internal override void Run(StepContext context)
    {
        var among = context.Among(null);
        if (context.Votes(this, among) is not { } votes)
        {
            return;
        }

        var figure = context.Figure(Limit.Of);
        if (!figure.IsKnown && (figure.Missing.Count > 1 || figure.Missing[0].Sign < 0))
        {
            context.Halt(this, Status.Unknown, "figure", [], context.Seats, [.. figure.Missing.Select(m => m.Fact)]);
            return;
        }

        var admitted = among.Where((_, i) => Limit.IsReached(votes[i], figure.Known)).ToList();
        context.Write(As, Table.Of(admitted));
        context.Add(
            this,
            figure.IsKnown ? "threshold" : "threshold-if",
            new Dictionary<string, Argument>
            {
                ["limit"] = new Argument.Share(Limit.Share, null),
                ["than"] = new Argument.Term(Limit.Strict ? "more-than" : "at-least"),
                ["of"] = new Argument.Term(Limit.Of),
                ["base"] = new Argument.Count(figure.Known),
                ["needed"] = new Argument.Count(Needed(figure.Known)),
                ["admitted"] = new Argument.Count(admitted.Count),
            },
            [.. among.Select((list, i) => Row(list, votes[i], figure.Known))]);

        if (!figure.IsKnown)
        {
            if (admitted.Count == 0)
            {
                context.Halt(this, Status.Unknown, "figure", [], context.Seats, [figure.Missing[0].Fact]);
                return;
            }

            var largest = admitted.Min(list => Limit.LargestBase(context.Area.Votes[list]));
            context.Conditions.Add(new Condition(context.Tier.Id, context.Area.Id, figure.Missing[0].Fact, largest - figure.Known));
        }

        if (admitted.Count == 0)
        {
            context.Halt(this, Status.Undefined, "none-admitted", [], context.Seats);
        }
    }

    /// <summary>The fewest votes that reach the limit.</summary>
    private long Needed(long @base)
    {
        var exact = Limit.Share * @base;
        return (long)(Limit.Strict ? exact.Floor + 1 : exact.Ceiling);
    }

    private TraceRow Row(string list, long votes, long @base) => new(
        list,
        Limit.IsReached(votes, @base) ? "passed" : "missed",
        new Dictionary<string, Argument>
        {
            ["votes"] = new Argument.Count(votes),
            ["share"] = new Argument.Share(@base == 0 ? Ratio.Zero : new Ratio(votes, @base), Limit.Share),
        });
}
