namespace Mandate.Electoral.Steps;

/// <summary>What a step sees and writes in one place.</summary>
internal sealed class StepContext(TierRun run, Place place)
{
    public TierRun Run => run;

    public Rules Rules => run.Rules;

    public Tier Tier => run.Tier;

    public Place Area => place;

    public ElectionInput Election => run.Election;

    public List<Condition> Conditions => run.Conditions;

    /// <summary>The same tier in another place.</summary>
    public StepContext In(Place other) => other == place ? this : new StepContext(run, other);

    public Rows? Find(string name) => run.Find(name)?.At(place);

    public Rows Read(string name) => Find(name)
        ?? throw new InvalidOperationException($"Bug in StepContext: table '{name}' of tier '{run.Tier.Id}' is read in '{place.Id}' before a step wrote it.");

    public void Write(string name, Rows rows) => run.Write(name, place.Id, rows);

    public void Elect(Elected person) => run.Elected.Add((place, person));

    public void LeaveVacant(int seats)
    {
        if (seats > 0)
        {
            run.Vacant[place.Id] = run.Vacant.GetValueOrDefault(place.Id) + seats;
        }
    }

    /// <summary>Contenders that can win, in ballot order, or those of a named table.</summary>
    public IReadOnlyList<string> Among(string? table) => table is null
        ? [.. place.Contenders.Where(c => c.CanWin).Select(c => c.Id)]
        : Read(table).Contenders;

    public Contender Contender(string id) => place.Contender(id);

    /// <summary>A figure as the law defines it: given as such, or the first way whose parts are known.</summary>
    public FigureValue Figure(string name) => FigureReader.Read(run, place, name);

    /// <summary>Votes by contender from the ballots, or from a table where one is named.</summary>
    public Func<string, long> VotesOf(string? table)
    {
        if (table is null)
        {
            return contender => place.Votes(contender) ?? 0;
        }

        var rows = Read(table);
        return contender => rows[contender];
    }

    /// <summary>The votes of one contender here; null after noting what is missing. Who is on no ballot here has none.</summary>
    public long? Votes(string contender, string? table, List<string> missing)
    {
        if (table is not null)
        {
            if (run.Find(table)?.Counts(place) == true)
            {
                return Read(table)[contender];
            }

            // The votes of a whole nation say nothing of those in one of its areas.
            missing.Add(Fact("votes." + contender));
            return null;
        }

        if (place.Votes(contender) is { } known)
        {
            return known;
        }

        var facts = Missing(contender).ToList();
        missing.AddRange(facts);
        return facts.Count == 0 ? 0 : null;
    }

    /// <summary>The votes of <paramref name="contenders"/>, or null after halting for those that are unknown.</summary>
    public IReadOnlyList<long>? Votes(Step step, IReadOnlyList<string> contenders, string? table = null)
    {
        if (table is not null)
        {
            return [.. contenders.Select(VotesOf(table))];
        }

        var missing = contenders.Where(c => place.Votes(c) is null).ToList();
        if (missing.Count == 0)
        {
            return [.. contenders.Select(c => place.Votes(c)!.Value)];
        }

        Halt(step, Status.Unknown, "votes", missing, place.Seats ?? 0, [.. missing.SelectMany(Missing)]);
        return null;
    }

    /// <summary>Facts that would tell the votes of a contender.</summary>
    private IEnumerable<string> Missing(string contender) =>
        place.Parts.Where(p => p.Contenders.Any(o => o.Id == contender) && !p.Votes.ContainsKey(contender)).Select(p => $"{run.Tier.Id}/{p.Id}:votes.{contender}");

    /// <summary>The seats the place elects, or null after halting because they are unknown.</summary>
    public int? Seats(Step step)
    {
        if (place.Seats is null)
        {
            Halt(step, Status.Unknown, "seats", [], 0, [Fact("seats")]);
        }

        return place.Seats;
    }

    /// <summary>A count: numbers, the place's seats, and sums of tables in this place; null after halting for seats that are unknown.</summary>
    public int? Count(Step step, TermSum sum)
    {
        var count = CountKnown(sum);
        if (count is null)
        {
            Seats(step);
        }

        return count;
    }

    /// <summary>A count; null where the place's seats are unknown.</summary>
    public int? CountKnown(TermSum sum)
    {
        long count = 0;
        foreach (var term in sum.Terms)
        {
            if (term is { Name: TermSum.AreaSeats, Set: null })
            {
                if (place.Seats is not { } seats)
                {
                    return null;
                }

                count += term.Sign * seats;
            }
            else
            {
                count += term.Sign * (term.Name is null ? term.Number : run.Sum(place, [term with { Sign = 1 }]).Sum);
            }
        }

        return (int)Math.Clamp(count, int.MinValue, int.MaxValue);
    }

    /// <summary>Areas of a kind inside the place, or null after halting because the election has none.</summary>
    public IReadOnlyList<Place>? Within(Step step, string kind)
    {
        var areas = run.Within(place, kind);
        if (areas.Count > 0)
        {
            return areas;
        }

        Halt(step, Status.Unknown, "areas", [], place.Seats ?? 0, [kind]);
        return null;
    }

    /// <summary>A sum of tables, list by list.</summary>
    public Rows Table(TermSum sum) => run.Sum(place, sum.Terms);

    /// <summary>The key by which a fact of this place is given.</summary>
    public string Fact(string name) => $"{run.Tier.Id}/{place.Id}:{name}";

    public void Add(Step step, string outcome, IReadOnlyDictionary<string, Argument> arguments, Func<IReadOnlyList<TraceRow>>? rows = null) =>
        Note(new StepTrace(step.Word, step.Id, outcome, step.Article, arguments, rows ?? (() => [])));

    public void Note(StepTrace trace) => run.Trace.Add((place, trace));

    /// <summary>Ends the run of this place with something that must happen first.</summary>
    public void Halt(Step step, Status status, string reason, IReadOnlyList<string> contenders, int openSeats, IReadOnlyList<string>? facts = null, string? lot = null) =>
        run.Halt(place, new Pending(status, run.Tier.Id, place.Id, lot ?? step.Id, reason, contenders, openSeats) { Facts = facts ?? [] });

    public void Await(Pending pending) => run.Pending.Add(pending);

    /// <summary>The lot recorded for a tie; null where none is.</summary>
    public RecordedLot? Lot(string id, Tie tie) => run.Lots.Take(run.Tier.Id, place.Id, id, tie);
}
