namespace Mandate.Electoral.Steps;

/// <summary>Says who takes the seats a list has won: the party decides, and the law's order serves where it does not.</summary>
/// <param name="Id">Id of the step.</param>
/// <param name="Seats">Table of seats by list.</param>
/// <param name="WithinDays">Days the party has from the day the results are published.</param>
/// <param name="Alphabet">Alphabet by which the commission goes when the party has not decided.</param>
/// <remarks>
/// Kazakhstan, Constitutional Law on Elections, art. 97-1: the party's governing body chooses within ten days; otherwise
/// the commission goes by the Kazakh alphabet. A seat that falls vacant goes to the person the body names from the list; a
/// list without further persons leaves the seat empty until the next election.
/// </remarks>
public sealed record FillStep(string Id, string Seats, int WithinDays, string Alphabet) : Step("fill", Id)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads => [Seats];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => [];

    /// <inheritdoc/>
    internal override IEnumerable<string> Needs => [Seats];

    /// <inheritdoc/>
    internal override void Run(StepContext context)
    {
        var seats = context.Read(Seats);
        var until = context.Election.Announced?.AddDays(WithinDays);
        var rows = new List<TraceRow>();
        foreach (var list in seats.Contenders.Where(l => seats[l] > 0))
        {
            Fill(context, list, (int)seats[list], until, rows);
        }

        var arguments = new Dictionary<string, Argument>
        {
            ["days"] = new Argument.Count(WithinDays),
            ["alphabet"] = new Argument.Term(Alphabet),
        };
        if (until is { } day)
        {
            arguments["until"] = new Argument.Day(day);
        }

        context.Add(this, until is null ? "party" : "party-until", arguments, () => rows);
    }

    private void Fill(StepContext context, string list, int seats, DateOnly? until, List<TraceRow> rows)
    {
        var persons = PreferStep.Eligible(context, list) ?? [];
        var members = new List<string>();
        var gone = new HashSet<string>(StringComparer.Ordinal);
        var left = 0;
        foreach (var (person, day) in Events(context, list, FillingKind.Chosen))
        {
            var refusal = Refusal(persons, members, person) ?? (members.Count == seats ? "too-many" : until is { } last && day > last ? "late" : null);
            rows.Add(Row(list, refusal ?? "chosen", person));
            if (refusal is null)
            {
                members.Add(person);
            }
        }

        if (members.Count < seats && persons.Count > 0 && until is { } end && context.Election.AsOf > end)
        {
            foreach (var person in Ordered(context, persons).Where(p => !members.Contains(p)).Take(seats - members.Count).ToList())
            {
                members.Add(person);
                rows.Add(Row(list, "by-alphabet", person));
            }
        }

        var filled = members.Count;
        foreach (var happened in context.Area.Fillings.Where(e => e.List == list && e.Kind is FillingKind.Left or FillingKind.Named))
        {
            if (happened.Kind == FillingKind.Left)
            {
                var held = members.Remove(happened.Person);
                gone.Add(happened.Person);
                left += held ? 1 : 0;
                rows.Add(Row(list, held ? "left" : "not-member", happened.Person));
            }
            else
            {
                var refusal = Refusal(persons, members, happened.Person) ?? (left == 0 ? "too-many" : gone.Contains(happened.Person) ? "has-left" : null);
                rows.Add(Row(list, refusal ?? "named", happened.Person));
                if (refusal is null)
                {
                    members.Add(happened.Person);
                    left--;
                }
            }
        }

        members.ForEach(m => context.Elect(new Elected(list, m)));
        Open(context, list, seats - filled, left, persons.Count - members.Count - gone.Count, persons.Count > 0, until, rows);
    }

    /// <summary>Notes seats still to be filled, and those the list has nobody left for.</summary>
    private void Open(StepContext context, string list, int unfilled, int left, int remaining, bool known, DateOnly? until, List<TraceRow> rows)
    {
        var empty = known ? Math.Max(0, unfilled + left - remaining) : 0;
        if (empty > 0)
        {
            context.LeaveVacant(empty);
            rows.Add(new TraceRow(list, "exhausted", new Dictionary<string, Argument> { ["seats"] = new Argument.Count(empty) }));
        }

        var waiting = unfilled + left - empty;
        if (waiting > 0)
        {
            rows.Add(new TraceRow(list, "awaiting", new Dictionary<string, Argument> { ["seats"] = new Argument.Count(waiting) }));
            context.Await(new Pending(Status.Complete, context.Tier.Id, context.Area.Id, Id, left > 0 ? "vacancy" : "filling", [list], waiting)
            {
                Until = left > 0 ? null : until,
            });
        }
    }

    private static IEnumerable<(string Person, DateOnly? Day)> Events(StepContext context, string list, FillingKind kind) =>
        context.Area.Fillings.Where(e => e.List == list && e.Kind == kind).Select(e => (e.Person, e.Day));

    private static string? Refusal(IReadOnlyList<Person> persons, List<string> members, string person) =>
        persons.All(p => p.Id != person) ? "not-on-list" : members.Contains(person) ? "has-seat" : null;

    private List<string> Ordered(StepContext context, IReadOnlyList<Person> persons)
    {
        var alphabet = new Alphabet(context.Rules.Alphabets[Alphabet]);
        return [.. persons.OrderBy(p => p.Name, alphabet).ThenBy(p => p.Position).Select(p => p.Id)];
    }

    private static TraceRow Row(string list, string outcome, string person) =>
        new(list, outcome, new Dictionary<string, Argument> { ["person"] = new Argument.Text(person) });
}
