using Mandate.Electoral;

namespace Mandate.Laws.Reading;

/// <summary>What election.yaml says, before the tables are read.</summary>
internal sealed record ElectionHead(Election Election, IReadOnlyList<string> Contests, IReadOnlyDictionary<string, string> Runoffs, YamlEntry Law, DateOnly? Announced, DateOnly? AsOf)
{
    private static readonly Dictionary<string, ContenderKind> Kinds = new(StringComparer.Ordinal)
    {
        ["list"] = ContenderKind.List,
        ["candidate"] = ContenderKind.Candidate,
        ["pooled"] = ContenderKind.Pooled,
        ["against-all"] = ContenderKind.AgainstAll,
    };

    public static ElectionHead? Read(string path, string shown, string folder, Findings findings)
    {
        if (YamlFile.Open(path, shown, findings)?.Map("an election: a mapping with id, title, law and contests") is not { } map)
        {
            return null;
        }

        var id = map.Required("id");
        if (id?.Id("the election's id") is { } text && text != folder)
        {
            id.Fault($"the folder's name '{folder}'");
        }

        var title = map.Required("title")?.Words("the election's title");
        var body = map.Required("body")?.Words("the body elected");
        var country = map.Required("country")?.Id("the country");
        var law = map.Required("law");
        var reference = law?.Text("a law and its version, such as kz/majilis@2020-05-25");
        var contests = new List<string>();
        var runoffs = new Dictionary<string, string>(StringComparer.Ordinal);
        var partial = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in map.Required("contests")?.List("a list of contests") ?? [])
        {
            if (item.Map("a contest: a mapping of id, runoff-of and votes") is { } contest)
            {
                var name = contest.Required("id")?.Id("the id of the law's tier");
                var of = contest.Optional("runoff-of")?.Id("the contest it is the second round of");
                var some = contest.Optional("votes");
                if (some?.Text("all or some") is { } word && word is not ("all" or "some"))
                {
                    some.Fault("all or some");
                }
                else if (some?.Text("all or some") == "some" && name is not null)
                {
                    partial.Add(name);
                }

                contest.Close();
                if (name is not null && of is not null)
                {
                    runoffs[name] = of;
                }
                else if (name is not null)
                {
                    contests.Add(name);
                }
            }
        }

        var lists = Lists(map.Optional("lists"), contests);
        var election = new Election
        {
            Id = folder,
            Title = title ?? Words.Same(folder),
            Body = body ?? Words.Same(folder),
            Country = country ?? string.Empty,
            Chamber = map.Optional("chamber")?.Id("the chamber"),
            Date = map.Optional("date")?.Day("polling day"),
            LawReference = reference ?? string.Empty,
            Convocation = map.Optional("convocation")?.Number(1, 1000, "the convocation"),
            Previous = map.Optional("previous")?.Id("the election before"),
            Synthetic = map.Optional("synthetic")?.Flag("whether the figures are made up") ?? false,
            VoteUnit = Unit(map.Optional("figures-are")),
            Partial = partial,
            Lists = lists,
            Groups = GroupReader.Read(map.Optional("groups"), lists, contests),
            Parties = Parties(map.Optional("parties")),
            Units = new Dictionary<string, Words>(),
            Persons = new Dictionary<string, string>(),
            Input = new ElectionInput([]),
            Lots = [],
            Sources = SourceReader.Read(map.Optional("sources")),
            Notes = map.Optional("notes")?.List("a list of notes").Select(n => n.Words("a note")).OfType<Words>().ToList() ?? [],
        };
        var announced = map.Optional("announced")?.Day("the day the results were published");
        var asOf = map.Optional("as-of")?.Day("the day the outcome is looked at");
        map.Close();
        return law is null ? null : new ElectionHead(election, contests, runoffs, law, announced, asOf);
    }

    private static VoteUnit Unit(YamlEntry? entry)
    {
        switch (entry?.Text("votes or hundredths-of-a-percent"))
        {
            case "hundredths-of-a-percent": return VoteUnit.HundredthsOfAPercent;
            case null or "votes": return VoteUnit.Votes;
            default:
                entry!.Fault("votes or hundredths-of-a-percent");
                return VoteUnit.Votes;
        }
    }

    private static List<ListInfo> Lists(YamlEntry? entry, List<string> contests)
    {
        var lists = new List<ListInfo>();
        foreach (var item in entry?.List("a list of lists") ?? [])
        {
            if (item.Map("a list: a mapping of id, contest, kind and name") is not { } map)
            {
                continue;
            }

            var id = map.Required("id")?.Id("an id of the list");
            var of = map.Optional("contest");
            var contest = of?.Id("a contest") ?? (contests.Count > 0 ? contests[0] : string.Empty);
            if (of is not null && !contests.Contains(contest))
            {
                of.Fault("one of " + string.Join(", ", contests));
            }

            var kind = map.Optional("kind");
            var word = kind?.Text("a kind") ?? "list";
            if (!Kinds.TryGetValue(word, out var value))
            {
                kind!.Fault("one of " + string.Join(", ", Kinds.Keys));
            }

            var name = map.Required("name")?.Words("the list's name") ?? Words.Same(id ?? string.Empty);
            var (day, place) = Registered(map.Optional("registered"));
            var info = new ListInfo(id ?? string.Empty, contest, value, map.Optional("party")?.Id("a party"), name, map.Optional("short")?.Words("a short name") ?? name)
            {
                RegisteredOn = day,
                RegisteredAs = place,
                Ballot = map.Optional("ballot")?.Number(1, 1000, "the place on the ballot"),
                Candidates = map.Optional("candidates")?.Number(1, 100_000, "persons on the list"),
                Parties = map.Optional("parties")?.Number(1, 1000, "parties that put it forward") ?? 1,
                Tags = map.Optional("tags")?.OneOrMore().Select(t => t.Id("a mark")).OfType<string>().ToList() ?? [],
            };
            map.Close();
            if (lists.Any(l => l.Id == info.Id && l.Contest == info.Contest))
            {
                item.Fault($"list '{info.Id}' a second time", "each list once");
            }

            lists.Add(info);
        }

        return lists;
    }

    private static (DateOnly? Day, int? Place) Registered(YamlEntry? entry)
    {
        var text = entry?.Text("a day or a place in the order of registration");
        if (text is null)
        {
            return (null, null);
        }

        return text.Contains('-', StringComparison.Ordinal)
            ? (entry!.Day("the day of registration"), null)
            : (null, entry!.Number(1, 1000, "the place in the order of registration"));
    }

    private static List<PartyStanding> Parties(YamlEntry? entry)
    {
        var parties = new List<PartyStanding>();
        foreach (var item in entry?.List("a list of parties") ?? [])
        {
            if (item.Map("a party: a mapping of party, standing, note and source") is not { } map)
            {
                continue;
            }

            var party = map.Required("party")?.Id("a party");
            var standing = map.Required("standing");
            var word = standing?.Text("what it did");
            if (word is not null and not ("ran" or "stayed-away" or "struck-off"))
            {
                standing!.Fault("ran, stayed-away or struck-off");
            }

            parties.Add(new PartyStanding(party ?? string.Empty, word ?? string.Empty, map.Optional("note")?.Words("a note"), map.Optional("source")?.Id("a source")));
            map.Close();
        }

        return parties;
    }
}
