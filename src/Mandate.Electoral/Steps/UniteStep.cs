namespace Mandate.Electoral.Steps;

/// <summary>Lets lists that are allied count as one.</summary>
/// <param name="Id">Id of the step.</param>
/// <param name="Kind">Kind of the groups, as the election names it.</param>
/// <param name="Among">Table of those who can take part in a group; null for every list on the ballot.</param>
/// <param name="All">Whether a group is void when one of its members does not take part (Israel), or holds for the rest.</param>
/// <param name="As">The table written: votes by group, and by list for those in no group.</param>
/// <remarks>Groups can hold groups; <see cref="DistributeStep"/> goes down one level at a time.</remarks>
public sealed record UniteStep(string Id, string Kind, string? Among, bool All, string As) : Step("unite", Id)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads => Among is null ? [] : [Among];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => [As];

    /// <inheritdoc/>
    internal override IEnumerable<string> Needs => new[] { Among }.OfType<string>();

    /// <inheritdoc/>
    internal override void Run(StepContext context)
    {
        var among = context.Among(Among).ToHashSet(StringComparer.Ordinal);
        var lists = context.Area.Contenders.Select(c => c.Id).Where(among.Contains).ToList();
        if (context.Votes(this, lists) is not { } votes)
        {
            return;
        }

        var of = lists.Zip(votes).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        var tree = new GroupTree(context.Run.Contest.Groups, context.Area, of);
        var groups = tree.Top(Kind).Where(g => All ? tree.Lists(g.Id).All(of.ContainsKey) : tree.Lists(g.Id).Any(of.ContainsKey)).ToList();
        var owner = groups.SelectMany(g => tree.Lists(g.Id).Where(of.ContainsKey).Select(l => (l, g.Id))).ToDictionary(p => p.l, p => p.Id, StringComparer.Ordinal);
        var rows = lists.Select(l => owner.GetValueOrDefault(l, l)).Distinct().Select(k => KeyValuePair.Create(k, tree.Votes(k))).ToList();
        context.Write(As, new Rows(rows));
        var united = groups.Where(g => tree.Lists(g.Id).Count(of.ContainsKey) > 1).ToList();
        context.Add(
            this,
            united.Count == 0 ? "nobody" : "groups",
            new Dictionary<string, Argument> { ["lists"] = new Argument.Count(united.Count) },
            () => [.. united.Select(g => new TraceRow(g.Id, "group", new Dictionary<string, Argument>
            {
                ["members"] = new Argument.Contenders([.. tree.Lists(g.Id).Where(of.ContainsKey)]),
                ["votes"] = new Argument.Count(tree.Votes(g.Id)),
            }))]);
    }
}

/// <summary>Groups that hold in a place, with the votes of the lists that take part.</summary>
internal sealed class GroupTree(IReadOnlyList<Group> groups, Place place, IReadOnlyDictionary<string, long> votes)
{
    private readonly Dictionary<string, Group> here = groups.Where(g => g.Area is null || g.Area == place.Id || place.Around.Contains(g.Area)).ToDictionary(g => g.Id, StringComparer.Ordinal);

    /// <summary>Groups of a kind that lie in no other group of that kind.</summary>
    public IEnumerable<Group> Top(string kind) => here.Values.Where(g => g.Kind == kind && !here.Values.Any(o => o.Kind == kind && o.Members.Contains(g.Id)));

    public bool IsGroup(string id) => here.ContainsKey(id);

    /// <summary>Members of a group one level down: lists and groups that have votes.</summary>
    public IReadOnlyList<string> Members(string group) => [.. here[group].Members.Where(m => Lists(m).Any(votes.ContainsKey))];

    /// <summary>All lists of a group, of groups in it too; a list stands for itself.</summary>
    public IReadOnlyList<string> Lists(string id) => here.TryGetValue(id, out var group) ? [.. group.Members.SelectMany(Lists)] : [id];

    public long Votes(string id) => Lists(id).Sum(l => votes.GetValueOrDefault(l));
}
