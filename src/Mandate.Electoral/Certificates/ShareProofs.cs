using Mandate.Electoral.Methods;
using Mandate.Electoral.Steps;

namespace Mandate.Electoral.Certificates;

/// <summary>Proofs of steps that share seats among areas, or among the parts of a list or group.</summary>
internal static class ShareProofs
{
    public static Proof Size(StepContext context, SizeStep step)
    {
        var areas = context.Run.Within(context.Area, step.Kind);
        var claims = areas.Select(a => new Claim(a.Id, new VoteCount(context.In(a).Figure(step.By).Known)) { Minimum = new SeatCount(step.Minimum) }).ToList();
        var draft = Start(context, step, step.Method, null).Read("by", step.By).Read("seats", step.Seats).Read("areas", step.Kind).Write("seats", step.As);
        Allocate(draft, step.Method, claims, context.CountKnown(step.Seats) ?? 0);
        return draft.Done();
    }

    public static IEnumerable<Proof> Distribute(StepContext context, DistributeStep step)
    {
        var seats = context.Table(step.Seats);
        return step.To is { } kind ? ToAreas(context, step, seats, kind) : ToMembers(context, step, seats);
    }

    private static IEnumerable<Proof> ToMembers(StepContext context, DistributeStep step, Rows seats)
    {
        var among = context.Among(step.Among).ToHashSet(StringComparer.Ordinal);
        var votes = context.Area.Contenders.Select(c => c.Id).Where(among.Contains).ToDictionary(l => l, l => context.Area.Votes(l) ?? 0, StringComparer.Ordinal);
        var tree = new GroupTree(context.Run.Contest.Groups, context.Area, votes);
        foreach (var parent in seats.Contenders)
        {
            var draft = Start(context, step, step.Method, parent).Read("seats", step.Seats).Read("among", step.Among).Read("to", "members").Write("seats", step.As);
            if (!tree.IsGroup(parent))
            {
                yield return new Draft(context, step, "alone") { Of = parent }.Read("seats", step.Seats).Write("seats", step.As).Number("seats", seats[parent]).Done();
                continue;
            }

            var claims = tree.Members(parent).Select(m => new Claim(m, new VoteCount(tree.Votes(m)))).ToList();
            if (claims.Count > 0)
            {
                if (seats[parent] == 0)
                {
                    claims.ForEach(c => draft.Party(c.List, ("votes", c.Votes.Value), ("seats", 0)));
                    draft.Number("seats", 0);
                }
                else
                {
                    Allocate(draft, step.Method, claims, (int)seats[parent]);
                }

                claims.Where(c => tree.IsGroup(c.List)).ToList().ForEach(c => draft.Claim(
                    "sum", c.List, [.. tree.Lists(c.List).Where(votes.ContainsKey).Select(l => new Product([new Factor("votes:" + l, votes[l])]))], Relation.Equal, [Draft.Times(("votes", c.Votes.Value))]));
                yield return draft.Done();
            }
        }
    }

    private static IEnumerable<Proof> ToAreas(StepContext context, DistributeStep step, Rows seats, string kind)
    {
        var areas = context.Run.Within(context.Area, kind);
        foreach (var list in seats.Contenders)
        {
            var held = areas.ToDictionary(a => a.Id, a => step.Held is null ? 0 : context.In(a).Find(step.Held)?[list] ?? 0, StringComparer.Ordinal);
            var here = areas.Where(a => a.Votes(list) is > 0 || held[a.Id] > 0).ToList();
            var least = here.ToDictionary(a => a.Id, a => step.Enlarge ? 0 : held[a.Id], StringComparer.Ordinal);
            var draft = Start(context, step, step.Method, list).Read("seats", step.Seats).Read("held", step.Held).Read("excess", step.Enlarge ? "enlarge" : null).Read("areas", kind)
                .Write("seats", step.As).Write("further", step.Further);
            if (here.All(a => a.Votes(list) is not > 0) || seats[list] <= least.Values.Sum())
            {
                // Nothing beyond the held seats is shared out.
                yield return HeldOnly(context, step, kind, list, here, least, held, (int)seats[list]);
                continue;
            }

            var claims = here.Select(a => new Claim(a.Id, new VoteCount(a.Votes(list) ?? 0)) { Held = new SeatCount((int)least[a.Id]) }).ToList();
            Allocate(draft, step.Method, claims, (int)seats[list]);
            yield return draft.Done();
        }
    }

    private static Proof HeldOnly(StepContext context, DistributeStep step, string kind, string list, List<Place> here, Dictionary<string, long> least, Dictionary<string, long> held, int seats)
    {
        var draft = new Draft(context, step, "held-only") { Of = list }.Read("seats", step.Seats).Read("held", step.Held).Read("excess", step.Enlarge ? "enlarge" : null).Read("areas", kind).Write("seats", step.As).Write("further", step.Further).Number("seats", Math.Max(0, seats));
        here.ForEach(a => draft.Party(a.Id, ("votes", a.Votes(list) ?? 0), ("least", least[a.Id]), ("seats", least[a.Id])));
        draft.Claim("seats", list, [Draft.Times(("seats", Math.Max(0, seats)))], Relation.AtMost, [Draft.Times(("seats", (step.Enlarge ? held : least).Values.Sum()))]);
        return draft.Done();
    }

    private static Draft Start(StepContext context, Step step, Method method, string? of) =>
        new Draft(context, step, method is QuotaMethod ? "quota" : "divisors") { Of = of, Decisions = [.. Draft.Ties(context, step)] }.Read("method", AllocateProofs.Named(method));

    private static void Allocate(Draft draft, Method method, IReadOnlyList<Claim> claims, int house)
    {
        var allocation = Apportionment.Allocate(method, claims, new SeatCount(house));
        var seats = AllocateProofs.Settled(allocation, draft.Decisions, out var decisions);
        draft.Decisions = decisions;
        AllocationProof.Write(draft, allocation, seats);
    }
}
