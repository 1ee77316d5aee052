namespace Mandate.Electoral.Steps;

/// <summary>An area as steps see it: a constituency, or several taken together.</summary>
internal sealed class Place
{
    /// <summary>Votes that are known in every part.</summary>
    private readonly Dictionary<string, long> votes = new(StringComparer.Ordinal);

    public Place(string id, string kind, int? seats, IReadOnlyList<ConstituencyInput> parts, IReadOnlyDictionary<string, long> figures)
    {
        Id = id;
        Kind = kind;
        Seats = seats;
        Parts = parts;
        Figures = figures;
        Contenders = parts.Count == 1 ? parts[0].Contenders : [.. parts.SelectMany(p => p.Contenders).DistinctBy(c => c.Id)];
        foreach (var contender in Contenders)
        {
            long? sum = 0;
            foreach (var part in parts)
            {
                // A contender that is not on a constituency's ballot has no votes there; one that is has, known or not.
                sum += part.Votes.TryGetValue(contender.Id, out var count) ? count
                    : parts.Count == 1 || part.Contenders.Any(c => c.Id == contender.Id) ? null : 0;
            }

            if (sum is { } known)
            {
                votes[contender.Id] = known;
            }
        }
    }

    public string Id { get; }

    /// <summary>Gets <c>constituency</c>, <c>nation</c>, or a kind of region.</summary>
    public string Kind { get; }

    /// <summary>Gets the seats it elects; null where that is unknown.</summary>
    public int? Seats { get; }

    public IReadOnlyList<ConstituencyInput> Parts { get; }

    /// <summary>Gets options on its ballots, in ballot order.</summary>
    public IReadOnlyList<Contender> Contenders { get; }

    /// <summary>Gets counts published for the place itself.</summary>
    public IReadOnlyDictionary<string, long> Figures { get; }

    /// <summary>Gets ids of wider areas, the nearest first.</summary>
    public IReadOnlyList<string> Around { get; private set; } = [];

    /// <summary>Gets ids of areas inside it.</summary>
    public IReadOnlySet<string> Inside { get; private set; } = new HashSet<string>();

    /// <summary>Gets whether it is all the contest's constituencies together.</summary>
    public bool IsWhole { get; private set; }

    public bool IsGiven => Parts.Count == 1 && Parts[0].Given is not null;

    public IReadOnlyDictionary<string, long>? Runoff => Parts.Count == 1 ? Parts[0].Runoff : null;

    public IReadOnlyDictionary<string, IReadOnlyList<Person>> Persons => Parts[0].Persons;

    public Transfers.PreferenceBallots? Ballots => Parts.Count == 1 ? Parts[0].Ballots : null;

    public IReadOnlyList<FillingEvent> Fillings => Parts[0].Fillings;

    /// <summary>The votes of a contender; null where a part of them is not known.</summary>
    public long? Votes(string contender) => votes.TryGetValue(contender, out var count) ? count : null;

    /// <summary>The votes for a person on a list; null where they are not known.</summary>
    public long? PersonVotes(string person) => Parts[0].Votes.TryGetValue(person, out var count) ? count : null;

    public Contender Contender(string id) => Contenders.First(c => c.Id == id);

    /// <summary>The nation, every region and every constituency of a contest, each knowing what lies around and inside it.</summary>
    public static IReadOnlyList<Place> Of(Tier tier, ContestInput contest)
    {
        var none = new Dictionary<string, long>();
        var constituencies = contest.Constituencies
            .Select(c => new Place(c.Id, Areas.Constituency, c.Seats ?? tier.PerConstituency ?? (contest.Constituencies.Count == 1 ? tier.Seats : null), [c], c.Figures)).ToList();
        var places = new List<Place>(constituencies);
        var regions = contest.Regions.OrderBy(r => r.Constituencies.Count).ToList();
        foreach (var region in regions.Where(r => r.Kind != Areas.Nation && constituencies.All(c => c.Id != r.Id)))
        {
            var parts = constituencies.Where(c => region.Constituencies.Contains(c.Id)).ToList();
            places.Add(new Place(region.Id, region.Kind, region.Seats ?? Sum(parts), [.. parts.SelectMany(p => p.Parts)], region.Figures));
        }

        if (constituencies.Count > 1)
        {
            var whole = contest.Regions.FirstOrDefault(r => r.Kind == Areas.Nation);
            places.Add(new Place(Areas.Nation, Areas.Nation, tier.Seats ?? Sum(constituencies), contest.Constituencies, whole?.Figures ?? none));
        }

        // An area lies around another when it holds all its constituencies and is of a wider kind.
        var reach = places.GroupBy(p => p.Kind).ToDictionary(g => g.Key, g => g.Key == Areas.Constituency ? 0 : g.Max(p => p.Parts.Count));
        foreach (var place in places)
        {
            var own = place.Parts.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
            place.Around = [.. places.Where(o => reach[o.Kind] > reach[place.Kind] && own.IsSubsetOf(o.Parts.Select(p => p.Id))).Select(o => o.Id).Append(Areas.Nation).Distinct()];
            place.Inside = places.Where(o => reach[o.Kind] < reach[place.Kind] && o.Parts.All(p => own.Contains(p.Id))).Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
            place.IsWhole = place.Parts.Count == contest.Constituencies.Count && (place.Kind == Areas.Nation || constituencies.Count == 1);
        }

        return places;
    }

    private static int? Sum(IReadOnlyList<Place> parts) => parts.All(p => p.Seats is not null) ? parts.Sum(p => p.Seats) : null;
}

/// <summary>Kinds of areas that every law knows.</summary>
internal static class Areas
{
    public const string Nation = "nation";

    public const string Constituency = "constituency";
}
