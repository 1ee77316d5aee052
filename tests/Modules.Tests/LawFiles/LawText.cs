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
        new("an unknown step", "- admit: {", "- admitt: {"),
        new("two steps in one entry", "- fill: {", "- admit: {}\n            fill: {"),
        new("a share that is none", "at-least: 5%", "at-least: five"),
        new("no share", "at-least: 5%, of", "of", "that one of two keys stands is not written in the schema"),
        new("two shares", "at-least: 5%, of", "at-least: 5%, more-than: 5%, of", "that only one of two keys stands is not written in the schema"),
        new("a share of more than the whole", "at-least: 5%", "at-least: 105%", "the schema does not count"),
        new("a figure nobody defines", "of: took-part, as", "of: took-parts, as", "which names are defined is not for a schema"),
        new("a table nobody writes", "among: joined,", "among: joint,", "which tables are written is not for a schema"),
        new("a table written twice", "when: not joined, among", "among", "which steps can both run is not for a schema"),
        new("a condition that cannot be read", "when: count(passing) = 1", "when: count(passing) > 1", "conditions are read by the loader"),
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
