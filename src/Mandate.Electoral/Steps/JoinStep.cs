namespace Mandate.Electoral.Steps;

/// <summary>Lets the list with the next most votes join those admitted.</summary>
/// <param name="Id">Id of the step.</param>
/// <param name="To">The table of those admitted.</param>
/// <param name="As">The table written: those admitted and the one that joins. The joining list alone is written as <c>runner-up</c>.</param>
public sealed record JoinStep(string Id, string To, string As) : Step("join", Id)
{
    /// <summary>Name of the table that holds the list that joins.</summary>
    public const string RunnerUp = "runner-up";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads => [To];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => [As, RunnerUp];

    /// <inheritdoc/>
    internal override IEnumerable<string> Needs => [To];

    /// <inheritdoc/>
    internal override void Run(StepContext context)
    {
        var admitted = context.Read(To);
        var others = context.Among(null).Where(c => !admitted.Has(c)).ToList();
        if (context.Votes(this, others) is not { } votes)
        {
            return;
        }

        var most = votes.Count == 0 ? 0 : votes.Max();
        var next = others.Where((_, i) => votes[i] == most && most > 0).ToList();
        if (next.Count > 1)
        {
            context.Halt(this, Status.Undefined, "runner-up-tie", next, 1);
            return;
        }

        if (next.Count == 0)
        {
            context.Add(this, "nobody", new Dictionary<string, Argument>());
            return;
        }

        context.Write(RunnerUp, Rows.Of(next));
        context.Write(As, Rows.Of(context.Among(null).Where(c => admitted.Has(c) || c == next[0])));
        context.Add(
            this,
            "joined",
            new Dictionary<string, Argument>
            {
                ["list"] = new Argument.Contenders(next),
                ["votes"] = new Argument.Count(most),
                ["first"] = new Argument.Contenders(admitted.Contenders),
            });
    }
}
