using Mandate.Electoral.Methods;

namespace Mandate.Electoral.Steps;

/// <summary>Shares out the seats each list or group has: among the members of the group, or among areas inside the place.</summary>
/// <param name="Id">Id of the step.</param>
/// <param name="Seats">Seats by list or group, in the step's place.</param>
/// <param name="To">Kind of the areas; null shares among members of groups.</param>
/// <param name="Method">The method.</param>
/// <param name="As">The table written: seats by list, in each area where there are areas.</param>
public sealed record DistributeStep(string Id, TermSum Seats, string? To, Method Method, string As) : Step("distribute", Id)
{
    /// <summary>Gets the table of members that can take part; null for every list on the ballot.</summary>
    public string? Among { get; init; }

    /// <summary>Gets the table of seats held in the areas; null for none. They are among the seats shared out.</summary>
    public string? Held { get; init; }

    /// <summary>Gets whether seats held above an area's share stay and add to the list's seats; else they are the start of the count.</summary>
    public bool Enlarge { get; init; }

    /// <summary>Gets the table written: seats beyond those held; null to write none.</summary>
    public string? Further { get; init; }

    /// <summary>Gets rules for a tie, in order.</summary>
    public IReadOnlyList<TieRule> Ties { get; init; } = [];

    /// <inheritdoc/>
    public override bool GivesSeats => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads => [.. Seats.Names, .. new[] { Among, Held }.OfType<string>()];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => Further is null ? [As] : [As, Further];

    /// <inheritdoc/>
    internal override IEnumerable<string> Needs => new[] { Among }.OfType<string>();

    /// <inheritdoc/>
    internal override void Run(StepContext context)
    {
        var seats = context.Table(Seats);
        if (To is null)
        {
            ToMembers(context, seats);
        }
        else
        {
            ToAreas(context, seats, To);
        }
    }

    private void ToMembers(StepContext context, Rows seats)
    {
        var among = context.Among(Among).ToHashSet(StringComparer.Ordinal);
        var lists = context.Area.Contenders.Select(c => c.Id).Where(among.Contains).ToList();
        if (context.Votes(this, lists) is not { } votes)
        {
            return;
        }

        var tree = new GroupTree(context.Run.Contest.Groups, context.Area, lists.Zip(votes).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal));
        var rows = new List<KeyValuePair<string, long>>();
        foreach (var parent in seats.Contenders)
        {
            if (!tree.IsGroup(parent))
            {
                rows.Add(KeyValuePair.Create(parent, seats[parent]));
                continue;
            }

            var members = tree.Members(parent);
            var claims = members.Select(m => new Claim(m, new VoteCount(tree.Votes(m)))).ToList();
            if (seats[parent] == 0 || claims.Count == 0)
            {
                rows.AddRange(members.Select(m => KeyValuePair.Create(m, 0L)));
            }
            else if (claims.All(c => c.Votes.Value == 0))
            {
                context.Halt(this, Status.Undefined, "no-votes", members, (int)seats[parent]);
                return;
            }
            else if (Share(context, parent, claims, (int)seats[parent], tree.Votes) is { } shares)
            {
                rows.AddRange(shares);
            }
            else
            {
                return;
            }
        }

        var order = lists.Concat(rows.Select(r => r.Key)).Distinct().Select((l, i) => (l, i)).ToDictionary(p => p.l, p => p.i, StringComparer.Ordinal);
        context.Write(As, new Rows(rows.OrderBy(r => order[r.Key])));
    }

    private void ToAreas(StepContext context, Rows seats, string kind)
    {
        if (context.Within(this, kind) is not { } areas)
        {
            return;
        }

        var held = areas.ToDictionary(a => a.Id, a => Held is null ? null : context.In(a).Find(Held), StringComparer.Ordinal);
        var result = areas.ToDictionary(a => a.Id, _ => new List<KeyValuePair<string, long>>(), StringComparer.Ordinal);
        foreach (var list in seats.Contenders)
        {
            var missing = new List<string>();
            areas.Where(_ => seats[list] > 0).ToList().ForEach(a => context.In(a).Votes(list, null, missing));
            if (missing.Count > 0)
            {
                context.Halt(this, Status.Unknown, "votes", [list], (int)seats[list], missing);
                return;
            }

            var here = areas.Where(a => a.Votes(list) is > 0 || held[a.Id]?[list] > 0).ToList();
            var shares = here.ToDictionary(a => a.Id, a => Enlarge ? 0 : held[a.Id]?[list] ?? 0, StringComparer.Ordinal);
            var kept = here.Sum(a => held[a.Id]?[list] ?? 0);
            if (here.All(a => a.Votes(list) is not > 0))
            {
                // Without votes a list has the seats it holds, and nothing says where more of them would be.
                if (seats[list] > kept)
                {
                    context.Halt(this, Status.Undefined, "no-votes", [list], (int)(seats[list] - kept));
                    return;
                }
            }
            else if (seats[list] > shares.Values.Sum())
            {
                var claims = here.Select(a => new Claim(a.Id, new VoteCount(a.Votes(list) ?? 0)) { Held = new SeatCount((int)shares[a.Id]) }).ToList();
                if (Share(context, list, claims, (int)seats[list], id => areas.First(a => a.Id == id).Votes(list) ?? 0) is not { } given)
                {
                    return;
                }

                shares = given.ToDictionary(StringComparer.Ordinal);
            }

            foreach (var area in here)
            {
                var total = Math.Max(shares[area.Id], Enlarge ? held[area.Id]?[list] ?? 0 : 0);
                result[area.Id].Add(KeyValuePair.Create(list, total));
            }
        }

        foreach (var area in areas)
        {
            context.In(area).Write(As, new Rows(result[area.Id]));
            if (Further is not null)
            {
                context.In(area).Write(Further, new Rows(result[area.Id].Select(r => KeyValuePair.Create(r.Key, Math.Max(0, r.Value - (held[area.Id]?[r.Key] ?? 0))))));
            }
        }
    }

    private IReadOnlyList<KeyValuePair<string, long>>? Share(StepContext context, string parent, IReadOnlyList<Claim> claims, int house, Func<string, long> votes)
    {
        var allocation = Apportionment.Allocate(Method, claims, new SeatCount(house));
        AllocationTrace.Add(context, this, allocation, parent);
        if (allocation.Tie is { } tie)
        {
            if (TieSettler.Settle(context, this, tie, Ties, votes, parent) is not { } winners)
            {
                return null;
            }

            allocation = allocation.Settle(winners);
        }

        return [.. allocation.Claims.Select((c, i) => KeyValuePair.Create(c.List, (long)allocation.Awarded[i]))];
    }
}
