using Mandate.Electoral.Steps;

namespace Mandate.Electoral;

/// <summary>Carries the rules of a law out on the figures of an election.</summary>
public static class ElectionRunner
{
    /// <summary>Runs every tier that has a contest, each constituency on its own.</summary>
    /// <param name="rules">The rules of the law's version.</param>
    /// <param name="election">The figures.</param>
    /// <param name="lots">Recorded lots.</param>
    /// <returns>The seats with their derivation, and lots that fit no tie found: then nothing may be declared.</returns>
    /// <remarks>A tier without a contest in the election is left out. Same input, same outcome, in every culture.</remarks>
    public static (ElectionOutcome Outcome, IReadOnlyList<LotFault> Faults) Run(Rules rules, ElectionInput election, IReadOnlyList<Lot> lots)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(election);
        var box = new LotBox(lots);
        var tiers = new List<TierOutcome>();
        foreach (var tier in rules.Tiers)
        {
            if (election.Contests.FirstOrDefault(c => c.Id == tier.Id) is { } contest)
            {
                var areas = contest.Constituencies.Select(a => Run(rules, tier, a, election, box)).ToList();
                int? seats = tier.Seats ?? (areas.All(a => a.Seats is not null) ? areas.Sum(a => a.Seats) : null);
                tiers.Add(new TierOutcome(tier.Id, seats, areas));
            }
        }

        return (new ElectionOutcome(tiers), box.Faults);
    }

    private static ConstituencyOutcome Run(Rules rules, Tier tier, ConstituencyInput area, ElectionInput election, LotBox lots)
    {
        int? seats = area.Seats ?? tier.PerConstituency ?? tier.Seats;
        var relations = FigureReader.Check(rules, tier.Id, area);
        var empty = new ConstituencyOutcome
        {
            Id = area.Id, Seats = seats, Status = Status.Complete, Won = [], Elected = [], Vacant = 0, Given = false,
            Pending = [], Conditions = [], Relations = relations, Derivation = [],
        };
        if (area.Given is { } given)
        {
            return empty with
            {
                Given = true,
                Seats = seats ?? given.Values.Sum(),
                Won = [.. given.Where(g => g.Value > 0)],
                Elected = [.. area.Contenders.Where(c => c.Kind == ContenderKind.Candidate && given.ContainsKey(c.Id)).Select(c => new Elected(c.Id, c.Id))],
            };
        }

        if (seats is null)
        {
            return empty with
            {
                Status = Status.Unknown,
                Pending = [new Pending(Status.Unknown, tier.Id, area.Id, tier.Id, "seats", [], 0) { Facts = [$"{tier.Id}/{area.Id}:seats"] }],
            };
        }

        var context = new StepContext(rules, tier, area, seats.Value, election, lots);
        foreach (var step in tier.Steps.Where(s => s.When?.Holds(context) != false))
        {
            step.Run(context);
            if (context.Halted)
            {
                break;
            }
        }

        var table = Result(tier, context);
        return empty with
        {
            Status = context.Halted ? context.Status : context.Conditions.Count > 0 ? Status.Unknown : Status.Complete,
            Won = [.. area.Contenders.Where(c => table?[c.Id] > 0).Select(c => KeyValuePair.Create(c.Id, (int)table![c.Id]))],
            Elected = context.Elected,
            Vacant = context.Vacant,
            Pending = [.. context.Pending, .. context.Conditions.Select(c => new Pending(Status.Unknown, c.Contest, c.Area, tier.Steps[0].Id, "condition", [], 0) { Facts = [c.Fact] })],
            Conditions = context.Conditions,
            Derivation = context.Trace,
        };
    }

    /// <summary>The table that fills the chamber: what the last step with a seat table wrote.</summary>
    private static Table? Result(Tier tier, StepContext context) => tier.Steps
        .Where(s => s is AllocateStep or PartStep or CorrectStep or ElectStep)
        .Select(s => context.Find(s.Writes[0]))
        .LastOrDefault(t => t is not null);
}
