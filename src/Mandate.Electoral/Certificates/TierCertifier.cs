using Mandate.Electoral.Steps;

namespace Mandate.Electoral.Certificates;

/// <summary>Makes the certificate of a tier from the run that carried it out: its tables, and what its steps read.</summary>
internal static class TierCertifier
{
    public static TierCertificate Of(TierOutcome tier)
    {
        if (tier.Run is not { } run)
        {
            throw new ArgumentException("The outcome does not come from a run of an election's rules.", nameof(tier));
        }

        // Figures are worked out when they are asked for, so two certificates of one run wait for each other.
        lock (run)
        {
            var tables = run.Tables.SelectMany(t => run.Places.Where(p => t.Value.Areas.ContainsKey(p.Id)).Select(p => Written(t.Key, p.Id, t.Value.Areas[p.Id]))).ToList();
            return new TierCertificate(tier.Id, run.Tier.Result?.ToString(), [.. run.Places.Select(p => Area(run, p, tier.Constituencies.FirstOrDefault(c => c.Id == p.Id)))], tables, [.. Proofs(run)])
            {
                Figures = run.Rules.Figures,
            };
        }
    }

    private static CertifiedTable Written(string name, string area, Rows rows) =>
        new(name, area, rows.Unit, [.. rows.Contenders.Select(c => KeyValuePair.Create(c, rows[c]))]);

    private static CertifiedArea Area(TierRun run, Place place, ConstituencyOutcome? outcome)
    {
        var won = outcome?.Won ?? [];
        var from = run.Tier.Result is not null || place.IsGiven || won.Count == 0 ? null
            : run.Tier.Steps.Where(s => s.GivesSeats).Select(s => s.Writes[0]).Reverse().FirstOrDefault(t => run.Find(t)?.Areas.ContainsKey(place.Id) == true);
        return new CertifiedArea(place.Id, place.Kind, [.. place.Parts.Select(p => p.Id)], place.Seats, place.IsGiven, from, won);
    }

    private static IEnumerable<Proof> Proofs(TierRun run)
    {
        foreach (var step in run.Tier.Steps)
        {
            foreach (var place in run.For(step.For).Where(p => !p.IsGiven))
            {
                var context = new StepContext(run, place);
                if (Ran(context, step))
                {
                    foreach (var proof in Of(context, step))
                    {
                        yield return proof;
                    }
                }
            }
        }
    }

    /// <summary>Whether the step was carried out: it left a trace, or wrote a table where there was nothing to share.</summary>
    private static bool Ran(StepContext context, Step step)
    {
        var here = context.Area;
        return step.When?.Holds(context) != false
            && (context.Run.Trace.Any(t => t.Place == here && t.Trace.Id == step.Id && t.Trace.Step == step.Word)
                || step.Writes.Any(w => context.Run.Find(w)?.Counts(here) == true));
    }

    private static IEnumerable<Proof> Of(StepContext context, Step step) => step switch
    {
        AllocateStep { RemaindersFrom: { } } restricted => [QuotaProofs.Restricted(context, restricted)],
        AllocateStep { Own.Whole: true } whole => [QuotaProofs.Whole(context, whole)],
        AllocateStep allocate => AllocateProofs.Of(context, allocate),
        PartStep part => [QuotaProofs.Part(context, part)],
        AdmitStep admit => [AdmitProof.Of(context, admit)],
        RequireStep require => ListProofs.Require(context, require),
        JoinStep join => ListProofs.Join(context, join),
        UniteStep unite => [ListProofs.Unite(context, unite)],
        WeighStep weigh => [ListProofs.Weigh(context, weigh)],
        BonusStep bonus => [ListProofs.Bonus(context, bonus)],
        CorrectStep correct => [ListProofs.Correct(context, correct)],
        SizeStep size => [ShareProofs.Size(context, size)],
        DistributeStep distribute => ShareProofs.Distribute(context, distribute),
        LevelStep level => [LevelProof.Of(context, level)],
        MatrixStep matrix => [MatrixProof.Of(context, matrix)],
        ElectStep elect => PersonProofs.Elect(context, elect),
        PreferStep prefer => PersonProofs.Prefer(context, prefer),
        TransferStep transfer => [TransferProof.Of(context, transfer)],
        FillStep => [],
        _ => throw new InvalidOperationException($"Bug in TierCertifier: no proof for step '{step.Word}'."),
    };
}
