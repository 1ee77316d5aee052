using Mandate.Electoral;

namespace Mandate.Modules.Tests.EveryLaw;

/// <summary>What lists and areas are called, and in which order they stand, decides nothing.</summary>
public class RelabelTest
{
    public static TheoryData<string> Elections => [.. Repository.Catalogue.ElectionIds];

    /// <summary>Caught: seats given back in the order of the areas' ids, and a tie broken by the order of lists.</summary>
    [Theory, MemberData(nameof(Elections))]
    public void Run_ListsAndAreasNamedOtherwiseAndTurnedRound_GivesTheSameSeats(string id)
    {
        var count = CarriedOut.All.Single(c => c.Election.Id == id);
        var (outcome, faults) = ElectionRunner.Run(
            count.Law.Rules,
            count.Election.Input with { Contests = [.. count.Election.Input.Contests.Select(Turned)] },
            [.. count.Election.Lots.Select(l => l with { Area = Area(l.Area), Winners = [.. l.Winners.Select(Renamed)] })]);
        faults.ShouldBeEmpty();
        outcome.Status.ShouldBe(count.Outcome.Status);
        Seats(outcome, a => a, w => w).ShouldBe(Seats(count.Outcome, Area, Renamed));
    }

    private static IEnumerable<string> Seats(ElectionOutcome outcome, Func<string, string> area, Func<string, string> name) =>
        outcome.Tiers.SelectMany(t => t.Constituencies.SelectMany(c => c.Won.Select(w => $"{t.Id}/{area(c.Id)} {name(w.Key)} {w.Value}"))).Order(StringComparer.Ordinal);

    /// <summary>Names sort the other way round: a becomes z.</summary>
    private static string Renamed(string id) => "r-" + new string([.. id.Select(c => c is >= 'a' and <= 'z' ? (char)('a' + 'z' - c) : c)]);

    private static string Area(string id) => id == "nation" ? id : Renamed(id);

    private static ContestInput Turned(ContestInput contest) => contest with
    {
        Constituencies = [.. contest.Constituencies.Reverse().Select(Turned)],
        Regions = [.. contest.Regions.Reverse().Select(r => r with { Id = Area(r.Id), Constituencies = [.. r.Constituencies.Select(Area)] })],
        Groups = [.. contest.Groups.Reverse().Select(g => g with { Id = Renamed(g.Id), Area = g.Area is null ? null : Area(g.Area), Members = [.. g.Members.Reverse().Select(Renamed)] })],
    };

    private static ConstituencyInput Turned(ConstituencyInput area) => area with
    {
        Id = Area(area.Id),
        Contenders = [.. area.Contenders.Reverse().Select(c => c with { Id = Renamed(c.Id) })],
        Votes = Turned(area.Votes),
        Given = area.Given is null ? null : Turned(area.Given),
        Runoff = area.Runoff is null ? null : Turned(area.Runoff),
        Persons = Turned(area.Persons),
        Ballots = area.Ballots?.With([.. area.Ballots.Candidates.Select(c => c with { List = Renamed(c.List) })]),
        Fillings = [.. area.Fillings.Select(f => f with { List = Renamed(f.List) })],
    };

    private static Dictionary<string, T> Turned<T>(IReadOnlyDictionary<string, T> rows) => rows.Reverse().ToDictionary(r => Renamed(r.Key), r => r.Value);
}
