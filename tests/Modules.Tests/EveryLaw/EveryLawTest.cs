using Mandate.Electoral.Steps;
using Mandate.Laws;
using Mandate.Reports.Language;
using YamlDotNet.RepresentationModel;

namespace Mandate.Modules.Tests.EveryLaw;

/// <summary>Every law of laws/ and every election of elections/ at once.</summary>
public class EveryLawTest
{
    /// <summary>Steps that no election of their law reaches, with the reason.</summary>
    private static readonly Dictionary<string, string> NotReached = new(StringComparer.Ordinal)
    {
        ["fi/eduskunta lists distribute"] = "the votes of 2015 are given without the alliances, so no alliance has members to share with",
        ["kz/majilis districts elect"] = "the winners of the districts of 2023 are given as outcomes; their votes are not at hand",
        ["kz/majilis lists allocate to one list"] = "since the rule came in 2009 no election to the Majilis ended with one list above the threshold",
        ["kz/majilis lists join"] = "the same: nobody had to join a single list",
        ["kz/maslikhat lists allocate to one list"] = "no council at hand had one list above the threshold",
        ["kz/maslikhat lists join"] = "the same: nobody had to join a single list",
        ["zz/assembly lists admit"] = "the law of made-up counts: 'results generate' makes its elections, and none is kept here",
        ["zz/assembly lists allocate"] = "the same: no election kept here is made up",
    };

    /// <summary>Words and arguments of one country alone, with the reason why the word is still one of everybody's.</summary>
    private static readonly Dictionary<string, string> OfOneCountry = new(StringComparer.Ordinal)
    {
        ["admit.seats"] = "Denmark's votes per fixed seat of a province; any law that asks for a quota over other seats than the area's says it so",
        ["admit.votes"] = "Turkey measures the threshold by alliance; so does any law with alliances and a threshold",
        ["allocate.at-least"] = "Kazakhstan's rule for one list and a runner-up; no other law at hand gives a second list a part of its quota",
        ["allocate.excess compensate"] = "Germany 2013; six words say all that laws do with excess",
        ["allocate.excess forfeit"] = "Germany 2023; six words say all that laws do with excess",
        ["allocate.excess return"] = "Sweden since 2018; six words say all that laws do with excess",
        ["allocate.kept"] = "belongs to 'return': which seats Sweden's lists keep",
        ["allocate.left"] = "Czechia's rests go to the nation, as in other laws of several stages",
        ["allocate.minimum"] = "one seat for each state of the USA; constituencies of other countries have such minimums under size",
        ["allocate.quota-of"] = "Austria's constituencies use the quota of their Land",
        ["allocate.remainders-from"] = "small Dutch councils; a share of the quota is asked in other laws with remainders too",
        ["allocate.rest-to"] = "Kazakhstan's rule for one list and a runner-up; no other law at hand gives a second list a part of its quota",
        ["allocate.to"] = "Kazakhstan's rule for one list and a runner-up; no other law at hand gives a second list a part of its quota",
        ["allocate.whole-part"] = "Kazakhstan's rule for one list and a runner-up; no other law at hand gives a second list a part of its quota",
        ["bonus"] = "Sri Lanka's districts; Greece has a bonus too, in a law not at hand",
        ["correct"] = "Dutch councils: a majority of votes is to be a majority of seats, which other laws leave to the method",
        ["distribute.excess"] = "Germany until 2009: seats won directly in a Land stay on top of its share",
        ["distribute.excess enlarge"] = "Germany until 2009: seats won directly in a Land stay on top of its share",
        ["elect"] = "persons are elected in most countries; of those at hand only Kazakhstan's single seats come with their votes",
        ["fill.at-least"] = "Sweden's bar of 5 % of the party's votes; the Netherlands ask for more than a share",
        ["fill.more-than"] = "the Dutch bar of more than a quarter of the quota; Sweden asks for at least a share",
        ["fill.otherwise"] = "Kazakhstan's parties choose; the order that serves where they do not",
        ["fill.quota"] = "the Dutch bar is a share of the quota; Sweden's is one of the list's votes",
        ["fill.seats"] = "Sweden fills the table 'all'; others the table 'seats', which needs no naming",
        ["fill.within"] = "Kazakhstan's parties choose within days; elsewhere votes or the list decide at once",
        ["join"] = "Kazakhstan lets the next list take part where one alone has passed",
        ["level.each"] = "Norway places one levelling seat in each county; Denmark's provinces have theirs in areas.csv",
        ["level.votes-per"] = "Norway compares quotients relative to the county's votes per seat",
        ["matrix"] = "double proportion is a matter of Swiss cantons and cities so far; it is a method of the literature, not of a country",
        ["require"] = "a quorum of the Senate's electors; no other law at hand asks for one",
        ["size.divisors"] = "Germany shares by divisors what Czechia shares by a quota: 'size' itself serves both",
        ["size.quota"] = "Czechia shares by a quota what Germany shares by divisors: 'size' itself serves both",
        ["transfer"] = "Scotland's councils; Ireland and New Zealand transfer votes too, by rules that are known and laws whose texts and ballots are not at hand",
        ["weigh"] = "voter numbers belong to ballots with as many votes as a district has seats, which double proportion makes comparable",
        ["unite.needs"] = "Israel's agreements are void when a partner fails; left out, a group holds for those who remain",
    };

    [Fact]
    public void Outcome_EveryOneInADerivation_HasWordsInThreeLanguages()
    {
        var keys = CarriedOut.All.SelectMany(c => c.Outcome.Parts).SelectMany(p => p.Derivation).Select(t => $"{t.Step}.{t.Outcome}").Distinct().Order(StringComparer.Ordinal).ToList();
        keys.Count.ShouldBeGreaterThanOrEqualTo(20);
        foreach (var key in keys)
        {
            var (en, kk, ru) = Texts.Find(key) ?? throw new InvalidOperationException($"No words for '{key}'.");
            new[] { en, kk, ru }.ShouldAllBe(t => t.Length > 0, key);
            new[] { en, kk, ru }.Distinct().Count().ShouldBe(3, $"{key} says the same in two languages");
        }
    }

    [Fact]
    public void Step_EveryOneOfALaw_IsReachedByAnElectionOrListedWithAReason()
    {
        var reached = CarriedOut.All.SelectMany(c => c.Outcome.Tiers.SelectMany(t => t.Constituencies.SelectMany(p => p.Derivation).Select(d => Key(c.Law.Law, t.Id, d.Step, d.Id, d is { Step: "allocate", Outcome: "part" or "part-minimum" })))).ToHashSet(StringComparer.Ordinal);
        var written = Laws().SelectMany(l => l.Versions.SelectMany(v => v.Rules.Tiers.SelectMany(t => t.Steps.Select(s => Key(l.Id, t.Id, s.Word, s.Id, s is PartStep))))).Distinct().ToList();
        written.Count.ShouldBeGreaterThan(60);
        written.Where(w => !reached.Contains(w)).Order(StringComparer.Ordinal).ShouldBe(NotReached.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Argument_EveryOne_ServesTwoCountriesOrIsListedWithAReason()
    {
        var countries = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Repository.PathTo("laws"), "*.yaml", SearchOption.AllDirectories))
        {
            foreach (var word in WordsOf(file))
            {
                countries.TryAdd(word, []);
                countries[word].Add(Path.GetFileName(Path.GetDirectoryName(file)!));
            }
        }

        countries.Count.ShouldBeGreaterThan(60);
        // A step of one country has its arguments with it.
        bool OfAStepOfOne(string key) => key.Split('.') is [var word, _] && countries[word].Count < 2;
        countries.Where(c => c.Value.Count < 2 && !OfAStepOfOne(c.Key)).Select(c => c.Key).Order(StringComparer.Ordinal).ShouldBe(OfOneCountry.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Reasons_AreSentences() => NotReached.Values.Concat(OfOneCountry.Values).ShouldAllBe(r => r.Length > 20);

    private static IEnumerable<Law> Laws() => Repository.Catalogue.LawIds.Select(id => Repository.Catalogue.Law(id).Law!);

    private static string Key(string law, string tier, string word, string id, bool part) => $"{law} {tier} {word}{(part ? " to one list" : string.Empty)}{(word == id ? string.Empty : " " + id)}";

    /// <summary>Each step word of a law file, and each argument after it: <c>admit.of</c>. Arguments all steps have are left out.</summary>
    private static IEnumerable<string> WordsOf(string file)
    {
        var stream = new YamlStream();
        using var reader = File.OpenText(file);
        stream.Load(reader);
        foreach (var steps in Children(stream.Documents[0].RootNode, "versions").SelectMany(v => Children(v, "tiers")).SelectMany(t => Children(t, "steps")))
        {
            foreach (var (word, arguments) in ((YamlMappingNode)steps).Children)
            {
                yield return $"{word}";
                foreach (var argument in Arguments(arguments))
                {
                    yield return $"{word}.{argument}";
                }
            }
        }
    }

    private static IEnumerable<YamlNode> Children(YamlNode node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) && value is YamlSequenceNode list ? list.Children : [];

    /// <summary>Keys of the arguments; those of conditions within conditions too, and values of excess, which are words of their own.</summary>
    private static IEnumerable<string> Arguments(YamlNode node) => node switch
    {
        YamlMappingNode map => map.Children.SelectMany(c => c.Key.ToString() is "id" or "article" or "for" or "when" or "as" ? []
            : (IEnumerable<string>)[c.Key.ToString(), .. c.Key.ToString() == "excess" ? [$"excess {c.Value}"] : Array.Empty<string>(), .. Arguments(c.Value)]),
        YamlSequenceNode list => list.Children.SelectMany(Arguments),
        _ => [],
    };
}
