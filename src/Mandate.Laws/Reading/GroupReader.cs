using Mandate.Electoral;

namespace Mandate.Laws.Reading;

/// <summary>Reads alliances and agreements between lists from election.yaml.</summary>
internal static class GroupReader
{
    public static IReadOnlyList<GroupInfo> Read(YamlEntry? entry, IReadOnlyList<ListInfo> lists, IReadOnlyList<string> contests)
    {
        var groups = new List<GroupInfo>();
        var members = new List<(YamlEntry Entry, string Id)>();
        foreach (var item in entry?.List("a list of groups") ?? [])
        {
            if (item.Map("a group: a mapping of id, kind and members") is not { } map)
            {
                continue;
            }

            var id = map.Required("id")?.Id("an id of the group") ?? string.Empty;
            var kind = map.Required("kind")?.Id("its kind, by which the law asks for it") ?? string.Empty;
            var of = map.Optional("contest");
            var contest = of?.Id("a contest") ?? (contests.Count > 0 ? contests[0] : string.Empty);
            if (of is not null && !contests.Contains(contest))
            {
                of.Fault("one of " + string.Join(", ", contests));
            }

            var area = map.Optional("area")?.Text("a constituency");
            var name = map.Optional("name")?.Words("a name");
            var inside = new List<string>();
            foreach (var member in map.Required("members")?.List("ids of lists, or of groups in it") ?? [])
            {
                if (member.Id("a list or a group") is { } text)
                {
                    inside.Add(text);
                    members.Add((member, text));
                }
            }

            map.Close();
            if (groups.Any(g => g.Group.Id == id && g.Contest == contest) || lists.Any(l => l.Id == id))
            {
                item.Fault($"'{id}' a second time", "an id of its own");
            }

            groups.Add(new GroupInfo(new Group(id, kind, area, inside), contest, name));
        }

        if (groups.Count == 0)
        {
            return groups;
        }

        foreach (var (member, id) in members.Where(m => lists.All(l => l.Id != m.Id) && groups.All(g => g.Group.Id != m.Id)))
        {
            member.Fault("a list or a group of this election");
        }

        // A list that counted in two groups at once would give its votes twice.
        foreach (var (one, other, shared) in from i in Enumerable.Range(0, groups.Count)
                                             from j in Enumerable.Range(i + 1, groups.Count - i - 1)
                                             let one = groups[i]
                                             let other = groups[j]
                                             where one.Contest == other.Contest && one.Group.Kind == other.Group.Kind && (one.Group.Area is null || other.Group.Area is null || one.Group.Area == other.Group.Area)
                                             from shared in one.Group.Members.Intersect(other.Group.Members)
                                             select (one.Group.Id, other.Group.Id, shared))
        {
            entry!.Fault($"'{shared}' in the groups '{one}' and '{other}'", "each list in one group of a kind");
        }

        foreach (var group in groups.Where(g => g.Group.Members.Distinct().Count() < g.Group.Members.Count))
        {
            entry!.Fault($"a member of '{group.Group.Id}' a second time", "each member once");
        }

        foreach (var group in groups.Where(g => Contains(groups, g.Group.Id, g.Group.Id, 0)))
        {
            entry!.Fault($"the group '{group.Group.Id}', which lies in itself", "groups that hold lists or smaller groups");
        }

        return groups;
    }

    private static bool Contains(List<GroupInfo> groups, string group, string id, int depth) => depth > groups.Count
        || groups.FirstOrDefault(g => g.Group.Id == group)?.Group.Members.Any(m => m == id || Contains(groups, m, id, depth + 1)) == true;
}
