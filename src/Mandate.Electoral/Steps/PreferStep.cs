using Mandate.Electoral.Methods;

namespace Mandate.Electoral.Steps;

/// <summary>Says who takes the seats a list has won by the votes for its persons.</summary>
/// <param name="Id">Id of the step.</param>
/// <param name="Seats">Table of seats by list.</param>
/// <param name="Bar">What a person needs to pass over others on the list; null where votes alone decide.</param>
/// <param name="Ties">Rules for a tie between persons, in order.</param>
/// <remarks>
/// Persons who reach the bar come first, by votes; the seats left go down the list. Netherlands, Kieswet art. P 15 (25 % of
/// the quota); Sweden, vallag 14:9 (5 % of the party's votes); Finland has no bar. Whoever died or withdrew is passed over; a
/// list without further persons leaves the seat empty. Where the persons of a list are not known, nobody is named.
/// </remarks>
public sealed record PreferStep(string Id, string Seats, PreferenceBar? Bar, IReadOnlyList<TieRule> Ties) : Step("fill", Id)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads => [Seats];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => [];

    /// <inheritdoc/>
    internal override void Run(StepContext context)
    {
        var seats = context.Read(Seats);
        var rows = new List<TraceRow>();
        var unknown = new List<string>();
        foreach (var list in seats.Contenders.Where(l => seats[l] > 0))
        {
            if (Eligible(context, list) is not { Count: > 0 } persons || persons.Any(p => context.Area.PersonVotes(p.Id) is null))
            {
                unknown.Add(list);
            }
            else if (!Choose(context, list, persons, (int)seats[list], rows))
            {
                return;
            }
        }

        var arguments = new Dictionary<string, Argument> { ["lists"] = new Argument.Count(unknown.Count) };
        if (Bar is { } bar)
        {
            arguments["limit"] = new Argument.Share(bar.Limit, null);
            arguments["than"] = new Argument.Term(bar.Strict ? "more-than" : "at-least");
        }

        var outcome = Bar is null ? "votes" : Bar.Quota is null ? "votes-over-list" : "votes-over-quota";
        context.Add(this, unknown.Count > 0 ? outcome + "-unknown" : outcome, arguments, () => rows);
    }

    /// <summary>Persons of a list in its order, without those who died or withdrew; null where none is known.</summary>
    internal static IReadOnlyList<Person>? Eligible(StepContext context, string list)
    {
        if (context.Area.Persons.GetValueOrDefault(list) is not { } persons)
        {
            return null;
        }

        var gone = context.Area.Fillings.Where(f => f.Kind == FillingKind.Withdrawn && f.List == list).Select(f => f.Person).ToHashSet(StringComparer.Ordinal);
        return [.. persons.Where(p => !gone.Contains(p.Id))];
    }

    private bool Choose(StepContext context, string list, IReadOnlyList<Person> persons, int seats, List<TraceRow> rows)
    {
        long Votes(string id) => context.Area.PersonVotes(id)!.Value;
        var limit = Bar?.Needed(context, list);
        var first = persons.Where(p => limit is null || (Bar!.Strict ? Votes(p.Id) > limit : Votes(p.Id) >= limit)).OrderByDescending(p => Votes(p.Id)).ToList();
        var chosen = first.Take(seats).ToList();
        if (first.Count > seats && Votes(first[seats - 1].Id) == Votes(first[seats].Id))
        {
            var cut = Votes(first[seats].Id);
            var above = first.Where(p => Votes(p.Id) > cut).ToList();
            var at = first.Where(p => Votes(p.Id) == cut).ToList();
            var places = at.ToDictionary(p => p.Id, p => p.Position, StringComparer.Ordinal);
            if (TieSettler.Settle(context, this, new Tie([.. at.Select(p => p.Id)], seats - above.Count), Ties, Votes, list, id => places[id]) is not { } winners)
            {
                return false;
            }

            chosen = [.. above, .. at.Where(p => winners.Contains(p.Id))];
        }

        foreach (var person in chosen)
        {
            rows.Add(Row(list, limit is null ? "most-votes" : "over-bar", person, Votes(person.Id)));
        }

        foreach (var person in persons.Where(p => !chosen.Contains(p)).Take(seats - chosen.Count).ToList())
        {
            chosen.Add(person);
            rows.Add(Row(list, "by-order", person, Votes(person.Id)));
        }

        chosen.ForEach(p => context.Elect(new Elected(list, p.Id)));
        if (chosen.Count < seats)
        {
            context.LeaveVacant(seats - chosen.Count);
            rows.Add(new TraceRow(list, "exhausted", new Dictionary<string, Argument> { ["seats"] = new Argument.Count(seats - chosen.Count) }));
        }

        return true;
    }

    private static TraceRow Row(string list, string outcome, Person person, long votes) => new(
        list,
        outcome,
        new Dictionary<string, Argument> { ["person"] = new Argument.Text(person.Id), ["votes"] = new Argument.Count(votes) });
}

/// <summary>Votes a person needs to pass over others on the list.</summary>
/// <param name="Limit">The share, above 0.</param>
/// <param name="Strict">True for "more than", false for "at least".</param>
/// <param name="Quota">The quota it is a share of, over the votes and seats of the area; null for a share of the list's votes.</param>
public sealed record PreferenceBar(Ratio Limit, bool Strict, QuotaMethod? Quota)
{
    /// <summary>The votes needed, exact.</summary>
    internal Ratio Needed(StepContext context, string list)
    {
        if (Quota is null)
        {
            return Limit * (context.Area.Votes(list) ?? 0);
        }

        var votes = context.Figure("votes").Known;
        return context.Area.Seats is { } seats and > 0 && votes > 0 ? Limit * Quota.Quota(votes, seats) : Ratio.Zero;
    }
}
