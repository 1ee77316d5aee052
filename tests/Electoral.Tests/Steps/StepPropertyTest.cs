using FsCheck.Xunit;
using Mandate.Electoral.Methods;
using Mandate.Electoral.Steps;
using static Mandate.Electoral.Tests.Steps.Made;

namespace Mandate.Electoral.Tests.Steps;

/// <summary>Whole laws on votes made at random. Beside each stands the break it was seen to catch.</summary>
public class StepPropertyTest
{
    private static readonly string[] Lists = ["a", "b", "c", "d"];
    private static readonly string[] Areas = ["n", "s", "t"];

    /// <summary>Fixed seats, a threshold, levelling with all that can follow: the shapes of Sweden, Norway, Iceland, Austria and Germany.</summary>
    private static IEnumerable<(string Name, Trial Law, int House)> Laws()
    {
        var fix = Allocate(DivisorMethod.ModifiedSainteLague, "fixed", id: "fixed");
        var admit = Admit(new Threshold.Joined(false, [Share("8%"), new Threshold.Won(Sum("fixed"), 3)]), "national", "nation");
        var share = Allocate(DivisorMethod.SainteLague, "share", "national", "nation", "14 - fixed(not national)", "share") with { Held = "fixed", Further = "more" };
        yield return ("start", new Trial(fix, admit, share) { Result = "fixed + more" }, 14);
        yield return ("return", new Trial(fix, admit, share with { Seats = Sum("9 - fixed(not national)"), Excess = Excess.Return, Kept = "kept" }, ToAreas("share", DivisorMethod.SainteLague, "all", held: "kept")) { Result = "all + fixed(not national)" }, 9);
        yield return ("level", new Trial(fix, admit, share, new LevelStep("level", Sum("more"), "constituency", 1, DivisorMethod.SainteLague, "fixed", Sum("seats"), ByLot, "placed") { For = "nation" }) { Result = "fixed + placed" }, 14);
        yield return ("quotas", new Trial(
            Allocate(QuotaMethod.Hare.Rounded(QuotaRounding.Up), "first", id: "first") with { Own = new OwnQuota("votes", null, true, "rest") },
            Allocate(QuotaMethod.Droop, "second", place: "nation", seats: "9 - first", id: "second") with { VotesFrom = "rest" }) { Result = "first + second" }, 9);
        yield return ("members", new Trial(
            new UniteStep("unite", "g", null, false, "united") { For = "nation" },
            Allocate(DivisorMethod.DHondt, "groups", place: "nation", seats: "11") with { VotesFrom = "united" },
            ToMembers("groups", QuotaMethod.Hare, "lists", place: "nation"),
            ToAreas("lists", DivisorMethod.DHondt, "all")) { Result = "all", Groups = [new Group("bd", "g", null, ["b", "d"])] }, 11);
    }

    /// <summary>Caught: levelling seats that find no area not left vacant; held seats left out of ToAreas; a remainder seat given twice.</summary>
    [Property(MaxTest = 200)]
    public void Seats_OfACompleteTier_SumToTheHouse(byte[] raw)
    {
        foreach (var (name, law, house) in Laws())
        {
            var tried = law.On(Areas.Select((a, i) => Votes(a, i, raw)).ToArray());
            if (tried.Status == Status.Complete)
            {
                (tried.Tier.Constituencies.Sum(c => c.Won.Sum(w => w.Value)) + tried.Vacant).ShouldBeGreaterThanOrEqualTo(house, name);
                tried.Tier.Seats.ShouldBe(tried.Tier.Constituencies.Sum(c => c.Won.Sum(w => w.Value)) + tried.Vacant, name);
                if (name is "quotas" or "members")
                {
                    tried.Tier.Seats.ShouldBe(house, name);
                }
            }
        }
    }

    /// <summary>Caught: seats given back in the order of the areas' ids; a levelling seat at equal quotients given to the first area.</summary>
    [Property(MaxTest = 200)]
    public void Lists_AndAreasNamedOtherwiseAndTurnedRound_ChangeNothing(byte[] raw)
    {
        var names = new Dictionary<string, string> { ["a"] = "zz", ["b"] = "y", ["c"] = "x", ["d"] = "w", ["n"] = "tt", ["s"] = "ss", ["t"] = "nn", ["nation"] = "nation", ["bd"] = "aa" };
        foreach (var (name, law, _) in Laws())
        {
            var tried = law.On(Areas.Select((a, i) => Votes(a, i, raw)).ToArray());
            var turned = (law with { Groups = [.. law.Groups.Select(g => g with { Id = "aa", Members = ["w", "y"] })] }).On(Areas.Select((a, i) => Votes(a, i, raw)).Reverse().Select(a => a with
            {
                Id = names[a.Id],
                Contenders = [.. a.Contenders.Reverse().Select(c => c with { Id = names[c.Id] })],
                Votes = a.Votes.ToDictionary(v => names[v.Key], v => v.Value),
            }).ToArray());
            turned.Status.ShouldBe(tried.Status, name);
            if (tried.Status == Status.Complete)
            {
                Seats(turned, n => n).ShouldBe(Seats(tried, n => names[n]), name);
            }
        }
    }

    private static IEnumerable<string> Seats(Tried tried, Func<string, string> name) =>
        tried.Tier.Constituencies.SelectMany(c => c.Won.Select(w => $"{name(c.Id)} {name(w.Key)} {w.Value}")).Order(StringComparer.Ordinal);

    /// <summary>Small numbers, so that ties are frequent; the first list always has votes.</summary>
    private static ConstituencyInput Votes(string area, int at, byte[] raw) =>
        Area(area, 3, string.Join(", ", Lists.Select((l, i) => $"{l} {((at * 4) + i < raw.Length ? raw[(at * 4) + i] % 40 : 7 * i) + (i == 0 ? 9 : 0)}")));
}
