using Mandate.Electoral.Certificates;
using Mandate.Electoral.Methods;

namespace Mandate.Electoral.Margins;

/// <summary>Moves votes in one constituency and carries the whole count out again: what then changes has at most this margin.</summary>
/// <remarks>Limited and always the same: the closest inequalities of the certificate say where to try, doubling and bisection how many.</remarks>
internal sealed class MarginSearch(Rules rules, ElectionInput election, IReadOnlyList<Lot> lots, ElectionOutcome outcome)
{
    /// <summary>Counts carried out at most, for a tier.</summary>
    private const int MostRuns = 240;

    /// <summary>Moves tried at most, for a tier.</summary>
    private const int MostTrials = 24;

    public int Runs { get; private set; }

    public IEnumerable<SeatMargin> Margins(TierOutcome tier)
    {
        var contest = election.Contests.First(c => c.Id == tier.Id);
        if (contest.Constituencies.All(c => c.Given is not null || c.Ballots is not null))
        {
            return [];
        }

        var found = new Dictionary<(string Tier, string Area, string List, int Seat), SeatMargin>();
        var budget = Runs + MostRuns;
        foreach (var trial in Trials(tier, contest).Take(MostTrials))
        {
            Try(trial, contest, budget, found);
        }

        return found.Values;
    }

    private void Try(Trial trial, ContestInput contest, int budget, Dictionary<(string Tier, string Area, string List, int Seat), SeatMargin> found)
    {
        var area = contest.Constituencies.First(c => c.Id == trial.Where);
        var all = area.Votes[trial.From];
        long low = 0, high = Math.Clamp(trial.Estimate, 1, all);
        IReadOnlyList<SeatMargin>? changes = null;
        for (; Runs < budget && (changes = Changes(contest, trial, high)) is null && high < all; high = Math.Min(all, high * 2))
        {
            low = high;
        }

        while (changes is not null && high - low > 1 && Runs < budget)
        {
            var middle = low + ((high - low) / 2);
            if (Changes(contest, trial, middle) is { } nearer)
            {
                (changes, high) = (nearer, middle);
            }
            else
            {
                low = middle;
            }
        }

        foreach (var change in changes ?? [])
        {
            var key = (change.Contest, change.Area, change.List, change.Seat);
            if (!found.TryGetValue(key, out var known) || known.Votes > change.Votes)
            {
                found[key] = change;
            }
        }
    }

    /// <summary>The seats that are lost when so many votes move; null where none is.</summary>
    private List<SeatMargin>? Changes(ContestInput contest, Trial trial, long votes)
    {
        Runs++;
        var area = contest.Constituencies.First(c => c.Id == trial.Where);
        var moved = new Dictionary<string, long>(area.Votes, StringComparer.Ordinal);
        moved[trial.From] -= votes;
        moved[trial.To] += votes;
        var changed = contest with { Constituencies = [.. contest.Constituencies.Select(c => c.Id == area.Id ? c with { Votes = moved } : c)] };
        var (then, _) = ElectionRunner.Run(rules, election with { Contests = [.. election.Contests.Select(c => c.Id == contest.Id ? changed : c)] }, lots);
        var all = area.Contenders.Where(c => c.CanWin).Sum(c => area.Votes.GetValueOrDefault(c.Id));
        var lost = new List<SeatMargin>();
        foreach (var (tier, before, after) in outcome.Tiers.SelectMany(t => t.Constituencies.Select(c => (t.Id, c, then.Tiers.First(o => o.Id == t.Id).Constituencies.FirstOrDefault(o => o.Id == c.Id)))))
        {
            var gained = after?.Won.Where(w => w.Value > before.SeatsOf(w.Key)).Select(w => w.Key).FirstOrDefault() ?? after?.Pending.SelectMany(p => p.Contenders).FirstOrDefault(c => before.SeatsOf(c) == after.SeatsOf(c));
            foreach (var (list, seats) in before.Won)
            {
                for (var seat = (after?.SeatsOf(list) ?? 0) + 1; seat <= seats; seat++)
                {
                    lost.Add(new SeatMargin(tier, before.Id, list, seat, gained, votes, trial.From, trial.To, area.Id, all, false));
                }
            }
        }

        return lost.Count == 0 ? null : lost;
    }

    /// <summary>Moves worth trying, the closest first.</summary>
    private static List<Trial> Trials(TierOutcome tier, ContestInput contest)
    {
        var areas = tier.Run!.Places.ToDictionary(p => p.Id, StringComparer.Ordinal);
        var trials = new List<Trial>();
        foreach (var proof in Certificate.Of(new ElectionOutcome([tier])).Tiers[0].Proofs)
        {
            // Votes of a wider area are moved where the loser has most of them.
            void Add(string from, string to, double estimate)
            {
                var where = contest.Constituencies.Where(c => areas[proof.Area].Parts.Contains(c) && c.Given is null && c.Ballots is null && c.Votes.GetValueOrDefault(from) > 0 && c.Votes.ContainsKey(to)).MaxBy(c => c.Votes[from]);
                if (where is not null && from != to && estimate < where.Votes[from])
                {
                    trials.Add(new Trial(where.Id, from, to, (long)Math.Max(1, Math.Ceiling(estimate))));
                }
            }

            if (proof.Requirement is not null)
            {
                Thresholds(proof, Add);
            }
            else if (proof.Rule is "divisors" or "quota" or "restricted-remainders" or "whole-quotas" && proof.Step is "allocate" or "distribute")
            {
                Allocations(proof, Add);
            }
            else if (proof.Rule is "most-votes" or "share-of-votes" or "first")
            {
                Leaders(proof, Add);
            }
        }

        return [.. trials.DistinctBy(t => (t.Where, t.From, t.To)).OrderBy(t => t.Estimate)];
    }

    private static void Thresholds(Proof proof, Action<string, string, double> add)
    {
        var strongest = proof.Inequalities.Where(i => i.Kind is "share" or "quotas").MaxBy(i => i.Left[0].Factors[0].Value)?.Party;
        foreach (var claim in proof.Inequalities.Where(i => i.Kind is "share" or "quotas" && strongest is not null && i.Party != strongest))
        {
            var times = (double)claim.Left[0].Factors.Skip(1).Aggregate(1.0, (p, f) => p * (double)f.Value);
            var gap = ((double)claim.Left[0].Value - (double)claim.Right[0].Value) / times;
            add(gap >= 0 ? claim.Party! : strongest!, gap >= 0 ? strongest! : claim.Party!, Math.Abs(gap) + 1);
        }
    }

    private static void Allocations(Proof proof, Action<string, string, double> add)
    {
        var method = proof.Reads.Where(r => r.Key == "method").Select(r => Method.TryParse(r.Value, out var m, out _) ? m : null).FirstOrDefault() as DivisorMethod;
        double Number(Party party, string name) => (double)party.Numbers.FirstOrDefault(n => n.Key == name).Value;
        double quota = (double)proof.Numbers.FirstOrDefault(n => n.Key == "quota-votes").Value / Math.Max(1, (double)proof.Numbers.FirstOrDefault(n => n.Key == "quota-seats").Value);
        double Divisor(int held) => method is null ? 1 : Root((double)method.Divisor(held).Numerator / (double)method.Divisor(held).Denominator);
        double Root(double value) => method!.Rule == DivisorRule.Geometric ? Math.Sqrt(value) : value;
        foreach (var holder in proof.Parties.Where(p => Number(p, "seats") > Number(p, "least")))
        {
            foreach (var next in proof.Parties.Where(p => p.Id != holder.Id && Number(p, "votes") > 0))
            {
                double v = Number(holder, "votes"), w = Number(next, "votes");
                int s = (int)Number(holder, "seats"), t = (int)Number(next, "seats");
                double last = Divisor(s - 1), due = Divisor(t);
                var estimate = method is null ? (v - ((s - 1) * quota) - (w - (t * quota))) / 2 : ((v * due) - (w * last)) / (last + due);

                // Among the areas of one list, votes move from it in the area that loses to another list.
                add(proof.Step == "distribute" && proof.Of is not null && proof.Reads.Any(r => r.Key == "areas") ? proof.Of : holder.Id, next.Id, estimate);
            }
        }
    }

    private static void Leaders(Proof proof, Action<string, string, double> add)
    {
        double Number(Party party, string name) => (double)party.Numbers.FirstOrDefault(n => n.Key == name).Value;
        foreach (var holder in proof.Parties.Where(p => Number(p, "seats") > 0))
        {
            foreach (var next in proof.Parties.Where(p => Number(p, "seats") == 0))
            {
                add(holder.Id, next.Id, (Number(holder, "votes") - Number(next, "votes")) / 2);
            }
        }
    }

    /// <summary>A move to be tried.</summary>
    private sealed record Trial(string Where, string From, string To, long Estimate);
}
