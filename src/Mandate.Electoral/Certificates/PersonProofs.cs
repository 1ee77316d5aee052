using Mandate.Electoral.Steps;
using static Mandate.Electoral.Certificates.Draft;

namespace Mandate.Electoral.Certificates;

/// <summary>Proofs of steps that elect persons by votes for them.</summary>
internal static class PersonProofs
{
    private const int InRunoff = 2;

    public static IEnumerable<Proof> Elect(StepContext context, ElectStep step)
    {
        var stood = context.Among(null);
        var house = context.Area.Seats ?? 0;
        var votes = context.VotesOf(null);
        var won = context.Find(step.As);
        var second = context.Area.Runoff;
        var draft = Start(context, step, step.Limit is null ? "most-votes" : "share-of-votes", house);
        var reaching = stood;
        if (step.Limit is { } limit)
        {
            var @base = context.Figure(limit.Of).Known;
            draft.Read("of", limit.Of).Read("share", limit.Share).Read("than", limit.Strict ? "more-than" : "at-least");
            foreach (var person in stood)
            {
                var reached = limit.IsReached(votes(person), @base);
                draft.Claim(
                    reached ? "reached" : "missed",
                    person,
                    [Times(("votes", votes(person)), ("share-below", limit.Share.Denominator))],
                    (reached, limit.Strict) switch { (true, true) => Relation.Above, (true, false) => Relation.AtLeast, (false, true) => Relation.AtMost, _ => Relation.Below },
                    [Times(("share-above", limit.Share.Numerator), ("base", @base))]);
            }

            reaching = [.. stood.Where(s => limit.IsReached(votes(s), @base))];
        }

        var runoff = reaching.Count == 0 && step.Runoff && stood.Count > InRunoff;
        foreach (var person in stood)
        {
            draft.Party(person, ("votes", votes(person)), ("seats", !runoff && won?.Has(person) == true ? 1 : 0));
        }

        if (!runoff && won is not null)
        {
            Best(draft, reaching, votes, won);
        }

        yield return draft.Done();
        if (runoff && second is not null && won is not null)
        {
            var again = stood.Where(second.ContainsKey).ToList();
            var round = Start(context, step, "runoff", house);
            again.ForEach(s => round.Party(s, ("votes", second[s]), ("seats", won.Has(s) ? 1 : 0)));
            Best(round, again, s => second[s], won);
            yield return round.Done();
        }
    }

    /// <summary>Who takes the seats of a list by the votes for its persons, where they are known.</summary>
    public static IEnumerable<Proof> Prefer(StepContext context, PreferStep step)
    {
        var seats = context.Read(step.Seats);
        foreach (var list in seats.Contenders.Where(l => seats[l] > 0))
        {
            if (PreferStep.Eligible(context, list) is not { Count: > 0 } persons || persons.Any(p => context.Area.PersonVotes(p.Id) is null))
            {
                continue;
            }

            var elected = context.Run.Elected.Where(e => e.Place == context.Area && e.Person.List == list).Select(e => e.Person.Person).ToHashSet(StringComparer.Ordinal);
            yield return Preferred(context, step, list, persons, elected, (int)seats[list]);
        }
    }

    private static Proof Preferred(StepContext context, PreferStep step, string list, IReadOnlyList<Person> persons, HashSet<string> elected, int seats)
    {
        var draft = new Draft(context, step, "preferred") { Of = list, Decisions = Ties(context, step) }.Read("seats", step.Seats).Number("seats", seats);
        long Votes(string person) => context.Area.PersonVotes(person)!.Value;
        var needed = step.Bar?.Needed(context, list);
        var over = new List<string>();
        foreach (var person in persons)
        {
            draft.Party(person.Id, ("position", person.Position), ("votes", Votes(person.Id)), ("seats", elected.Contains(person.Id) ? 1 : 0));
            if (needed is { } bar)
            {
                var reached = step.Bar!.Strict ? Votes(person.Id) > bar : Votes(person.Id) >= bar;
                draft.Claim(
                    reached ? "over-bar" : "below-bar",
                    person.Id,
                    [Times(("votes", Votes(person.Id)), ("share-below", bar.Denominator))],
                    (reached, step.Bar.Strict) switch { (true, true) => Relation.Above, (true, false) => Relation.AtLeast, (false, true) => Relation.AtMost, _ => Relation.Below },
                    [Times(("bar", bar.Numerator))]);
                if (!reached)
                {
                    continue;
                }
            }

            over.Add(person.Id);
        }

        if (over.Count > seats)
        {
            Best(draft, over, Votes, Rows.Of(over.Where(elected.Contains)));
        }

        return draft.Done();
    }

    private static Draft Start(StepContext context, ElectStep step, string rule, int house) =>
        new Draft(context, step, rule) { Decisions = Ties(context, step) }.Write("seats", step.As).Number("seats", house);

    /// <summary>Nobody who was left out has more votes than one who was not.</summary>
    private static void Best(Draft draft, IReadOnlyList<string> among, Func<string, long> votes, Rows won)
    {
        var inside = among.Where(won.Has).ToList();
        if (inside.Count == 0 || inside.Count == among.Count)
        {
            return;
        }

        var cut = inside.Min(votes);
        var tied = among.Any(p => !won.Has(p) && votes(p) == cut);
        draft.Number("cut", cut);
        foreach (var person in among)
        {
            draft.Claim(won.Has(person) ? "last" : "next", person, [Times(("votes", votes(person)))], won.Has(person) ? Due(votes(person), cut, tied) : Order(votes(person), cut), [new Product([new Factor("cut", cut)])]);
        }
    }
}
