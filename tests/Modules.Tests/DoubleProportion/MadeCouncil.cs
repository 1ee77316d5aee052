namespace Mandate.Modules.Tests.DoubleProportion;

/// <summary>A council of a made-up country, with a law and an election in a folder that is gone after the test.</summary>
internal sealed class MadeCouncil : MadeFolder
{
    public const string Plain = """
                  - weigh: { votes-per: seats, as: voters }
                  - allocate: { id: upper, for: nation, votes: voters, divisors: sainte-lague, ties: lot, as: seats-of-lists }
                  - matrix: { id: lower, for: nation, seats-of-lists: seats-of-lists, divisors: sainte-lague, ties: lot, as: seats }
                  - result: seats
        """;

    /// <summary>Writes the law and the election.</summary>
    /// <param name="steps">Steps of the law, as <see cref="Plain"/> has them.</param>
    /// <param name="areas">Name, seats, and votes for lists a, b, c and so on.</param>
    public MadeCouncil(string steps, params (string Area, int Seats, long[] Votes)[] areas)
    {
        var lists = areas[0].Votes.Select((_, j) => ((char)('a' + j)).ToString()).ToList();
        Write("laws/xx/council.yaml", $"id: xx/council\ntitle: {{ en: Made council }}\nversions:\n  - id: 2020-01-01\n    act: {{ en: Made act }}\n    tiers:\n      - id: lists\n        name: {{ en: Lists }}\n        seats: areas\n        ballot: {{ kind: open-list }}\n        steps:\n{steps}\n");
        Write("elections/made/election.yaml", "id: made\ntitle: { en: Made election }\nbody: { en: Made council }\ncountry: xx\nlaw: xx/council@2020-01-01\nsynthetic: yes\ncontests:\n  - { id: lists, votes: some }\nlists:\n"
            + string.Concat(lists.Select(l => $"  - {{ id: {l}, contest: lists, name: {{ en: List {l.ToUpperInvariant()} }} }}\n")));
        Write("elections/made/areas.csv", "contest,unit,constituency,seats\n" + string.Concat(areas.Select(a => $"lists,{a.Area},{a.Area},{a.Seats}\n")));
        Write("elections/made/units.csv", "unit,parent,kind,name\nnation,,nation,Country\n" + string.Concat(areas.Select(a => $"{a.Area},nation,constituency,{char.ToUpperInvariant(a.Area[0])}{a.Area[1..]}\n")));
        Write("elections/made/votes.csv", "contest,unit,list,candidate,votes\n" + string.Concat(areas.SelectMany(a => a.Votes.Select((v, j) => $"lists,{a.Area},{lists[j]},,{v}\n"))));
    }

    /// <summary>The findings of the law alone.</summary>
    public IReadOnlyList<string> Faults() => [.. Catalogue().Law("xx/council").Findings.All.Select(f => $"found {f.Found}; expected {f.Expected}")];
}
