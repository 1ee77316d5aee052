using System.Globalization;
using Mandate.Electoral.Methods;
using Mandate.Electoral.Steps;

namespace Mandate.Electoral.Tests.Steps;

/// <summary>A tier of a made-up law, to be tried on made-up votes.</summary>
internal sealed record Trial(params IReadOnlyList<Step> Steps)
{
    /// <summary>Gets the seats the law fixes for the tier.</summary>
    public int? House { get; init; }

    /// <summary>Gets the tier's last line; null for none.</summary>
    public string? Result { get; init; }

    public IReadOnlyList<RegionInput> Regions { get; init; } = [];

    public IReadOnlyList<Group> Groups { get; init; } = [];

    public IReadOnlyList<FigureRule> Figures { get; init; } = [];

    public IReadOnlyList<Lot> Lots { get; init; } = [];

    /// <summary>Gets a tier carried out before, with its own votes.</summary>
    public (Tier Tier, ContestInput Contest)? Before { get; init; }

    public Tried On(params ConstituencyInput[] areas)
    {
        var tier = new Tier("lists", House, null, new Ballot("closed-list", null, null, false), Steps) { Result = Result is null ? null : TermSum.Parse(Result) };
        var contest = new ContestInput("lists", areas) { Regions = Regions, Groups = Groups };
        var rules = new Rules(Before is { } b ? [b.Tier, tier] : [tier], Figures, [], new Dictionary<string, IReadOnlyList<string>>());
        var (outcome, faults) = ElectionRunner.Run(rules, new ElectionInput(Before is { Contest: { } c } ? [c, contest] : [contest]), Lots);
        return new Tried(outcome, faults);
    }
}

/// <summary>What came of a trial, in short texts.</summary>
internal sealed record Tried(ElectionOutcome Outcome, IReadOnlyList<LotFault> Faults)
{
    public Status Status => Outcome.Status;

    public TierOutcome Tier => Outcome.Tiers.Single(t => t.Id == "lists");

    /// <summary>Gets seats by area, such as <c>north: a 3, b 2; nation: a 1</c>.</summary>
    public string Seats => string.Join("; ", Tier.Constituencies.Where(c => c.Won.Count > 0).Select(c => $"{c.Id}: {Shown(c.Won)}"));

    /// <summary>Gets seats by list over all areas.</summary>
    public string Total => Shown(Tier.Constituencies.SelectMany(c => c.Won).GroupBy(w => w.Key).Select(g => KeyValuePair.Create(g.Key, g.Sum(w => w.Value))).OrderBy(p => p.Key, StringComparer.Ordinal));

    /// <summary>Gets what must happen first, such as <c>north:allocate Tie lot a,b for 1</c>.</summary>
    public string Waits => string.Join("; ", Outcome.Parts.SelectMany(p => p.Pending).Select(p =>
        string.Create(CultureInfo.InvariantCulture, $"{p.Area}:{p.Step} {p.Status} {p.Reason}{(p.Contenders.Count > 0 ? " " + string.Join(',', p.Contenders) + $" for {p.Seats}" : string.Empty)}{(p.Facts.Count > 0 ? " needs " + string.Join(',', p.Facts) : string.Empty)}")));

    public int Vacant => Outcome.Parts.Sum(p => p.Vacant);

    /// <summary>Who passed an admission, in ballot order.</summary>
    public string Passed(string step = "admit") => string.Join(' ', Outcome.Parts.SelectMany(p => p.Derivation).Single(d => d.Step == "admit" && d.Id == step).Rows.Where(r => r.Outcome == "passed").Select(r => r.Contender));

    public IEnumerable<StepTrace> Traces(string outcome) => Outcome.Parts.SelectMany(p => p.Derivation).Where(d => d.Outcome == outcome);

    private static string Shown(IEnumerable<KeyValuePair<string, int>> won) => string.Join(", ", won.Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Key} {w.Value}")));
}

/// <summary>Words from which trials are put together.</summary>
internal static class Made
{
    public static readonly IReadOnlyList<TieRule> ByLot = [TieRule.Lot];

    /// <summary>A constituency; votes as <c>a 60, b 40, c ?</c>, where the question mark is a count that is not known.</summary>
    public static ConstituencyInput Area(string id, int? seats, string votes, params (string Name, long Value)[] figures)
    {
        var rows = votes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split(' ')).ToList();
        return new ConstituencyInput(
            id,
            [.. rows.Select(r => new Contender(r[0], ContenderKind.List))],
            rows.Where(r => r[1] != "?").ToDictionary(r => r[0], r => long.Parse(r[1], CultureInfo.InvariantCulture)),
            figures.ToDictionary(f => f.Name, f => f.Value))
        {
            Seats = seats,
        };
    }

    /// <summary>The same constituency with something changed on one contender.</summary>
    public static ConstituencyInput With(this ConstituencyInput area, string id, Func<Contender, Contender> change) =>
        area with { Contenders = [.. area.Contenders.Select(c => c.Id == id ? change(c) : c)] };

    /// <summary>Persons in the place of lists.</summary>
    public static ConstituencyInput OfPersons(this ConstituencyInput area) =>
        area with { Contenders = [.. area.Contenders.Select(c => c with { Kind = ContenderKind.Candidate })] };

    public static RegionInput Region(string id, string kind, params string[] areas) => new(id, kind, areas, new Dictionary<string, long>());

    /// <summary>The nation's own figures.</summary>
    public static RegionInput Nation(string[] areas, params (string Name, long Value)[] figures) => new("nation", "nation", areas, figures.ToDictionary(f => f.Name, f => f.Value));

    public static TermSum Sum(string text) => TermSum.Parse(text) ?? throw new ArgumentException(text);

    public static Ratio Part(string text) => Ratio.TryParse(text, out var value) ? value : throw new ArgumentException(text);

    public static Limit AtLeast(string share, string of = "votes") => new(Part(share), false, of);

    public static Limit MoreThan(string share, string of = "votes") => new(Part(share), true, of);

    public static Threshold.Share Share(string share, string of = "votes", string? at = null, int areas = 1) => new(AtLeast(share, of), at is null ? null : new Reach(at, areas));

    public static AdmitStep Admit(Threshold threshold, string name = "admitted", string? place = null) => new("admit", threshold, name) { For = place };

    public static AllocateStep Allocate(Method method, string name = "seats", string? among = null, string? place = null, string? seats = null, string? id = null) =>
        new(id ?? "allocate", method, name) { Among = among, For = place, Seats = seats is null ? null : Sum(seats), Ties = ByLot };

    public static DistributeStep ToMembers(string seats, Method method, string name = "seats", string? among = null, string id = "distribute", string? place = null) =>
        new(id, Sum(seats), null, method, name) { Among = among, For = place, Ties = ByLot };

    public static DistributeStep ToAreas(string seats, Method method, string name = "land", string kind = "constituency", string? held = null, string? place = "nation") =>
        new("distribute", Sum(seats), kind, method, name) { Held = held, For = place, Ties = ByLot };
}
