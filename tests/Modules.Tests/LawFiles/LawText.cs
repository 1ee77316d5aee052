namespace Mandate.Modules.Tests.LawFiles;

/// <summary>A small law without fault that uses every step, and ways to break it.</summary>
internal static class LawText
{
    public const string Sound =
        """
        id: xx/council
        title: { en: Elections to the council }
        alphabets:
          latin: A B C
        versions:
          - id: 2020-01-01
            act: { en: Elections Act }
            in-force: { from: 2020-02-01 }
            turnout: issued / registered
            figures:
              took-part: { is: [found - invalid, votes], article: 5 }
            relations:
              - found = votes + invalid
            tiers:
              - id: lists
                name: { en: Party lists }
                seats: 20
                ballot: { kind: closed-list, area: nation, against-all: no }
                nomination:
                  longest-list: 130%
                  representation: { at-least: 30%, groups: [women, youth], seats-too: yes }
                steps:
                  - admit: { at-least: 5%, of: took-part, as: passing, article: 1 }
                  - join: { when: count(passing) = 1, to: passing, add: runner-up, as: joined }
                  - allocate: { when: joined, among: joined, quota: hare, to: runner-up, whole-part: 0.7, at-least: 2, rest-to: passing }
                  - allocate: { when: not joined, among: passing, quota: hare, remainders: largest, ties: [earliest-registered, lot] }
                  - fill: { by: party, within: 10 days, otherwise: latin }
              - id: town
                name: { en: Town seats }
                seats: areas
                ballot: { kind: closed-list }
                steps:
                  - allocate: { divisors: [1, 3, 5], ties: lot }
                  - correct: { absolute-majority: seats, ties: lot, as: corrected }
              - id: members
                name: { en: Members }
                seats: { each-constituency: 1 }
                ballot: { kind: college, college: Electors of the region }
                steps:
                  - require: { figure: voted, more-than: half, of: electors, otherwise: repeat-election }
                  - elect: { more-than: half, of: took-part, runoff: top-two, otherwise: repeat-election }
              - id: levelled
                name: { en: Levelled lists }
                seats: 40
                fills-seats: yes
                ballot: { kind: open-list }
                steps:
                  - admit: { id: local, any-of: [{ at-least: 4%, of: valid, at: nation }, { all-of: [{ parties: 3+ }, { more-than: 11%, of: valid }] }, { tag: minority }], as: local }
                  - size: { for: nation, areas: constituency, by: population, quota: droop, seats: seats - 4, minimum: 1, ties: lot, as: sizes }
                  - allocate: { id: fixed, among: local, seats: sizes, divisors: [1.4, 3], ties: [more-votes, lot], as: fixed }
                  - admit: { id: national, for: nation, any-of: [{ won: fixed, at-least: 3 }, { quotas: 3/4, quota: droop, of: valid, seats: fixed, at: 2 province }, { in: local }], as: national }
                  - unite: { for: nation, groups: alliance, among: national, needs: all, as: alliances }
                  - allocate: { id: share, for: nation, votes: alliances, seats: 40 - fixed(not national), divisors: sainte-lague, held: fixed, excess: return, kept: kept, further: levelling, as: share }
                  - distribute: { id: parts, for: nation, seats: share, to: members, among: national, divisors: dhondt, as: parts }
                  - distribute: { id: areas, for: nation, seats: parts, to: constituency, divisors: sainte-lague, held: kept, excess: enlarge, further: more, ties: lot, as: all }
                  - level: { for: nation, seats: levelling, to: constituency, each: 1, divisors: danish, held: fixed, votes-per: seats - 1, ties: lot, as: placed }
                  - bonus: { seats: 1, to: largest, among: local, ties: lot, as: bonus }
                  - allocate: { id: whole, quota: hagenbach-bischoff, rounded: nearest, over: valid, quota-of: province, remainders: none, left: rest, as: whole }
                  - allocate: { id: council, remainders-from: 3/4, quota: hare, ties: lot, as: council }
                  - elect: { by: most-votes, ties: lot, otherwise: repeat-vote, as: chosen }
                  - result: fixed + placed(national)
        sources:
          - { id: act, url: "https://example.org/act", gives: the act }

        """;

    /// <summary>One fault each; where the JSON Schema lets it pass, the reason stands beside it.</summary>
    public static IReadOnlyList<BrokenLaw> Broken { get; } =
    [
        new("the id of the law without a body", "id: xx/council", "id: council"),
        new("no title", "title: { en: Elections to the council }\n", string.Empty),
        new("a title without English", "title: { en: Elections", "title: { kk: Сайлау"),
        new("an unknown key", "turnout: issued", "turn-out: issued"),
        new("a version that is no day", "- id: 2020-01-01", "- id: 2020-1-1"),
        new("no tiers", "tiers:\n", "teirs:\n"),
        new("no seats", "seats: 20\n", "\n"),
        new("seats in words", "seats: 20", "seats: twenty"),
        new("no seat at all", "seats: 20", "seats: 0"),
        new("an unknown kind of ballot", "kind: college,", "kind: colege,"),
        new("an unknown step", "- admit: { at-least", "- admitt: { at-least"),
        new("two steps in one entry", "- fill: {", "- admit: {}\n            fill: {"),
        new("a share that is none", "at-least: 5%", "at-least: five"),
        new("no share", "at-least: 5%, of", "of"),
        new("two shares", "at-least: 5%, of", "at-least: 5%, more-than: 5%, of"),
        new("a share of more than the whole", "at-least: 5%", "at-least: 105%", "the schema does not count"),
        new("a figure nobody defines", "of: took-part, as", "of: took-parts, as", "which names are defined is not for a schema"),
        new("a table nobody writes", "among: joined,", "among: joint,", "which tables are written is not for a schema"),
        new("a table written twice", "when: not joined, among", "among", "which steps can both run is not for a schema"),
        new("a condition that cannot be read", "when: count(passing) = 1", "when: count(passing) > 1"),
        new("an unknown quota", "quota: hare, remainders", "quota: hair, remainders"),
        new("a quota and divisors", "quota: hare, remainders", "quota: hare, divisors: dhondt, remainders"),
        new("neither a quota nor divisors", "quota: hare, remainders", "remainders"),
        new("divisors that fall", "[1, 3, 5]", "[1, 3, 2]", "the schema does not compare"),
        new("an unknown rule for ties", "[earliest-registered, lot]", "[earliest-registered, coin]"),
        new("an alphabet nobody defines", "otherwise: latin", "otherwise: greek", "which names are defined is not for a schema"),
        new("letters twice in an alphabet", "latin: A B C", "latin: A B B", "the schema does not compare"),
        new("a term that is none", "within: 10 days", "within: soon"),
        new("an unknown consequence", "of: electors, otherwise: repeat-election", "of: electors, otherwise: shrug"),
        new("an unknown second round", "runoff: top-two", "runoff: top-three"),
        new("a relation that cannot be read", "found = votes + invalid", "found == votes + invalid", "relations are read by the loader"),
        new("a figure's sum that cannot be read", "[found - invalid, votes]", "[found - - invalid, votes]", "sums are read by the loader"),
        new("a turnout of one figure", "turnout: issued / registered", "turnout: issued"),
        new("an address that is none", "https://example.org/act", "example.org/act"),
        new("a list where a mapping belongs", "act: { en: Elections Act }", "act: [Elections Act]"),
        new("a tier twice", "- id: town", "- id: lists", "the schema does not compare"),
        new("a yes or no that is neither", "against-all: no", "against-all: maybe"),
        new("a tier that perhaps fills seats", "fills-seats: yes", "fills-seats: perhaps"),
        new("a place that is none", "for: nation, areas", "for: everywhere, areas"),
        new("an area that is none", "areas: constituency", "areas: Every one"),
        new("a condition of two kinds", "{ tag: minority }", "{ tag: minority, in: local }"),
        new("no condition among several", "any-of: [{ won: fixed, at-least: 3 }, { quotas: 3/4, quota: droop, of: valid, seats: fixed, at: 2 province }, { in: local }]", "any-of: []"),
        new("a number of areas in words", "at: 2 province", "at: two province"),
        new("a number of parties that is none", "parties: 3+", "parties: some"),
        new("seats won of which none is asked", "won: fixed, at-least: 3", "won: fixed"),
        new("a sum that cannot be read", "seats: 40 - fixed(not national)", "seats: 40 -- fixed"),
        new("a number where tables belong", "seats: parts, to: constituency", "seats: parts + 2, to: constituency"),
        new("an unknown word for excess", "excess: return", "excess: forget"),
        new("excess and no seats held", "held: fixed, excess: return", "excess: return"),
        new("seats kept and none returned", "excess: return, kept", "excess: drop-out, kept", "the schema does not hold one value against another"),
        new("members that held seats before", "to: members, among", "to: members, held: fixed, among", "the schema does not hold one value against another"),
        new("areas chosen among lists", "to: constituency, divisors: sainte-lague", "to: constituency, among: national, divisors: sainte-lague", "the schema does not hold one value against another"),
        new("partners that most of the group needs", "needs: all", "needs: most"),
        new("levelling by a quota", "divisors: danish", "quota: imperiali"),
        new("levelling by divisors from 0", "divisors: danish", "divisors: adams", "the schema does not know which divisors begin with 0"),
        new("areas in the order of registration", "votes-per: seats - 1, ties: lot", "votes-per: seats - 1, ties: earliest-registered", "the schema does not hold one value against another"),
        new("votes per seats nobody wrote", "votes-per: seats - 1", "votes-per: sizing", "which tables are written is not for a schema"),
        new("levelling seats of no area", "each: 1", "each: 0"),
        new("a bonus to the smallest", "to: largest", "to: smallest"),
        new("divisors that are rounded", "to: members, among: national, divisors", "to: members, among: national, rounded: up, divisors"),
        new("whole quotas and a minimum", "remainders: none", "remainders: none, minimum: 1", "the schema does not hold one value against another"),
        new("votes left of no whole quotas", "remainders: none, left", "remainders: largest, left", "the schema does not hold one value against another"),
        new("remainders from a share and seats held", "remainders-from: 3/4", "remainders-from: 3/4, held: fixed", "the schema does not hold one value against another"),
        new("a table's name of two words", "as: chosen", "as: the chosen"),
        new("a table's name of another tier", "as: chosen", "as: lists.chosen"),
        new("a result of a table nobody writes", "result: fixed + placed(national)", "result: fixed + place", "which tables are written is not for a schema"),
        new("a step after the result", "- result: fixed + placed(national)", "- result: fixed\n          - elect: { id: late, by: most-votes, otherwise: repeat-vote, as: late }", "the schema does not see the order of lines"),
    ];

    /// <summary>Several faults of different kinds in one file.</summary>
    public static string ManyFaults { get; } = Broken.Where(b => b.Name is "an unknown kind of ballot" or "an unknown quota" or "an alphabet nobody defines" or "no title" or "an unknown consequence")
        .Aggregate(Sound, (text, b) => b.In(text));
}

/// <summary>A fault put into the sound law.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="From">Text that is there once.</param>
/// <param name="To">Text in its place.</param>
/// <param name="SchemaIsSilent">Why the JSON Schema does not see it; null where it does.</param>
internal sealed record BrokenLaw(string Name, string From, string To, string? SchemaIsSilent = null)
{
    public string In(string text)
    {
        text.Split(From).Length.ShouldBe(2, $"'{From}' must be there once");
        return text.Replace(From, To, StringComparison.Ordinal);
    }
}
