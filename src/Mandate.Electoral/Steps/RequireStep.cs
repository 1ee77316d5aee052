namespace Mandate.Electoral.Steps;

/// <summary>Holds a vote to a condition of its validity, such as a quorum.</summary>
/// <param name="Id">Id of the step.</param>
/// <param name="Figure">The figure that must be large enough.</param>
/// <param name="Limit">How large, and of what.</param>
/// <param name="Otherwise">What follows when it is not: <c>repeat-election</c> or <c>repeat-vote</c>.</param>
/// <remarks>Where a figure is not published the condition is reported as unchecked and the count goes on.</remarks>
public sealed record RequireStep(string Id, string Figure, Limit Limit, string Otherwise) : Step("require", Id)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads => [];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => [];

    /// <inheritdoc/>
    internal override void Run(StepContext context)
    {
        var part = context.Figure(Figure);
        var whole = context.Figure(Limit.Of);
        var known = part.IsKnown && whole.IsKnown;
        var met = known && Limit.IsReached(part.Known, whole.Known);
        var arguments = new Dictionary<string, Argument>
        {
            ["figure"] = new Argument.Term(Figure),
            ["limit"] = new Argument.Share(Limit.Share, null),
            ["than"] = new Argument.Term(Limit.Strict ? "more-than" : "at-least"),
            ["of"] = new Argument.Term(Limit.Of),
        };
        if (known)
        {
            arguments["part"] = new Argument.Count(part.Known);
            arguments["base"] = new Argument.Count(whole.Known);
        }

        context.Add(this, !known ? "unchecked" : met ? "met" : "missed", arguments);
        if (known && !met)
        {
            context.Halt(this, Status.Repeat, Otherwise, [], context.Area.Seats ?? 0);
        }
    }
}
