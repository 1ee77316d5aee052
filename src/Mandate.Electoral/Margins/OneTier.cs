using System.Numerics;
using Mandate.Electoral.Steps;

namespace Mandate.Electoral.Margins;

/// <summary>Tiers that are one allocation to lists over a threshold, each place on its own: there margins are exact.</summary>
internal static class OneTier
{
    /// <summary>Lists in one place at most: every two of them are tried.</summary>
    private const int MostLists = 60;

    /// <summary>The margin of every seat; null where the tier is something else.</summary>
    public static IReadOnlyList<SeatMargin>? Margins(Rules rules, TierOutcome tier)
    {
        if (tier.Run is not { } run || rules.Tiers.Any(t => t.Steps.SelectMany(s => s.Reads).Any(r => r.StartsWith(tier.Id + ".", StringComparison.Ordinal))) || Shape(run.Tier) is not { } shape)
        {
            return null;
        }

        lock (run)
        {
            var all = new List<SeatMargin>();
            foreach (var outcome in tier.Constituencies.Where(c => c.Won.Count > 0 && !c.Given))
            {
                var place = run.Places.First(p => p.Id == outcome.Id);
                if (Field(new StepContext(run, place), shape) is not { } field || new MarginWalk(field).Least([.. field.Lists.Select(outcome.SeatsOf)]) is not { } least)
                {
                    return null;
                }

                all.AddRange(Told(tier.Id, place.Id, field, least));
            }

            return all;
        }
    }

    private static IEnumerable<SeatMargin> Told(string contest, string area, VoteField field, IReadOnlyList<Move?[]> least)
    {
        var votes = field.Votes.Sum();
        for (var i = 0; i < least.Count; i++)
        {
            for (var seat = 0; seat < least[i].Length; seat++)
            {
                if (least[i][seat] is { } move)
                {
                    yield return new SeatMargin(contest, area, field.Lists[i], seat + 1, move.Next is { } next ? field.Lists[next] : null, move.Votes, field.Lists[move.From], field.Lists[move.To], area, votes, true);
                }
            }
        }
    }

    /// <summary>The steps that count; null where there are others.</summary>
    private static (AdmitStep? Admit, AllocateStep Allocate, IReadOnlyList<int> OtherwiseWith)? Shape(Tier tier)
    {
        AdmitStep? admit = null;
        AllocateStep? allocate = null;
        var otherwise = new List<int>();
        foreach (var step in tier.Steps)
        {
            switch (step)
            {
                case RequireStep or FillStep or PreferStep:
                    break;
                case AdmitStep { When: null, Among: null, VotesFrom: null } first when admit is null && allocate is null:
                    admit = first;
                    break;
                case JoinStep { When: { Kind: GuardKind.CountIs } guard } join when guard.Table == admit?.As && join.To == guard.Table:
                    otherwise.Add(guard.Number);
                    break;
                case PartStep { When.Kind: GuardKind.Written } when otherwise.Count > 0:
                    break;
                case AllocateStep { VotesFrom: null, Held: null, Excess: Excess.Start, RemaindersFrom: null, Further: null } plain
                    when allocate is null && plain.Among == admit?.As && (plain.When is null || (plain.When.Kind == GuardKind.NotWritten && otherwise.Count > 0)) && plain.Own is null or { At: null, Whole: false, Over: not null }:
                    allocate = plain;
                    break;
                default:
                    return null;
            }
        }

        return allocate is null || (admit is not null && admit.For != allocate.For) || (tier.Result is not null && tier.Result.ToString() != allocate.As) ? null : (admit, allocate, otherwise);
    }

    private static VoteField? Field(StepContext context, (AdmitStep? Admit, AllocateStep Allocate, IReadOnlyList<int> OtherwiseWith) shape)
    {
        var step = shape.Allocate;
        var lists = context.Among(null).Where(l => context.Area.Votes(l) is not null).ToList();
        var needed = lists.Select(l => shape.Admit is null ? 0 : Needed(context, shape.Admit.Threshold, l)).ToList();
        if (lists.Count > MostLists || lists.Count < context.Among(null).Count || needed.Any(n => n is null) || context.CountKnown(step.Seats ?? AllocateStep.Plain) is not ( > 0 and <= Apportionment.LargestHouse) || step.Seats?.Names.Any(n => n != TermSum.AreaSeats) == true)
        {
            return null;
        }

        long? over = null;
        if (step.Own?.Over is { } name)
        {
            if (context.Figure(name) is not { IsKnown: true, Known: > 0 } figure)
            {
                return null;
            }

            over = figure.Known;
        }

        return new VoteField(lists, [.. lists.Select(l => context.Area.Votes(l)!.Value)], [.. needed.Select(n => n!.Value)], step.Method, context.CountKnown(step.Seats ?? AllocateStep.Plain)!.Value)
        {
            QuotaOver = over,
            Minimum = step.Minimum,
            Most = step.WithinPersons && lists.Any(l => PreferStep.Eligible(context, l) is not null) ? [.. lists.Select(l => PreferStep.Eligible(context, l)?.Count ?? Apportionment.LargestHouse)] : [],
            OtherwiseWith = shape.OtherwiseWith,
        };
    }

    /// <summary>The fewest votes that reach a threshold; null where they do not decide it alone.</summary>
    private static long? Needed(StepContext context, Threshold threshold, string list)
    {
        switch (threshold)
        {
            case Threshold.Share { Where: null } share when context.Figure(share.Limit.Of) is { IsKnown: true } figure:
                var exact = share.Limit.Share * figure.Known;
                return Whole(share.Limit.Strict ? exact.Floor + 1 : exact.Ceiling);
            case Threshold.Quotas { Where: null } quotas when context.Figure(quotas.Of) is { IsKnown: true } base_ && (quotas.Seats is null ? context.Area.Seats : null) is { } seats:
                return seats > 0 && base_.Known > 0 ? Whole((quotas.AtLeast * quotas.Quota.Quota(base_.Known, seats)).Ceiling) : long.MaxValue;
            case Threshold.Tagged or Threshold.Parties:
                return threshold.IsReached(context, list, null, []) == true ? 0 : long.MaxValue;
            case Threshold.Joined joined:
                var parts = joined.Parts.Select(p => Needed(context, p, list)).ToList();
                return parts.Any(p => p is null) ? null : joined.Every ? parts.Max() : parts.Min();
            default:
                return null;
        }
    }

    private static long Whole(BigInteger votes) => votes > long.MaxValue ? long.MaxValue : (long)votes;
}
