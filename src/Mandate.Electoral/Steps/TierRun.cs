namespace Mandate.Electoral.Steps;

/// <summary>What the steps of one tier share: its places, tables and findings. It lives for one run.</summary>
internal sealed class TierRun
{
    private readonly Dictionary<string, Table> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Status> halted = new(StringComparer.Ordinal);
    private readonly IReadOnlyDictionary<string, TierRun> earlier;

    public TierRun(Rules rules, Tier tier, ContestInput contest, ElectionInput election, LotBox lots, IReadOnlyDictionary<string, TierRun> earlier)
    {
        Rules = rules;
        Tier = tier;
        Contest = contest;
        Election = election;
        Lots = lots;
        this.earlier = earlier;
        Places = Place.Of(tier, contest);
        foreach (var part in contest.Constituencies.Where(c => c.Given is not null))
        {
            Write(TermSum.AreaSeats, part.Id, new Rows(part.Given!.Where(g => g.Value > 0).Select(g => KeyValuePair.Create(g.Key, (long)g.Value))));
        }
    }

    public Rules Rules { get; }

    public Tier Tier { get; }

    public ContestInput Contest { get; }

    public ElectionInput Election { get; }

    public LotBox Lots { get; }

    public IReadOnlyList<Place> Places { get; }

    /// <summary>Gets figures that were worked out already.</summary>
    public Dictionary<(Place Place, string Name), FigureValue> Figures { get; } = [];

    public IReadOnlyDictionary<string, Table> Tables => tables;

    public List<(Place Place, StepTrace Trace)> Trace { get; } = [];

    public List<Pending> Pending { get; } = [];

    public List<Condition> Conditions { get; } = [];

    public List<(Place Place, Elected Person)> Elected { get; } = [];

    public Dictionary<string, int> Vacant { get; } = new(StringComparer.Ordinal);

    /// <summary>Places in which a step is carried out: one for each area of a kind, in the order of the data.</summary>
    public IReadOnlyList<Place> For(string? kind) => kind == Areas.Nation && Places.Count(p => p.Kind == Areas.Constituency) == 1
        ? [Whole]
        : [.. Places.Where(p => p.Kind == (kind ?? Areas.Constituency))];

    /// <summary>All constituencies together; the constituency itself where there is one.</summary>
    public Place Whole => Places.First(p => p.IsWhole);

    /// <summary>Areas of a kind inside a place.</summary>
    public IReadOnlyList<Place> Within(Place place, string kind) => [.. Places.Where(p => p.Kind == kind && (place.IsWhole || place.Inside.Contains(p.Id)))];

    /// <summary>The area of a kind that holds a place, or the place itself where it is of that kind; null where there is none.</summary>
    public Place? Around(Place place, string kind) => place.Kind == kind || (place.IsWhole && kind == Areas.Nation)
        ? place
        : Places.FirstOrDefault(p => p.Kind == kind && place.Around.Contains(p.Id));

    /// <summary>A table of this tier, or of an earlier one by <c>tier.table</c>; null where it was not written.</summary>
    public Table? Find(string name) => name.Split('.') is [var tier, var table]
        ? earlier.GetValueOrDefault(tier)?.Outside(table)
        : tables.GetValueOrDefault(name);

    /// <summary>Whether the tier a table belongs to took part in this election.</summary>
    public bool HasTier(string name) => name.Split('.') is not [var tier, _] || earlier.ContainsKey(tier);

    public void Write(string name, string area, Rows rows)
    {
        if (!tables.TryGetValue(name, out var table))
        {
            tables[name] = table = new Table();
        }

        if (!table.TryWrite(area, rows))
        {
            throw new InvalidOperationException($"Bug in TierRun: table '{name}' of tier '{Tier.Id}' is written twice in '{area}'.");
        }
    }

    /// <summary>Ends the run of a place with something that must happen first.</summary>
    public void Halt(Place place, Pending pending)
    {
        Pending.Add(pending);
        halted.TryAdd(place.Id, pending.Status);
    }

    /// <summary>The status of a place that waits; complete where it does not.</summary>
    public Status StatusOf(Place place) => halted.GetValueOrDefault(place.Id, Status.Complete);

    /// <summary>Whether a step could not go on in this place, around it or inside it.</summary>
    public bool IsHalted(Place place) =>
        halted.Count > 0 && (halted.ContainsKey(place.Id) || place.Around.Any(halted.ContainsKey) || place.Inside.Any(halted.ContainsKey));

    /// <summary>The seats of the tier by area: what its result names, or the last table of seats that was written.</summary>
    /// <remarks>
    /// Guards can let different steps end in different areas; so an earlier table still counts in areas of which no later one
    /// speaks: neither of the area itself nor of one around or inside it.
    /// </remarks>
    public IReadOnlyDictionary<string, Rows> Result()
    {
        var areas = new Dictionary<string, Rows>(StringComparer.Ordinal);
        if (Tier.Result is { } result)
        {
            var named = result.Terms.Where(t => t.Name is not null && Find(t.Name) is not null).ToList();
            var where = Places.Where(p => named.Any(t => Find(t.Name!)!.Areas.ContainsKey(p.Id)));
            foreach (var place in where)
            {
                areas[place.Id] = Sum(place, [.. named.Where(t => Find(t.Name!)!.Areas.ContainsKey(place.Id))]);
            }
        }
        else
        {
            var told = new HashSet<string>(StringComparer.Ordinal);
            foreach (var table in Tier.Steps.Where(s => s.GivesSeats).Select(s => s.Writes[0]).Reverse().Distinct().Select(tables.GetValueOrDefault).OfType<Table>())
            {
                var here = Places.Where(p => table.Areas.ContainsKey(p.Id) && !told.Contains(p.Id)).ToList();
                foreach (var place in here)
                {
                    areas[place.Id] = table.Areas[place.Id];
                    told.Add(place.Id);
                    told.UnionWith(place.Around);
                    told.UnionWith(place.Inside);
                }
            }
        }

        foreach (var part in Contest.Constituencies.Where(c => c.Given is not null))
        {
            areas.TryAdd(part.Id, tables[TermSum.AreaSeats].Areas[part.Id]);
        }

        return areas;
    }

    /// <summary>A sum of tables, list by list, in one place.</summary>
    public Rows Sum(Place place, IReadOnlyList<Term> terms)
    {
        var totals = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var term in terms)
        {
            if (Find(term.Name!)?.At(place) is not { } rows)
            {
                continue;
            }

            var set = term.Set is null ? null : Find(term.Set)?.At(place);
            foreach (var contender in rows.Contenders.Where(c => term.Set is null || (set?.Has(c) ?? false) != term.Not))
            {
                totals[contender] = totals.GetValueOrDefault(contender) + (term.Sign * rows[contender]);
            }
        }

        var order = place.Contenders.Select(c => c.Id).Where(totals.ContainsKey);
        return Rows.Of(order.Concat(totals.Keys).Distinct(), c => totals[c]);
    }

    private Table? Outside(string name)
    {
        if (name != TermSum.AreaSeats)
        {
            return tables.GetValueOrDefault(name);
        }

        var seats = new Table();
        foreach (var (area, rows) in Result())
        {
            seats.TryWrite(area, rows);
        }

        return seats;
    }
}
