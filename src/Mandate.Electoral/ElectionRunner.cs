using Mandate.Electoral.Steps;

namespace Mandate.Electoral;

/// <summary>Carries the rules of a law out on the figures of an election.</summary>
public static class ElectionRunner
{
    /// <summary>Runs every tier that has a contest, in the order of the law.</summary>
    /// <param name="rules">The rules of the law's version.</param>
    /// <param name="election">The figures.</param>
    /// <param name="lots">Recorded lots.</param>
    /// <returns>The seats with their derivation, and lots that fit no tie found: then nothing may be declared.</returns>
    /// <remarks>
    /// A tier without a contest in the election is left out. Where a lot is due, every way it can fall is tried; if all lead to
    /// the same seats and persons, none is asked for. Same input, same outcome, in every culture.
    /// </remarks>
    public static (ElectionOutcome Outcome, IReadOnlyList<LotFault> Faults) Run(Rules rules, ElectionInput election, IReadOnlyList<Lot> lots)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(election);
        var (outcome, faults) = Run(rules, election, lots, []);
        return faults.Count == 0 && NeedlessLots.Find(outcome, assumed => Run(rules, election, lots, assumed).Outcome) is { } settled
            ? (settled, faults)
            : (outcome, faults);
    }

    private static (ElectionOutcome Outcome, IReadOnlyList<LotFault> Faults) Run(Rules rules, ElectionInput election, IReadOnlyList<Lot> lots, IReadOnlyList<Lot> assumed)
    {
        var box = new LotBox(lots, assumed);
        var runs = new Dictionary<string, TierRun>(StringComparer.Ordinal);
        var tiers = new List<TierOutcome>();
        foreach (var tier in rules.Tiers)
        {
            if (election.Contests.FirstOrDefault(c => c.Id == tier.Id) is { } contest)
            {
                var run = new TierRun(rules, tier, contest, election, box, new Dictionary<string, TierRun>(runs, StringComparer.Ordinal));
                foreach (var step in tier.Steps)
                {
                    Carry(run, step);
                }

                runs[tier.Id] = run;
                tiers.Add(Outcome(run));
            }
        }

        return (new ElectionOutcome(tiers), box.Faults);
    }

    /// <summary>One step in every place it is for, where nothing before it waits.</summary>
    private static void Carry(TierRun run, Step step)
    {
        var places = run.For(step.For);
        if (places.Count == 0 && !run.IsHalted(run.Whole))
        {
            new StepContext(run, run.Whole).Halt(step, Status.Unknown, "areas", [], run.Whole.Seats ?? 0, [step.For!]);
        }

        foreach (var place in places)
        {
            if (run.IsHalted(place) || place.IsGiven)
            {
                continue;
            }

            var context = new StepContext(run, place);
            if (step.When?.Holds(context) == false)
            {
                continue;
            }

            if (step.Reads.FirstOrDefault(r => !run.HasTier(r)) is { } absent)
            {
                context.Halt(step, Status.Unknown, "tier", [], place.Seats ?? 0, [absent]);
                continue;
            }

            // A table that no step before has written here: a guard left it out, and the law says nothing of that.
            if ((step.Reads.FirstOrDefault(r => run.Find(r) is null) ?? step.Needs.FirstOrDefault(r => context.Find(r) is null)) is { } table)
            {
                context.Halt(step, Status.Undefined, "table", [], place.Seats ?? 0, [table]);
                continue;
            }

            step.Run(context);
        }
    }

    private static TierOutcome Outcome(TierRun run)
    {
        var result = run.Result();
        var areas = new List<ConstituencyOutcome>();
        foreach (var place in run.Places.Where(p => p.Kind == Areas.Constituency || result.ContainsKey(p.Id) || run.Trace.Any(t => t.Place == p) || run.Pending.Any(n => n.Area == p.Id)))
        {
            areas.Add(Outcome(run, place, result.GetValueOrDefault(place.Id)));
        }

        var constituencies = run.Places.Where(p => p.Kind == Areas.Constituency).ToList();
        int? seats = run.Tier.Seats ?? (constituencies.All(p => (p.Seats ?? Given(p)) is not null) ? constituencies.Sum(p => p.Seats ?? Given(p)) : null);

        // A house that a law lets grow is as large as the seats it gave.
        var given = result.Values.Sum(r => r.Sum);
        var open = areas.Any(a => a.Status != Status.Complete) ? 0 : given + areas.Sum(a => a.Vacant);
        return new TierOutcome(run.Tier.Id, (run.Tier.Result is not null && open > 0) || open > seats ? (int)open : seats, areas) { Fills = run.Tier.Fills, Run = run };
    }

    private static ConstituencyOutcome Outcome(TierRun run, Place place, Rows? won)
    {
        var conditions = run.Conditions.Where(c => c.Area == place.Id).ToList();
        var status = run.StatusOf(place);
        var given = place.IsGiven;
        var first = run.Tier.Steps.Count > 0 ? run.Tier.Steps[0].Id : run.Tier.Id;
        List<Pending> pending = [.. run.Pending.Where(p => p.Area == place.Id), .. conditions.Select(c => new Pending(Status.Unknown, c.Contest, c.Area, first, "condition", [], 0) { Facts = [c.Fact] })];
        if (place.Kind == Areas.Constituency && place.Seats is null && !given && won is null && status == Status.Complete && run.Tier.Steps.Count == 0)
        {
            status = Status.Unknown;
            pending.Add(new Pending(Status.Unknown, run.Tier.Id, place.Id, run.Tier.Id, "seats", [], 0) { Facts = [$"{run.Tier.Id}/{place.Id}:seats"] });
        }

        return new ConstituencyOutcome
        {
            Id = place.Id,
            Kind = place.Kind,
            Order = run.Trace.FindIndex(t => t.Place == place),
            Seats = place.Seats ?? Given(place),
            Status = status != Status.Complete ? status : conditions.Count > 0 ? Status.Unknown : Status.Complete,
            Won = Won(won),
            Elected = given
                ? [.. place.Contenders.Where(c => c.Kind == ContenderKind.Candidate && place.Parts[0].Given!.ContainsKey(c.Id)).Select(c => new Elected(c.Id, c.Id))]
                : [.. run.Elected.Where(e => e.Place == place).Select(e => e.Person)],
            Vacant = run.Vacant.GetValueOrDefault(place.Id),
            Given = given,
            Pending = pending,
            Conditions = conditions,
            Relations = place.Kind == Areas.Constituency ? FigureReader.Check(run, place) : [],
            Derivation = [.. run.Trace.Where(t => t.Place == place).Select(t => t.Trace)],
        };
    }

    /// <summary>Seats by contender, without those who have none.</summary>
    private static List<KeyValuePair<string, int>> Won(Rows? rows)
    {
        var won = new List<KeyValuePair<string, int>>();
        foreach (var contender in rows?.Contenders ?? [])
        {
            if (rows![contender] > 0)
            {
                won.Add(KeyValuePair.Create(contender, (int)rows[contender]));
            }
        }

        return won;
    }

    private static int? Given(Place place) => place.IsGiven ? place.Parts[0].Given!.Values.Sum() : null;
}
