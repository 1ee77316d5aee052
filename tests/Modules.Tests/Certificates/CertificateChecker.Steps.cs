using System.Numerics;
using System.Text.Json;
using static Mandate.Modules.Tests.Certificates.CertificateFault;
using static Mandate.Modules.Tests.Certificates.ClaimedInequality;

namespace Mandate.Modules.Tests.Certificates;

/// <content>All other steps.</content>
internal sealed partial class CertificateChecker
{
    private void Admit(ClaimedProof proof)
    {
        Parties(proof, Among(proof));
        foreach (var (list, numbers) in proof.Parties)
        {
            var admitted = Reached(proof, proof.Requirement!.Value, list)
                ?? throw new CertificateFault($"{proof}: nothing decides whether {list} takes part");
            Unless(numbers["seats"] == (admitted ? 1 : 0), $"{proof}: {list} is {(admitted ? string.Empty : "not ")}admitted");
            Write(proof, "seats", proof.Area, list, admitted ? 1 : 0);
        }

        Unless(proof["admitted"] == proof.Parties.Count(p => p.Numbers["seats"].IsOne), $"{proof}: the number of those admitted");
    }

    /// <summary>Whether a condition is reached, as far as the inequalities say; null where they do not.</summary>
    private bool? Reached(ClaimedProof proof, JsonElement condition, string list)
    {
        string Text(string name) => condition.GetProperty(name).GetString()!;
        string? Maybe(string name) => condition.TryGetProperty(name, out var value) ? value.GetString() : null;
        var claims = proof.Inequalities.Where(i => i.Party == list && i.Path == Text("path")).ToList();
        switch (Text("kind"))
        {
            case "any" or "all":
                var every = Text("kind") == "all";
                var parts = condition.GetProperty("parts").EnumerateArray().Select(p => Reached(proof, p, list)).ToList();
                return parts.Any(p => p == !every) ? !every : parts.All(p => p == every) ? every : null;
            case "share" or "quotas":
                var areas = Maybe("at") is not { } kind ? [proof.Area] : book.Inside(proof.Area, kind).ToList() is { Count: > 0 } inside ? inside : [book.Around(proof.Area, kind)];
                var needed = Maybe("at") is not null && areas.Count > 1 ? int.Parse(Text("areas"), System.Globalization.CultureInfo.InvariantCulture) : 1;
                var told = areas.Select(a => Measured(proof, condition, list, a, claims.Where(c => (c.Area ?? proof.Area) == a).ToList())).ToList();
                return told.Count(t => t == true) >= needed ? true : told.Count(t => t != false) < needed ? false : null;
            case "won":
                var seats = BigInteger.Max(0, book.Table(Text("table"), proof.Area).GetValueOrDefault(list));
                return Single(claims, ">=", "<", Product(("seats", seats)), Product(("least", BigInteger.Parse(Text("least"), System.Globalization.CultureInfo.InvariantCulture))));
            case "member":
                return claims.Count == 1 ? book.At(Text("table"), proof.Area)?.Has(list) == true : null;
            case "tag":
                // Marks stand in election.yaml and are no sums: the certificate names them.
                return claims.Count == 1 ? claims[0].LeftParts().Single().Value.IsOne : null;
            case "parties":
                return claims.Count == 0 ? null : claims.All(c => c.Relation is ">=" or "<=");
            default:
                throw new CertificateFault($"{proof}: no condition '{Text("kind")}'");
        }
    }

    private bool? Measured(ClaimedProof proof, JsonElement condition, string list, string area, List<ClaimedInequality> claims)
    {
        if (claims.Count == 0)
        {
            return null;
        }

        var share = condition.GetProperty("share").GetString()!.Split('/');
        var (above, below) = (BigInteger.Parse(share[0], System.Globalization.CultureInfo.InvariantCulture), share.Length > 1 ? BigInteger.Parse(share[1], System.Globalization.CultureInfo.InvariantCulture) : 1);
        var votes = proof.Reads.TryGetValue("votes", out var table) ? book.Read(table, area)[list] : book.Votes(area, list);
        var figure = book.Figure(area, condition.GetProperty("of").GetString()!).Known;
        if (condition.GetProperty("kind").GetString() == "share")
        {
            var strict = condition.GetProperty("than").GetString() == "more-than";
            return Single(claims, strict ? ">" : ">=", strict ? "<=" : "<", Product(("votes", votes), ("share-below", below)), Product(("share-above", above), ("base", figure)));
        }

        var quota = MethodTable.Quota(condition.GetProperty("quota").GetString()!, figure, book.Count(condition.TryGetProperty("seats", out var seats) ? seats.GetString() : null, area));
        return Single(claims, ">=", "<", Product(("votes", votes), ("share-below", below), ("quota-seats", quota.Below)), Product(("share-above", above), ("quota-votes", quota.Above)));
    }

    private static bool? Single(List<ClaimedInequality> claims, string reached, string missed, string left, string right)
    {
        if (claims.Count != 1)
        {
            return null;
        }

        claims[0].Is($"{reached} {missed}", left, right);
        return claims[0].Relation == reached;
    }

    private void Condition(ClaimedProof proof)
    {
        var share = proof.Reads["share"].Split('/').Select(s => BigInteger.Parse(s, System.Globalization.CultureInfo.InvariantCulture)).Append(1).ToList();
        var strict = proof.Reads["than"] == "more-than";
        var met = Single([proof.One("share", null)], strict ? ">" : ">=", strict ? "<=" : "<",
            Product(("votes", book.Figure(proof.Area, proof.Reads["figure"]).Known), ("share-below", share[1])), Product(("share-above", share[0]), ("base", book.Figure(proof.Area, proof.Reads["of"]).Known)));
        Unless(met == proof["met"].IsOne, $"{proof}: the condition");
    }

    private void Join(ClaimedProof proof)
    {
        var admitted = book.Read(proof.Reads["among"], proof.Area);
        var standing = book.Standing(proof.Area);
        Parties(proof, standing);
        var joined = proof.Parties.Where(p => p.Numbers["seats"].IsOne && !admitted.Has(p.Id)).Select(p => p.Id).ToList();
        Unless(joined.Count == 1, $"{proof}: one list joins");
        foreach (var other in standing.Where(s => !admitted.Has(s) && s != joined[0]))
        {
            proof.One("ahead", other).Is(">", Votes(book.Votes(proof.Area, joined[0])), Votes(book.Votes(proof.Area, other)));
        }

        Write(proof, "runner-up", proof.Area, joined[0], 1);
        foreach (var list in standing)
        {
            Write(proof, "seats", proof.Area, list, admitted.Has(list) || list == joined[0] ? 1 : 0);
        }
    }

    /// <summary>Groups are the sums of the lists they name.</summary>
    private void Sums(ClaimedProof proof)
    {
        foreach (var sum in proof.Inequalities.Where(i => i.Kind == "sum"))
        {
            Unless(sum.Relation == "=", $"{proof}: a sum");
            var lists = sum.LeftParts().ToList();
            lists.ForEach(l => Unless(l.Value == book.Votes(proof.Area, l.Name["votes:".Length..]), $"{proof}: votes of {l.Name}"));
            book.Groups[sum.Party!] = [.. lists.Select(l => l.Name["votes:".Length..])];
        }
    }

    private void Unite(ClaimedProof proof)
    {
        foreach (var group in book.Groups.Keys.Where(g => proof.Parties.Any(p => p.Id == g)).ToList())
        {
            book.Groups.Remove(group);
        }

        Sums(proof);
        var lists = proof.Parties.SelectMany(p => book.Groups.TryGetValue(p.Id, out var inside) ? inside : [p.Id]).ToList();
        var among = proof.Reads.TryGetValue("among", out var set) ? book.Read(set, proof.Area).Rows.Keys.Where(l => book.Standing(proof.Area).Contains(l)) : book.Standing(proof.Area);
        Unless(lists.Count == lists.Distinct().Count() && lists.ToHashSet(StringComparer.Ordinal).SetEquals(among), $"{proof}: every list counts once");
        foreach (var (key, numbers) in proof.Parties)
        {
            var votes = (book.Groups.TryGetValue(key, out var inside) ? inside : [key]).Aggregate(BigInteger.Zero, (sum, l) => sum + book.Votes(proof.Area, l));
            Unless(numbers["votes"] == votes, $"{proof}: votes of {key}");
            Write(proof, "votes", proof.Area, key, votes);
        }
    }

    private void Weigh(ClaimedProof proof)
    {
        var seats = book.Count(proof.Reads["votes-per"], proof.Area);
        Unless(proof["seats"] == seats, $"{proof}: {seats} seats");
        var here = file.Options(book.Id, proof.Area).ToHashSet(StringComparer.Ordinal);
        Parties(proof, proof.Reads.TryGetValue("among", out var among) ? book.Read(among, proof.Area).Rows.Keys.Where(here.Contains) : book.Standing(proof.Area));
        foreach (var (list, numbers) in proof.Parties)
        {
            var votes = book.Votes(proof.Area, list);
            var rounded = proof.Rule == "voters-rounded";
            Unless(numbers["votes"] == votes, $"{proof}: votes of {list}");
            if (rounded)
            {
                var two = proof.Inequalities.Where(i => i.Kind == "rounded" && i.Party == list).ToList();
                var (twice, product) = (Product(("two", 2), ("votes", votes)), Product(("two", 2), ("voters", numbers["voters"]), ("seats", seats)));
                two[0].Is(">=", $"{twice}+{Product(("seats", seats))}", product);
                two[1].Is("<", twice, $"{product}+{Product(("seats", seats))}");
            }

            Unless(rounded || book.Unit(proof.Writes["votes"], proof.Area) == seats, $"{proof}: voter numbers in other parts");
            Write(proof, "votes", proof.Area, list, rounded ? numbers["voters"] : votes);
        }
    }

    private void Bonus(ClaimedProof proof)
    {
        var lists = Among(proof);
        Parties(proof, lists);
        var seats = book.Count(proof.Reads["seats"], proof.Area);
        var first = proof.Parties.Single(p => p.Numbers["seats"] == seats).Id;
        var equal = lists.Where(l => l != first && VotesOf(proof, l) == VotesOf(proof, first)).ToList();
        foreach (var other in lists.Where(l => l != first))
        {
            proof.One("ahead", other).Is("> =", Votes(VotesOf(proof, first)), Votes(VotesOf(proof, other)));
        }

        proof.Ties([first], equal);
        Write(proof, "seats", proof.Area, first, seats);
    }

    private void Correct(ClaimedProof proof)
    {
        var before = book.Read(proof.Reads["seats"], proof.Area);
        Parties(proof, before.Rows.Keys);
        var all = before.Rows.Keys.Aggregate(BigInteger.Zero, (sum, l) => sum + book.Votes(proof.Area, l));
        var house = book.Count("seats", proof.Area);
        var major = before.Rows.Keys.FirstOrDefault(l => proof.One("half-of-votes", l).Relation == ">");
        foreach (var (list, seats) in before.Rows)
        {
            proof.One("half-of-votes", list).Is("< = >", Product(("two", 2), ("votes", book.Votes(proof.Area, list))), Votes(all));
            proof.One("half-of-seats", list).Is("< = >", Product(("two", 2), ("seats", seats)), Product(("seats", house)));
        }

        var losers = proof.Reads.TryGetValue("last", out var last) ? book.At(last, proof.Area)?.Rows.Keys.Where(l => l != major).ToList() ?? [] : [];
        var corrects = major is not null && proof.One("half-of-seats", major).Relation != ">" && losers.Count > 0;
        var loser = corrects ? proof.Parties.Single(p => p.Numbers["seats"] == before[p.Id] - 1).Id : null;
        Unless(loser is null || losers.Contains(loser), $"{proof}: {loser} did not take the last seat");
        proof.Ties(corrects ? losers.Where(l => l != loser) : [], corrects && losers.Count > 1 ? [loser!] : []);
        foreach (var (list, numbers) in proof.Parties)
        {
            Unless(numbers["seats"] == before[list] + (!corrects ? 0 : list == major ? 1 : list == loser ? -1 : 0), $"{proof}: seats of {list}");
            Write(proof, "seats", proof.Area, list, numbers["seats"]);
        }
    }

    private void Restricted(ClaimedProof proof)
    {
        Parties(proof, Among(proof));
        var house = book.Count(proof.Reads.GetValueOrDefault("seats"), proof.Area);
        var votes = proof.Parties.ToDictionary(p => p.Id, p => VotesOf(proof, p.Id), StringComparer.Ordinal);
        var quota = MethodTable.Quota(proof.Reads["method"], votes.Values.Aggregate(BigInteger.Zero, (s, v) => s + v), house);
        var wholes = votes.ToDictionary(v => v.Key, v => Whole(proof, v.Key, v.Value, quota), StringComparer.Ordinal);
        var left = house - wholes.Values.Aggregate(BigInteger.Zero, (s, w) => s + w);
        var eligible = votes.Keys.Where(l => proof.Either("eligible", "not-eligible", l).Kind == "eligible").ToList();
        foreach (var list in votes.Keys)
        {
            var may = eligible.Contains(list);
            proof.One(may ? "eligible" : "not-eligible", list).Is(may ? ">=" : "<", Product(("votes", votes[list]), ("quota-seats", quota.Below), ("share-below", proof["share-below"])), Product(("share-above", proof["share-above"]), ("quota-votes", quota.Above)));
        }

        var open = proof.Numbers.GetValueOrDefault("open");
        BigInteger Of(string list, string number) => proof.Parties.Single(p => p.Id == list).Numbers[number];
        Unless(votes.Keys.All(l => Of(l, "seats") == wholes[l] + Of(l, "by-remainder") + Of(l, "by-average") && Of(l, "by-remainder") <= (eligible.Contains(l) ? 1 : 0) && Of(l, "by-average") <= 1), $"{proof}: seats do not add up");
        Unless(votes.Keys.Aggregate(BigInteger.Zero, (s, l) => s + Of(l, "by-remainder")) == BigInteger.Min(left, eligible.Count) - (left > eligible.Count ? 0 : open), $"{proof}: remainder seats");
        Unless(votes.Keys.Aggregate(BigInteger.Zero, (s, l) => s + Of(l, "seats")) == house - open, $"{proof}: the seats sum to another number");
        if (left < eligible.Count && left.Sign > 0)
        {
            Cut(proof, "last", "next", eligible.Select(l => (l, Of(l, "by-remainder").IsOne, Product(("votes", votes[l]), ("quota-seats", quota.Below)), $"{Product(("seats", wholes[l]), ("quota-votes", quota.Above))}+{Product(("cut", proof["cut"]))}")));
        }

        if (left > eligible.Count && proof.Numbers.ContainsKey("cut-votes"))
        {
            Cut(proof, "average", "no-average", votes.Where(v => v.Value.Sign > 0).Select(v => (v.Key, Of(v.Key, "by-average").IsOne, Product(("votes", v.Value), ("cut-seats", proof["cut-seats"])), Product(("divisor", wholes[v.Key] + Of(v.Key, "by-remainder") + 1), ("cut-votes", proof["cut-votes"])))));
        }

        // Whoever took the last seat had the smallest of the values that took one.
        var byAverage = left > eligible.Count;
        var takers = votes.Keys.Where(l => Of(l, byAverage ? "by-average" : "by-remainder").IsOne).ToList();
        var smallest = takers.Where(t => takers.All(o => byAverage
            ? votes[t] * (wholes[o] + Of(o, "by-remainder") + 1) <= votes[o] * (wholes[t] + Of(t, "by-remainder") + 1)
            : (votes[t] * quota.Below) - (wholes[t] * quota.Above) <= (votes[o] * quota.Below) - (wholes[o] * quota.Above)));
        foreach (var list in smallest)
        {
            book.Prove("last", proof.Area, list, 1);
        }

        foreach (var list in votes.Keys)
        {
            Write(proof, "seats", proof.Area, list, Of(list, "seats"));
        }
    }

    private void Part(ClaimedProof proof)
    {
        var lists = book.Read(proof.Reads["among"], proof.Area).Rows.Keys.ToList();
        Parties(proof, lists);
        var all = lists.Aggregate(BigInteger.Zero, (s, l) => s + book.Votes(proof.Area, l));
        var house = book.Count("seats", proof.Area);
        var served = book.Read(proof.Reads["to"], proof.Area).Rows.Keys.Single();
        var rest = book.Read(proof.Reads["rest-to"], proof.Area).Rows.Keys.Single();
        var (above, below, whole) = (proof["share-above"], proof["share-below"], proof["whole"]);
        var two = proof.Inequalities.Where(i => i.Kind == "whole").ToList();
        var left = Product(("votes", book.Votes(proof.Area, served)), ("seats", house), ("share-above", above));
        two[0].Is(">=", left, Product(("seats", whole), ("share-below", below), ("votes", all)));
        two[1].Is("<", left, Product(("seats", whole + 1), ("share-below", below), ("votes", all)));
        var seats = BigInteger.Min(house, BigInteger.Max(whole, proof["least"]));
        foreach (var list in lists)
        {
            Write(proof, "seats", proof.Area, list, list == served ? seats : list == rest ? house - seats : 0);
        }
    }

    private void Level(ClaimedProof proof)
    {
        var areas = book.Inside(proof.Area, proof.Reads["areas"]).ToList();
        var due = book.Table(proof.Reads["seats"], proof.Area).Where(d => d.Value.Sign > 0).ToDictionary(d => d.Key, d => (int)d.Value, StringComparer.Ordinal);
        var room = areas.ToDictionary(a => a, a => proof.Reads.TryGetValue("each", out var each) ? int.Parse(each, System.Globalization.CultureInfo.InvariantCulture) : book.Areas[a].Seats!.Value, StringComparer.Ordinal);
        var rounds = proof.Parties.OrderBy(p => p.Numbers["round"]).Select(p => p.Id.Split('@')).Select(p => (List: p[0], Area: p[1])).ToList();
        var given = new Dictionary<(string List, string Area), int>();
        var quotients = new List<((string, BigInteger)[] Above, (string, BigInteger)[] Below)>();

        ((string, BigInteger)[] Above, (string, BigInteger)[] Below) Quotient((string List, string Area) pair)
        {
            var held = (int)(book.At(proof.Reads["held"], pair.Area)?[pair.List] ?? 0) + given.GetValueOrDefault(pair);
            var (above, below, _) = MethodTable.Divisor(proof.Reads["method"], held);
            var per = proof.Reads.TryGetValue("votes-per", out var sum);
            return ([("votes", book.Votes(pair.Area, pair.List)), ("seats", per ? book.Count(sum, pair.Area) : 1), ("divisor-below", below)], [("divisor", above), ("all-votes", per ? BigInteger.Max(1, book.Figure(pair.Area, "votes").Known) : 1)]);
        }

        for (var k = 0; k < rounds.Count; k++)
        {
            var mine = Quotient(rounds[k]);
            if (k > 0)
            {
                var claim = proof.Inequalities.Where(i => i.Kind == "not-above-seat-before").ElementAt(k - 1);
                claim.Is("> =", Product([.. quotients[k - 1].Above, .. mine.Below]), Product([.. mine.Above, .. quotients[k - 1].Below]));
            }

            quotients.Add(mine);
            given[rounds[k]] = given.GetValueOrDefault(rounds[k]) + 1;
        }

        Unless(due.Keys.All(l => rounds.Count(r => r.List == l) <= due[l]) && rounds.All(r => due.ContainsKey(r.List)) && areas.All(a => rounds.Count(r => r.Area == a) <= room[a]), $"{proof}: more seats than are due");
        foreach (var area in areas)
        {
            foreach (var list in due.Keys)
            {
                if (book.Votes(area, list).Sign > 0 && room[area] > 0)
                {
                    // In the running until the list has its seats or the area is full.
                    var until = Math.Min(Nth(rounds.Select(r => r.List), list, due[list]), Nth(rounds.Select(r => r.Area), area, room[area]));
                    Unless(until <= rounds.Count, $"{proof}: {list} in {area} could still take a seat");
                    var mine = Quotient((list, area));
                    proof.One("never-above", list, area).Is("> =", Product([.. quotients[until - 1].Above, .. mine.Below]), Product([.. mine.Above, .. quotients[until - 1].Below]));
                }

                Write(proof, "seats", area, list, given.GetValueOrDefault((list, area)));
            }
        }
    }

    private static int Nth(IEnumerable<string> all, string who, int n)
    {
        var at = 0;
        foreach (var one in all)
        {
            at++;
            n -= one == who ? 1 : 0;
            if (n == 0)
            {
                return at;
            }
        }

        return int.MaxValue;
    }

    private void Matrix(ClaimedProof proof)
    {
        var areas = book.Inside(proof.Area, proof.Reads["areas"]).ToList();
        var upper = book.Table(proof.Reads["seats-of-lists"], proof.Area).Where(u => u.Value.Sign > 0).ToDictionary(StringComparer.Ordinal);
        var sums = new Dictionary<string, BigInteger>(StringComparer.Ordinal);
        var equal = 0;
        var divisors = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var area in areas)
        {
            var rows = book.Own(proof.Writes["seats"], area)!;
            Unless(rows.Rows.Values.Aggregate(BigInteger.Zero, (s, r) => s + r) == book.Count(proof.Reads["seats-of-areas"], area), $"{proof}: the seats of {area} sum to another number");
            var standing = book.Standing(area);
            var most = standing.Select(l => book.Votes(area, l)).DefaultIfEmpty(0).Max();
            foreach (var list in upper.Keys)
            {
                var (votes, seats) = (book.Votes(area, list), rows[list]);
                sums[list] = sums.GetValueOrDefault(list) + seats;
                if (votes.IsZero)
                {
                    Unless(seats.IsZero, $"{proof}: {list} has seats and no votes in {area}");
                }
                else
                {
                    var promised = proof.Reads.ContainsKey("winner-takes-one") && votes == most && seats.IsOne && proof.Inequalities.Any(i => i.Kind == "least" && i.Party == list && i.Area == area);
                    equal += Cell(proof, area, list, votes, seats, promised, divisors);
                }

                Write(proof, "seats", area, list, seats);
            }
        }

        Unless(upper.All(u => sums.GetValueOrDefault(u.Key) == u.Value), $"{proof}: the seats of a list sum to another number");
        Unless(equal == 0 || proof.Decisions.Count > 0, $"{proof}: cells tie and nothing says what decided");
    }

    /// <summary>Both sides of a cell; the divisors read from it must be the same in its whole row and column.</summary>
    private static int Cell(ClaimedProof proof, string area, string list, BigInteger votes, BigInteger seats, bool promised, Dictionary<string, string> divisors)
    {
        var equal = 0;
        foreach (var (kind, half) in new[] { ("next", (2 * seats) + 1), ("last", (2 * seats) - 1) }.Where(k => k.Item1 == "next" || (seats.Sign > 0 && !promised)))
        {
            var claim = proof.One(kind, list, area);
            claim.IsCell(kind == "next" ? "< =" : "> =", votes, half, out var ofArea, out var ofList);
            Unless(Same(divisors, "area " + area, ofArea) && Same(divisors, "list " + list, ofList), $"{proof}: {list} in {area} is divided by other divisors than its row and column");
            equal += claim.Relation == "=" ? 1 : 0;
        }

        return equal;
    }

    private static bool Same(Dictionary<string, string> divisors, string key, string divisor) => divisors.TryAdd(key, divisor) || divisors[key] == divisor;

    private void Elect(ClaimedProof proof)
    {
        var standing = book.Standing(proof.Area);
        Parties(proof, standing);
        var won = proof.Parties.Where(p => p.Numbers["seats"].IsOne).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        Unless(proof.Parties.All(p => p.Numbers["votes"] == book.Votes(proof.Area, p.Id)), $"{proof}: votes");
        var among = standing.ToList();
        if (proof.Rule == "share-of-votes")
        {
            var share = proof.Reads["share"].Split('/').Select(s => BigInteger.Parse(s, System.Globalization.CultureInfo.InvariantCulture)).Append(1).ToList();
            var strict = proof.Reads["than"] == "more-than";
            among = [.. standing.Where(s => Single([proof.Either("reached", "missed", s)], strict ? ">" : ">=", strict ? "<=" : "<",
                Product(("votes", book.Votes(proof.Area, s)), ("share-below", share[1])), Product(("share-above", share[0]), ("base", book.Figure(proof.Area, proof.Reads["of"]).Known))) == true)];
        }

        var house = book.Count("seats", proof.Area);
        Unless(won.IsSubsetOf(among) && won.Count == BigInteger.Min(house, among.Count), $"{proof}: {won.Count} are elected to {house} seats");
        if (among.Count > won.Count && won.Count > 0)
        {
            Cut(proof, "last", "next", among.Select(a => (a, won.Contains(a), Votes(book.Votes(proof.Area, a)), Product(("cut", proof["cut"])))));
        }

        foreach (var person in won)
        {
            Write(proof, "seats", proof.Area, person, 1);
        }
    }

    private void Transfer(ClaimedProof proof)
    {
        var first = file.FirstPreferences(proof.Area);
        var scale = proof["scale"];
        Unless(proof.Parties.Select(p => p.Numbers["first"]).Order().SequenceEqual(first.Select(f => f * scale).Order()), $"{proof}: first preferences");
        var won = proof.Parties.Where(p => p.Numbers["seats"].IsOne).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var house = book.Count("seats", proof.Area);
        Unless(won.Count <= house, $"{proof}: more are elected than there are seats");
        if (proof.Reads["rule"] == "scottish")
        {
            var valid = first.Aggregate(BigInteger.Zero, (s, f) => s + f);
            Unless(proof["quota"] == (valid / (house + 1)) + 1, $"{proof}: the quota");
        }

        var elected = proof.Inequalities.Where(i => i.Kind.StartsWith("by-", StringComparison.Ordinal)).Select(i => i.Party!).ToList();
        Unless(elected.Distinct().Count() == elected.Count && won.SetEquals(elected), $"{proof}: somebody is elected without having been so at a stage");
        foreach (var claim in proof.Inequalities.Where(i => i.Kind == "excluded"))
        {
            Unless(claim.Relation is "<" or "=" && !won.Contains(claim.Party!), $"{proof}: {claim.Party} was not the lowest");
        }

        // Whose list a seat counts for stands in candidates.csv; the number of seats is what the count proves.
        var rows = book.Own(proof.Writes["seats"], proof.Area)!;
        Unless(rows.Rows.Values.Aggregate(BigInteger.Zero, (s, r) => s + r) == won.Count, $"{proof}: the seats of lists are not those of persons");
        rows.Rows.ToList().ForEach(r => Write(proof, "seats", proof.Area, r.Key, r.Value));
    }
}
