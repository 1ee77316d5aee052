using Mandate.Electoral.Transfers;

namespace Mandate.Electoral.Steps;

/// <summary>Elects persons by transferable votes; their seats count for their lists.</summary>
/// <param name="Id">Id of the step; a lot names the stage after it, such as <c>transfer.stage-4</c>, or <c>transfer.stage-4.papers</c> for equal fractions.</param>
/// <param name="Rule">How votes are transferred.</param>
/// <param name="Ties">What settles a tie that earlier stages leave open: a lot, or nothing where the law is silent.</param>
/// <param name="As">The table written: seats by list, and 1 for each person elected who stood alone.</param>
public sealed record TransferStep(string Id, TransferRule Rule, IReadOnlyList<TieRule> Ties, string As) : Step("transfer", Id)
{
    /// <inheritdoc/>
    public override bool GivesSeats => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads => [];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => [As];

    /// <inheritdoc/>
    internal override void Run(StepContext context)
    {
        if (context.Seats(this) is not { } house)
        {
            return;
        }

        if (context.Area.Ballots is not { } ballots)
        {
            context.Halt(this, Status.Unknown, "ballots", [], house);
            return;
        }

        if (ballots.Candidates.All(c => c.Withdrawn))
        {
            context.Halt(this, Status.Unknown, "candidates", [], house);
            return;
        }

        if (TransferableVote.ForOneSeat(Rule) && house > 1)
        {
            context.Halt(this, Status.Undefined, "single-seat", [], house);
            return;
        }

        var drawn = new List<(TransferTie Tie, RecordedLot Lot)>();
        var count = TransferableVote.Count(ballots, house, Rule, tie => Draw(context, tie, drawn));
        context.Add(this, TransferTrace.Word(Rule), TransferTrace.Start(ballots, count), () => TransferTrace.Stages(ballots, count));
        context.Add(this, count.Waiting is null ? "elected" : "elected-so-far", TransferTrace.End(ballots, count), () => TransferTrace.Standings(ballots, count));
        drawn.ForEach(d => Note(context, d.Tie, d.Lot.Assumed ? "needless" : "drawn", d.Lot.Winners));
        if (count.Waiting is { } waiting)
        {
            Wait(context, waiting, house - count.Elected.Count);
            return;
        }

        var winners = count.Elected.Select(e => ballots.Candidates[e]).ToList();
        var lists = winners.GroupBy(w => w.List, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (long)g.Count(), StringComparer.Ordinal);
        context.Write(As, new Rows(context.Area.Contenders.Where(c => lists.ContainsKey(c.Id)).Select(c => KeyValuePair.Create(c.Id, lists[c.Id]))));
        winners.ForEach(w => context.Elect(new Elected(w.List, w.Id)));
        context.LeaveVacant(house - winners.Count);
    }

    private string LotId(TransferTie tie) => $"{Id}.stage-{tie.Stage}{(tie.OfFractions ? ".papers" : string.Empty)}";

    private static string What(TransferTie tie) => tie.OfFractions ? "papers" : tie.Kind == StageKind.Surplus ? "surplus" : "exclusion";

    private string? Draw(StepContext context, TransferTie tie, List<(TransferTie Tie, RecordedLot Lot)> drawn)
    {
        if (!Ties.Contains(TieRule.Lot) || context.Lot(LotId(tie), tie.Tie) is not { } lot)
        {
            return null;
        }

        drawn.Add((tie, lot));
        return lot.Winners[0];
    }

    private void Wait(StepContext context, TransferTie tie, int open)
    {
        if (Ties.Contains(TieRule.Lot))
        {
            Note(context, tie, "needed", []);
            context.Halt(this, Status.Tie, $"lot-{What(tie)}", tie.Tie.Contenders, tie.Tie.Seats, lot: LotId(tie));
            return;
        }

        Note(context, tie, "silent", []);
        context.Halt(this, Status.Undefined, $"tie-{What(tie)}", tie.Tie.Contenders, open);
    }

    private void Note(StepContext context, TransferTie tie, string outcome, IReadOnlyList<string> winners) => context.Note(
        new StepTrace(
            "tie",
            LotId(tie),
            $"{What(tie)}-{outcome}",
            Article,
            new Dictionary<string, Argument>
            {
                ["contenders"] = new Argument.Contenders(tie.Tie.Contenders),
                ["stage"] = new Argument.Count(tie.Stage),
                ["winners"] = new Argument.Contenders(winners),
            }));
}
