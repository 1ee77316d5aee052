using Mandate.Electoral.Methods;

namespace Mandate.Electoral.Steps;

/// <summary>Shares seats among areas by population, electors or votes.</summary>
/// <param name="Id">Id of the step.</param>
/// <param name="Kind">Kind of the areas, all inside the step's place.</param>
/// <param name="By">The figure that counts, such as <c>population</c> or <c>valid</c>.</param>
/// <param name="Method">The method.</param>
/// <param name="Seats">The seats to be shared.</param>
/// <param name="Minimum">The fewest seats an area has.</param>
/// <param name="Ties">Rules for a tie, in order.</param>
/// <param name="As">The table written in each area: its seats.</param>
public sealed record SizeStep(string Id, string Kind, string By, Method Method, TermSum Seats, int Minimum, IReadOnlyList<TieRule> Ties, string As) : Step("size", Id)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads => [.. Seats.Names.Where(n => n != TermSum.AreaSeats)];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => [As];

    /// <inheritdoc/>
    internal override void Run(StepContext context)
    {
        if (context.Within(this, Kind) is not { } areas)
        {
            return;
        }

        var figures = areas.Select(a => context.In(a).Figure(By)).ToList();
        if (figures.SelectMany(f => f.Missing).ToList() is { Count: > 0 } missing)
        {
            context.Halt(this, Status.Unknown, "figure", [], context.Area.Seats ?? 0, [.. missing.Select(m => m.Fact)]);
            return;
        }

        if (context.Count(this, Seats) is not { } seats)
        {
            return;
        }

        if (seats < 1 || figures.Sum(f => f.Known) == 0)
        {
            context.Halt(this, Status.Undefined, "no-votes", [], seats);
            return;
        }

        var claims = areas.Select((a, i) => new Claim(a.Id, new VoteCount(figures[i].Known)) { Minimum = new SeatCount(Minimum) }).ToList();
        var allocation = Apportionment.Allocate(Method, claims, new SeatCount(seats));
        AllocationTrace.Add(context, this, allocation);
        if (allocation.Tie is { } tie)
        {
            if (TieSettler.Settle(context, this, tie, Ties, id => figures[areas.ToList().FindIndex(a => a.Id == id)].Known) is not { } winners)
            {
                return;
            }

            allocation = allocation.Settle(winners);
        }

        for (var i = 0; i < areas.Count; i++)
        {
            context.In(areas[i]).Write(As, new Rows([KeyValuePair.Create(string.Empty, (long)allocation.Awarded[i])]));
        }
    }
}
