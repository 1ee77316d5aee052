namespace Mandate.Modules.Tests.BadInput;

/// <summary>Alliances of an election that cannot be: each is told with its place, and nothing is computed.</summary>
public class GroupsTest
{
    [Theory]
    [InlineData("[{ id: one, kind: union, members: [a, b] }, { id: two, kind: union, members: [b, c] }]", "'b' in the groups 'one' and 'two'; expected each list in one group of a kind")]
    [InlineData("[{ id: one, kind: union, members: [a, a] }]", "a member of 'one' a second time; expected each member once")]
    [InlineData("[{ id: one, kind: union, members: [a, nobody] }]", "'nobody'; expected a list or a group of this election")]
    [InlineData("[{ id: one, kind: union, members: [two] }, { id: two, kind: union, members: [one] }]", "the group 'one', which lies in itself; expected groups that hold lists or smaller groups")]
    [InlineData("[{ id: a, kind: union, members: [b, c] }]", "'a' a second time; expected an id of its own")]
    public async Task Declare_GroupThatCannotBe_SaysWhy(string groups, string finding)
    {
        using var folder = ElectionFolder.OfLists("kz/majilis@2009-02-09", ("a", 600), ("b", 400), ("c", 100)).Append("election.yaml", $"groups: {groups}\n");
        var answer = await Terminal.RunAsync("declare", folder.Path);
        answer.Code.ShouldBe(2);
        folder.Plain(answer.Error).ShouldContain($"found {finding}\n");
    }

    [Theory]
    [InlineData("[{ id: one, kind: union, members: [a, b] }, { id: two, kind: agreement, members: [b, c] }]")]
    [InlineData("[{ id: one, kind: union, area: n, members: [a, b] }, { id: two, kind: union, area: s, members: [b, c] }]")]
    public async Task Declare_ListInGroupsOfTwoKindsOrAreas_IsFine(string groups)
    {
        using var folder = ElectionFolder.OfLists("kz/majilis@2009-02-09", ("a", 600), ("b", 400), ("c", 100)).Append("election.yaml", $"groups: {groups}\n");
        (await Terminal.RunAsync("declare", folder.Path)).Code.ShouldBe(0);
    }
}
