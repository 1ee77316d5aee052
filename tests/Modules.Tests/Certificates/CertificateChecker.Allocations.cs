using System.Numerics;
using static Mandate.Modules.Tests.Certificates.CertificateFault;
using static Mandate.Modules.Tests.Certificates.ClaimedInequality;

namespace Mandate.Modules.Tests.Certificates;

/// <content>Allocations by divisors and by quotas.</content>
internal sealed partial class CertificateChecker
{
    private sealed record Side(BigInteger Votes, BigInteger Seats, BigInteger Least, BigInteger? Most)
    {
        public bool CanLose => Seats > Least;

        public bool CanGain => Votes.Sign > 0 && (Most is null || Seats < Most);
    }

    /// <summary>Votes, bounds and sum are right, and the cut separates every last seat from every next one.</summary>
    private static void Shares(ClaimedProof proof, IReadOnlyDictionary<string, BigInteger> votes, Func<string, BigInteger> least, BigInteger house, (BigInteger Votes, BigInteger Seats)? quota = null)
    {
        Parties(proof, votes.Keys);
        var sides = proof.Parties.ToDictionary(p => p.Id, p => new Side(p.Numbers["votes"], p.Numbers["seats"], p.Numbers.GetValueOrDefault("least"), p.Numbers.TryGetValue("most", out var most) ? most : null), StringComparer.Ordinal);
        foreach (var (id, side) in sides)
        {
            Unless(side.Votes == votes[id], $"{proof}: {id} has {votes[id]} votes, not {side.Votes}");
            Unless(side.Least == least(id) && side.Seats >= side.Least && (side.Most is null || side.Seats <= side.Most), $"{proof}: {id} is not within its bounds");
        }

        Unless(proof["seats"] == house, $"{proof}: {house} seats are to be shared, not {proof["seats"]}");
        var sum = sides.Values.Aggregate(proof.Numbers.GetValueOrDefault("vacant") + proof.Numbers.GetValueOrDefault("open"), (s, p) => s + p.Seats);
        Unless(sum == house, $"{proof}: the seats sum to {sum}, not to {house}");
        Unless(!proof.Numbers.ContainsKey("vacant") || sides.Values.All(s => !s.CanGain), $"{proof}: seats stay empty that somebody could take");
        var method = proof.Reads["method"];
        if (MethodTable.IsQuota(method))
        {
            var (v, s) = quota ?? (sides.Values.Aggregate(BigInteger.Zero, (total, p) => total + p.Votes), house);
            Remainders(proof, sides, MethodTable.Quota(method, v, s));
        }
        else if (sides.Values.Any(s => s.CanGain) && sides.Values.Any(s => s.CanLose))
        {
            Quotients(proof, sides, method);
        }
    }

    private static void Quotients(ClaimedProof proof, Dictionary<string, Side> sides, string method)
    {
        if (proof.Numbers.TryGetValue("first-seats-cut", out var first))
        {
            // The first divisor is 0: while somebody has no seat nobody has a second, and larger lists come first.
            Unless(MethodTable.Divisor(method, 0).Above.IsZero && sides.Values.All(s => s.Seats <= 1 || s.Seats == s.Least), $"{proof}: second seats before first ones");
            Tied(proof, sides.Where(s => s.Value.CanLose).Select(s => (s.Key, true, Votes(s.Value.Votes), Product(("cut-votes", first)))),
                sides.Where(s => s.Value.CanGain && s.Value.Seats.IsZero).Select(s => (s.Key, false, Votes(s.Value.Votes), Product(("cut-votes", first)))));
            return;
        }

        var (cutVotes, cutSeats) = (proof["cut-votes"], proof["cut-seats"]);
        var squared = MethodTable.Divisor(method, 0).Squared;
        var exact = squared && proof.Decisions.Count > 0;
        (string, bool, string, string) Claim(string id, Side side, bool won)
        {
            var (above, below, _) = MethodTable.Divisor(method, (int)side.Seats - (won ? 1 : 0));
            return squared
                ? (id, won, exact ? Product(("votes", side.Votes), ("votes", side.Votes), ("cut-seats", cutSeats)) : Product(("votes", side.Votes), ("votes", side.Votes), ("cut-seats", cutSeats), ("cut-seats", cutSeats)),
                    exact ? Product(("divisor-squared", above), ("cut-votes", cutVotes)) : Product(("divisor-squared", above), ("cut-votes", cutVotes), ("cut-votes", cutVotes)))
                : (id, won, Product(("votes", side.Votes), ("cut-seats", cutSeats), ("divisor-below", below)), Product(("divisor", above), ("cut-votes", cutVotes)));
        }

        Tied(proof, sides.Where(s => s.Value.CanLose).Select(s => Claim(s.Key, s.Value, true)), sides.Where(s => s.Value.CanGain).Select(s => Claim(s.Key, s.Value, false)));
    }

    private static void Remainders(ClaimedProof proof, Dictionary<string, Side> sides, (BigInteger Above, BigInteger Below) quota)
    {
        Unless(proof["quota-votes"] == quota.Above && proof["quota-seats"] == quota.Below, $"{proof}: the quota is {quota.Above}/{quota.Below}");
        var wholes = sides.ToDictionary(s => s.Key, s => Whole(proof, s.Key, s.Value.Votes, quota), StringComparer.Ordinal);
        if (!proof.Numbers.TryGetValue("cut", out var cut))
        {
            Unless(sides.Values.All(s => !s.CanGain) || sides.Values.All(s => !s.CanLose), $"{proof}: no cut");
            return;
        }

        (string, bool, string, string) Claim(string id, Side side, bool won)
        {
            var (left, right) = (Product(("votes", side.Votes), ("quota-seats", quota.Below)), Product(("seats", side.Seats - (won ? 1 : 0)), ("quota-votes", quota.Above)));
            return (id, won, cut.Sign < 0 ? $"{left}+{Product(("cut", -cut))}" : left, cut.Sign > 0 ? $"{right}+{Product(("cut", cut))}" : right);
        }

        // A seat within the whole quotas is due wherever the cut is no more than a quota; one beyond a quota more is not.
        Tied(
            proof,
            sides.Where(s => s.Value.CanLose && (s.Value.Seats > wholes[s.Key] || cut >= quota.Above)).Select(s => Claim(s.Key, s.Value, true)),
            sides.Where(s => s.Value.CanGain && (s.Value.Seats <= wholes[s.Key] || cut.Sign < 0)).Select(s => Claim(s.Key, s.Value, false)));
    }

    /// <summary>So many whole quotas lie in the votes, by two inequalities.</summary>
    private static BigInteger Whole(ClaimedProof proof, string id, BigInteger votes, (BigInteger Above, BigInteger Below) quota)
    {
        var two = proof.Inequalities.Where(i => i.Kind == "whole" && i.Party == id).ToList();
        Unless(two.Count == 2, $"{proof}: whole quotas of {id} need two inequalities");
        var whole = votes * quota.Below / quota.Above;
        var left = Product(("votes", votes), ("quota-seats", quota.Below));
        two[0].Is(">=", left, Product(("seats", whole), ("quota-votes", quota.Above)));
        two[1].Is("<", left, Product(("seats", whole + 1), ("quota-votes", quota.Above)));
        return whole;
    }

    private static void Tied(ClaimedProof proof, IEnumerable<(string Id, bool Won, string Left, string Right)> last, IEnumerable<(string Id, bool Won, string Left, string Right)> next)
    {
        var (upper, lower) = (last.ToList(), next.ToList());
        upper.ForEach(u => proof.One("last", u.Id).Is("> >= =", u.Left, u.Right));
        lower.ForEach(l => proof.One("next", l.Id).Is("< =", l.Left, l.Right));
        proof.Ties(upper.Where(u => proof.One("last", u.Id).Relation == "=").Select(u => u.Id), lower.Where(l => proof.One("next", l.Id).Relation == "=").Select(l => l.Id));
    }

    private void Allocate(ClaimedProof proof)
    {
        var excess = proof.Reads.GetValueOrDefault("excess");
        var held = proof.Reads.TryGetValue("held", out var table) ? book.At(table, proof.Area) : null;
        BigInteger Held(string list) => held?[list] ?? 0;
        var minimum = proof.Numbers.GetValueOrDefault("minimum");
        var key = $"{book.Id}/{proof.Area}/{proof.Id}";
        var (lists, house) = (Among(proof), book.Count(proof.Reads.GetValueOrDefault("seats"), proof.Area));
        if (excess == "drop-out" && dropOuts.TryGetValue(key, out var so))
        {
            (lists, house) = (so.Lists, so.House);
        }

        var few = proof.Rule.EndsWith("-too-few", StringComparison.Ordinal);
        if (excess == "compensate")
        {
            Grown(proof, key, house, few);
            house = proof["seats"];
        }

        Unless(!proof.Reads.ContainsKey("votes") || proof.Numbers.GetValueOrDefault("unit", 1) == book.Read(proof.Reads["votes"], proof.Area).Unit, $"{proof}: voter numbers in other parts");
        Shares(proof, lists.ToDictionary(l => l, l => VotesOf(proof, l), StringComparer.Ordinal), l => BigInteger.Max(minimum, excess is null ? Held(l) : 0), house, Quota(proof));
        var seats = proof.Parties.ToDictionary(p => p.Id, p => p.Numbers["seats"], StringComparer.Ordinal);
        var over = new List<string>();
        if (proof.Reads.ContainsKey("held-against"))
        {
            foreach (var list in lists)
            {
                var more = Held(list) > seats[list];
                proof.One(more ? "over" : "within", list).Is(more ? ">" : "<=", Product(("seats", Held(list))), Product(("seats", seats[list])));
                over.AddRange(more ? [list] : []);
            }
        }

        Unless(proof.Reads.ContainsKey("held-against") || excess is null or "forfeit", $"{proof}: held seats are not held against the share");
        switch (excess)
        {
            case "compensate" when few:
                Unless(over.Count > 0, $"{proof}: the smaller house was large enough");
                return;
            case "compensate":
                Unless(over.Count == 0, $"{proof}: the house is not large enough");
                break;
            case "drop-out" when over.Count > 0:
                dropOuts[key] = new DropOuts([.. lists.Except(over)], house - over.Aggregate(BigInteger.Zero, (sum, l) => sum + Held(l)));
                return;
            case "drop-out":
                foreach (var gone in Among(proof).Except(lists))
                {
                    seats[gone] = Held(gone);
                }

                break;
            case "enlarge":
                over.ForEach(l => seats[l] = Held(l));
                break;
        }

        Outcome(proof, seats, Held);
    }

    private void Outcome(ClaimedProof proof, Dictionary<string, BigInteger> seats, Func<string, BigInteger> held)
    {
        foreach (var (list, value) in seats)
        {
            Write(proof, "seats", proof.Area, list, value);
            Write(proof, "further", proof.Area, list, BigInteger.Max(0, value - held(list)));
        }
    }

    private readonly Dictionary<string, BigInteger> tooFew = new(StringComparer.Ordinal);

    /// <summary>The house is the first one that is large enough: by divisors it is enough that the one before it is not.</summary>
    private void Grown(ClaimedProof proof, string key, BigInteger house, bool few)
    {
        var before = tooFew.GetValueOrDefault(key, house - 1);
        if (few)
        {
            Unless(proof.Rule == "divisors-too-few" ? !tooFew.ContainsKey(key) && proof["seats"] >= house : proof["seats"] == before + 1, $"{proof}: another smaller house");
            tooFew[key] = proof["seats"];
        }
        else
        {
            Unless(proof["seats"] == before + 1, $"{proof}: nothing shows that a smaller house was too small");
        }
    }

    /// <summary>What a quota shares out, where it is not the votes and seats at hand; null where it is.</summary>
    private (BigInteger Votes, BigInteger Seats)? Quota(ClaimedProof proof)
    {
        if (!proof.Reads.ContainsKey("quota-over") && !proof.Reads.ContainsKey("quota-at"))
        {
            return null;
        }

        var area = proof.Reads.TryGetValue("quota-at", out var kind) ? book.Around(proof.Area, kind) : proof.Area;
        var votes = proof.Reads.TryGetValue("quota-over", out var figure) ? book.Figure(area, figure).Known
            : (proof.Reads.TryGetValue("among", out var among) ? book.Read(among, area).Rows.Keys : (IEnumerable<string>)book.Standing(area)).Aggregate(BigInteger.Zero, (sum, l) => sum + book.Votes(area, l));
        return (votes, book.Count(proof.Reads.GetValueOrDefault("seats"), area));
    }

    private void Nothing(ClaimedProof proof)
    {
        Unless(book.Count(proof.Reads.GetValueOrDefault("seats"), proof.Area).Sign <= 0, $"{proof}: there are seats to share");
        Parties(proof, Among(proof));
        var stand = proof.Reads.GetValueOrDefault("excess") is not ("return" or "forfeit");
        BigInteger Held(string list) => proof.Reads.TryGetValue("held", out var table) ? book.At(table, proof.Area)?[list] ?? 0 : 0;
        Outcome(proof, Among(proof).ToDictionary(l => l, l => stand ? Held(l) : 0, StringComparer.Ordinal), Held);
    }

    private void AllDroppedOut(ClaimedProof proof)
    {
        var so = dropOuts[$"{book.Id}/{proof.Area}/{proof.Id}"];
        Unless(so.House.Sign <= 0 || so.Lists.All(l => VotesOf(proof, l).IsZero), $"{proof}: somebody is still in the count");
        BigInteger Held(string list) => book.At(proof.Reads["held"], proof.Area)?[list] ?? 0;
        Outcome(proof, Among(proof).ToDictionary(l => l, Held, StringComparer.Ordinal), Held);
    }

    private void GiveBack(ClaimedProof proof)
    {
        var (list, cutVotes, cutSeats) = (proof.Of!, proof["cut-votes"], proof["cut-seats"]);
        var places = book.Inside(proof.Area, "constituency").ToList();
        Parties(proof, places);
        var kept = BigInteger.Zero;
        var held = BigInteger.Zero;
        var claims = new List<(string, bool, string, string)>();
        foreach (var (place, numbers) in proof.Parties)
        {
            var (votes, had, has) = (book.Votes(place, list), book.At(proof.Reads["held"], place)?[list] ?? 0, numbers["seats"]);
            Unless(numbers["votes"] == votes && numbers["held"] == had && has <= had && has.Sign >= 0, $"{proof}: numbers of {place}");
            (kept, held) = (kept + has, held + had);
            foreach (var won in Enumerable.Range(0, 2).Select(n => n == 0).Where(w => w ? has > 0 : had > has))
            {
                var (above, below, _) = MethodTable.Divisor(proof.Reads["method"], (int)has - (won ? 1 : 0));
                claims.Add((place, won, Product(("votes", votes), ("cut-seats", cutSeats), ("divisor-below", below)), Product(("divisor", above), ("cut-votes", cutVotes))));
            }

            Write(proof, "kept", place, list, has);
        }

        claims.ForEach(c => proof.One(c.Item2 ? "last" : "given-back", c.Item1).Is(c.Item2 ? "> >= =" : "< =", c.Item3, c.Item4));
        proof.Ties(claims.Where(c => c.Item2 && proof.One("last", c.Item1).Relation == "=").Select(c => c.Item1), claims.Where(c => !c.Item2 && proof.One("given-back", c.Item1).Relation == "=").Select(c => c.Item1));
        Unless(kept == BigInteger.Min(held, proof["seats"]), $"{proof}: {kept} seats are kept of {held}");
    }

    private void WholeQuotas(ClaimedProof proof)
    {
        Parties(proof, Among(proof));
        var (votes, seats) = Quota(proof) ?? (Among(proof).Aggregate(BigInteger.Zero, (sum, l) => sum + VotesOf(proof, l)), book.Count(proof.Reads.GetValueOrDefault("seats"), proof.Area));
        var quota = MethodTable.Quota(proof.Reads["method"], votes, seats);
        Unless(proof["quota-votes"] == quota.Above && proof["quota-seats"] == quota.Below, $"{proof}: the quota is {quota.Above}/{quota.Below}");
        var held = proof.Reads.TryGetValue("held", out var table) ? book.At(table, proof.Area) : null;
        var all = BigInteger.Zero;
        var less = false;
        foreach (var (list, numbers) in proof.Parties)
        {
            var own = VotesOf(proof, list);
            var whole = Whole(proof, list, own, quota);
            Unless(numbers["votes"] == own && numbers["whole"] == whole && numbers["seats"] <= whole, $"{proof}: numbers of {list}");
            less |= numbers["seats"] < whole;
            all += numbers["seats"];
            Write(proof, "seats", proof.Area, list, numbers["seats"]);
            Write(proof, "further", proof.Area, list, BigInteger.Max(0, numbers["seats"] - (held?[list] ?? 0)));
            Write(proof, "left", proof.Area, list, BigInteger.Divide((own * quota.Below) - (numbers["seats"] * quota.Above), quota.Below));
        }

        if (!proof.Reads.ContainsKey("quota-at"))
        {
            var house = book.Count(proof.Reads.GetValueOrDefault("seats"), proof.Area);
            Unless(less ? all == house : all <= house, $"{proof}: {all} seats of {house}");
        }

        if (less)
        {
            var cut = proof["cut"];
            (string, bool, string, string) Claim(string id, BigInteger own, BigInteger has, bool won) =>
                (id, won, Product(("votes", own), ("quota-seats", quota.Below)), $"{Product(("seats", has - (won ? 1 : 0)), ("quota-votes", quota.Above))}+{Product(("cut", cut))}");
            Tied(proof, proof.Parties.Where(p => p.Numbers["seats"] > 0).Select(p => Claim(p.Id, p.Numbers["votes"], p.Numbers["seats"], true)), proof.Parties.Where(p => p.Numbers["seats"] < p.Numbers["whole"]).Select(p => Claim(p.Id, p.Numbers["votes"], p.Numbers["seats"], false)));
        }
        else
        {
            Unless(!proof.Numbers.ContainsKey("cut"), $"{proof}: a cut where nobody gave a seat back");
        }
    }

    private void Size(ClaimedProof proof)
    {
        var areas = book.Inside(proof.Area, proof.Reads["areas"]).ToDictionary(a => a, a => book.Figure(a, proof.Reads["by"]).Known, StringComparer.Ordinal);
        var least = proof.Parties.Count == 0 ? 0 : proof.Parties[0].Numbers.GetValueOrDefault("least");
        Shares(proof, areas, _ => least, book.Count(proof.Reads["seats"], proof.Area));
        foreach (var (area, numbers) in proof.Parties)
        {
            Write(proof, "seats", area, string.Empty, numbers["seats"]);
        }
    }

    private void Distribute(ClaimedProof proof)
    {
        var parent = proof.Of!;
        var house = book.Table(proof.Reads["seats"], proof.Area).GetValueOrDefault(parent);
        if (proof.Rule == "alone")
        {
            Unless(!book.Groups.ContainsKey(parent), $"{proof}: {parent} is a group");
            Unless(proof["seats"] == house, $"{proof}: {house} seats");
            Write(proof, "seats", proof.Area, parent, house);
        }
        else if (proof.Reads.ContainsKey("areas"))
        {
            ToAreas(proof, parent, house);
        }
        else
        {
            ToMembers(proof, parent, house);
        }
    }

    private void ToMembers(ClaimedProof proof, string parent, BigInteger house)
    {
        Sums(proof);
        var lists = proof.Parties.SelectMany(p => book.Groups.TryGetValue(p.Id, out var inside) ? inside : [p.Id]).ToList();
        Unless(lists.ToHashSet(StringComparer.Ordinal).SetEquals(book.Groups[parent]) && lists.Count == book.Groups[parent].Count, $"{proof}: the members are not the lists of {parent}");
        var votes = proof.Parties.ToDictionary(p => p.Id, p => book.Groups.TryGetValue(p.Id, out var inside) ? inside.Aggregate(BigInteger.Zero, (sum, l) => sum + book.Votes(proof.Area, l)) : book.Votes(proof.Area, p.Id), StringComparer.Ordinal);
        if (house.Sign > 0)
        {
            Shares(proof, votes, _ => 0, house);
        }

        foreach (var (member, numbers) in proof.Parties)
        {
            Unless(house.Sign > 0 || numbers["seats"].IsZero, $"{proof}: seats of nothing");
            Write(proof, "seats", proof.Area, member, numbers["seats"]);
        }
    }

    private void ToAreas(ClaimedProof proof, string list, BigInteger house)
    {
        var enlarge = proof.Reads.GetValueOrDefault("excess") == "enlarge";
        BigInteger Held(string area) => proof.Reads.TryGetValue("held", out var table) ? book.At(table, area)?[list] ?? 0 : 0;
        var here = book.Inside(proof.Area, proof.Reads["areas"]).Where(a => book.Votes(a, list).Sign > 0 || Held(a).Sign > 0).ToList();
        if (proof.Rule == "held-only")
        {
            Parties(proof, here);
            var least = here.Aggregate(BigInteger.Zero, (sum, a) => sum + (enlarge ? 0 : Held(a)));
            Unless(house <= least || here.All(a => book.Votes(a, list).IsZero), $"{proof}: seats are to be shared");
        }
        else
        {
            Shares(proof, here.ToDictionary(a => a, a => book.Votes(a, list), StringComparer.Ordinal), a => enlarge ? 0 : Held(a), house);
        }

        foreach (var (area, numbers) in proof.Parties)
        {
            var share = proof.Rule == "held-only" ? (enlarge ? 0 : Held(area)) : numbers["seats"];
            var total = enlarge ? BigInteger.Max(share, Held(area)) : share;
            Write(proof, "seats", area, list, total);
            Write(proof, "further", area, list, BigInteger.Max(0, total - Held(area)));
        }
    }
}
