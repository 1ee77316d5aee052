namespace Mandate.Electoral.Steps;

/// <summary>What the steps of one constituency see and write. It lives for one run.</summary>
internal sealed class StepContext(Rules rules, Tier tier, ConstituencyInput area, int seats, ElectionInput election, LotBox lots)
{
    private readonly Dictionary<string, Table> tables = new(StringComparer.Ordinal);

    public Rules Rules => rules;

    public Tier Tier => tier;

    public ConstituencyInput Area => area;

    /// <summary>Gets the seats the constituency elects.</summary>
    public int Seats => seats;

    public ElectionInput Election => election;

    public List<StepTrace> Trace { get; } = [];

    public List<Pending> Pending { get; } = [];

    public List<Condition> Conditions { get; } = [];

    public List<Elected> Elected { get; } = [];

    /// <summary>Gets or sets seats left empty by law.</summary>
    public int Vacant { get; set; }

    /// <summary>Gets whether a step could not go on.</summary>
    public bool Halted { get; private set; }

    /// <summary>Gets the status a halted run has.</summary>
    public Status Status { get; private set; }

    public Table? Find(string name) => tables.GetValueOrDefault(name);

    public Table Read(string name) => Find(name)
        ?? throw new InvalidOperationException($"Bug in StepContext: table '{name}' is read before a step of tier '{tier.Id}' wrote it.");

    public void Write(string name, Table table)
    {
        if (!tables.TryAdd(name, table))
        {
            throw new InvalidOperationException($"Bug in StepContext: table '{name}' of tier '{tier.Id}' is written twice.");
        }
    }

    /// <summary>Contenders that can win, in ballot order, or those of a named table.</summary>
    public IReadOnlyList<string> Among(string? table) => table is null
        ? [.. area.Contenders.Where(c => c.CanWin).Select(c => c.Id)]
        : Read(table).Contenders;

    public Contender Contender(string id) => area.Contenders.First(c => c.Id == id);

    /// <summary>A figure as the law defines it: given as such, or the first way whose parts are known.</summary>
    public FigureValue Figure(string name) => FigureReader.Read(rules, tier.Id, area, name);

    /// <summary>The votes of <paramref name="contenders"/>, or null after halting for those that are unknown.</summary>
    public IReadOnlyList<long>? Votes(Step step, IReadOnlyList<string> contenders)
    {
        var missing = contenders.Where(c => !area.Votes.ContainsKey(c)).ToList();
        if (missing.Count == 0)
        {
            return [.. contenders.Select(c => area.Votes[c])];
        }

        Halt(step, Status.Unknown, "votes", missing, Seats, [.. missing.Select(c => Fact("votes." + c))]);
        return null;
    }

    /// <summary>The key by which a fact of this constituency is given.</summary>
    public string Fact(string name) => $"{tier.Id}/{area.Id}:{name}";

    public void Add(Step step, string outcome, IReadOnlyDictionary<string, Argument> arguments, IReadOnlyList<TraceRow> rows) =>
        Trace.Add(new StepTrace(step.Word, step.Id, outcome, step.Article, arguments, rows));

    /// <summary>Ends the run of this constituency with something that must happen first.</summary>
    public void Halt(Step step, Status status, string reason, IReadOnlyList<string> contenders, int openSeats, IReadOnlyList<string>? facts = null)
    {
        Pending.Add(new Pending(status, tier.Id, area.Id, step.Id, reason, contenders, openSeats) { Facts = facts ?? [] });
        Halted = true;
        Status = status;
    }

    /// <summary>The lot recorded for a tie of this step; null where none is.</summary>
    public IReadOnlyList<string>? Lot(Step step, Tie tie) => lots.Take(tier.Id, area.Id, step.Id, tie);
}
