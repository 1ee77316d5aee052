using Mandate.Electoral.Matrices;

namespace Mandate.Electoral.Steps;

/// <summary>The lower apportionment of double proportional representation: every area and every list gets just its seats.</summary>
/// <param name="Id">Id of the step.</param>
/// <param name="SeatsOfLists">Seats by list in the step's place, from the upper apportionment.</param>
/// <param name="Kind">Kind of the areas, all inside the step's place.</param>
/// <param name="SeatsOfAreas">Seats of each area.</param>
/// <param name="As">The table written in each area: seats by list.</param>
public sealed record MatrixStep(string Id, TermSum SeatsOfLists, string Kind, TermSum SeatsOfAreas, string As) : Step("matrix", Id)
{
    /// <summary>Gets whether the strongest list of an area has at least one of its seats, if it has any from the upper apportionment.</summary>
    public bool WinnerTakesOne { get; init; }

    /// <summary>Gets rules for a tie, in order.</summary>
    public IReadOnlyList<TieRule> Ties { get; init; } = [];

    /// <inheritdoc/>
    public override bool GivesSeats => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads => [.. SeatsOfLists.Names, .. SeatsOfAreas.Names.Where(n => n != TermSum.AreaSeats)];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => [As];

    /// <inheritdoc/>
    internal override void Run(StepContext context)
    {
        var places = context.Run.Within(context.Area, Kind);
        var upper = context.Table(SeatsOfLists);
        var lists = upper.Contenders.Where(l => upper[l] > 0).Select(l => new MatrixList(l, new SeatCount((int)upper[l]))).ToList();
        var areas = new List<MatrixArea>();
        foreach (var place in places)
        {
            if (Area(context.In(place), lists) is not { } area)
            {
                return;
            }

            areas.Add(area);
        }

        if (areas.Count == 0 || lists.Count == 0 || areas.Sum(a => a.Seats.Value) != lists.Sum(l => l.Seats.Value))
        {
            context.Halt(this, Status.Undefined, "matrix-sums", [.. lists.Select(l => l.List)], lists.Sum(l => l.Seats.Value));
            return;
        }

        switch (MatrixApportionment.Allocate(areas, lists))
        {
            case MatrixOutcome.Impossible impossible:
                Refuse(context, impossible);
                break;
            case MatrixOutcome.Solved solved when Settled(context, solved) is { } unique:
                MatrixTrace.Add(context, this, places, unique);
                for (var i = 0; i < places.Count; i++)
                {
                    context.In(places[i]).Write(As, new Rows(lists.Select((l, j) => KeyValuePair.Create(l.List, (long)unique.Certain[i][j]))));
                }

                break;
        }
    }

    /// <summary>The votes and seats of an area; null after halting for what is unknown.</summary>
    private MatrixArea? Area(StepContext context, IReadOnlyList<MatrixList> lists)
    {
        var here = context.Area.Contenders.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var standing = context.Area.Contenders.Where(c => c.CanWin).Select(c => c.Id).ToList();
        var counted = WinnerTakesOne ? standing : [.. lists.Select(l => l.List).Where(here.Contains)];
        if (context.Votes(this, counted) is not { } votes || context.Count(this, SeatsOfAreas) is not { } seats)
        {
            return null;
        }

        var known = counted.Zip(votes).ToDictionary(v => v.First, v => v.Second, StringComparer.Ordinal);
        var area = new MatrixArea(context.Area.Id, new SeatCount(Math.Max(0, seats)), [.. lists.Select(l => new VoteCount(known.GetValueOrDefault(l.List)))]);
        if (!WinnerTakesOne || seats < 1 || votes.Count == 0 || votes.Max() == 0)
        {
            return area;
        }

        IReadOnlyList<string>? first = [.. counted.Where(c => known[c] == votes.Max())];
        if (first.Count > 1 && lists.Any(l => first.Contains(l.List)))
        {
            first = TieSettler.Settle(context, this, new Tie(first, 1), Ties, c => known[c]);
        }

        return first is null ? null : area with { Least = [.. lists.Select(l => new SeatCount(first.Contains(l.List) ? 1 : 0))] };
    }

    /// <summary>The matrix after every tie: seat by seat, in the order of the areas; null after halting.</summary>
    private MatrixOutcome.Solved? Settled(StepContext context, MatrixOutcome.Solved solved)
    {
        while (solved.Open.Count > 0)
        {
            var area = solved.Open[0].Area;
            var cells = solved.Open.Where(o => o.Area == area).ToDictionary(o => solved.Lists[o.List].List, StringComparer.Ordinal);
            var votes = solved.Areas[area].Votes;
            if (TieSettler.Settle(context, this, new Tie([.. cells.Keys], 1), Ties, c => votes[cells[c].List].Value, part: solved.Areas[area].Area) is not { } winners)
            {
                return null;
            }

            solved = solved.Settle(cells[winners[0]]);
        }

        return solved;
    }

    private void Refuse(StepContext context, MatrixOutcome.Impossible impossible)
    {
        context.Add(this, impossible.Promised ? "impossible-promised" : impossible.Areas.Count == 0 ? "impossible-nowhere" : "impossible", new Dictionary<string, Argument>
        {
            ["lists"] = new Argument.Contenders(impossible.Lists),
            ["where"] = new Argument.Contenders(impossible.Areas),
            ["needed"] = new Argument.Count(impossible.Needed),
            ["seats"] = new Argument.Count(impossible.Available),
        });
        context.Halt(this, Status.Undefined, "matrix", impossible.Lists, impossible.Needed, impossible.Areas);
    }
}
