namespace Mandate.Results.Generating;

/// <summary>What voters of a made-up country do at one election, and the protocols that come of it. Every relation of the form holds in them.</summary>
/// <remarks>
/// <para>Electors of a station are log-normal within limits. Turnout is that of the region, moved by district and station.
/// Each list has a strength in the country, in each region (with strongholds), at each station for good, and at each
/// station this once; the ballots then fall on the lists one after another by a rounded binomial, so that counts scatter
/// as counts do. All of it is arithmetic on whole numbers.</para>
/// <para>Nobody should take it for a model of voters: it is made to look like a count, to try software with.</para>
/// </remarks>
internal sealed class MadeCount
{
    private const int PerMillion = 1_000_000;

    /// <summary>Strength of the lists, by region and list, as logarithms to base 2 with 16 bits.</summary>
    private readonly long[,] strength;

    private readonly long[] turnout;
    private readonly long[] invalid;
    private readonly long[] weights;
    private readonly ulong seed;
    private readonly int election;

    /// <summary>Makes an election up.</summary>
    /// <param name="country">The country.</param>
    /// <param name="election">0 for the election, 1 for the one before it.</param>
    public MadeCount(MadeCountry country, int election)
    {
        this.election = election;
        seed = country.Options.Seed;
        var (regions, lists) = (country.Options.Regions + 1, country.Options.Lists);
        weights = new long[lists];
        strength = new long[regions, lists];
        turnout = new long[regions];
        invalid = new long[regions];
        var swing = SplitMix.Of(seed, Purpose.Turnout, election);
        var (turnoutOfAll, invalidOfAll) = (560_000 + swing.Bell(30_000), 18_000 + swing.Bell(1500));
        for (var r = 0; r < regions; r++)
        {
            var region = SplitMix.Of(seed, Purpose.RegionTurnout, r);
            turnout[r] = turnoutOfAll + region.Bell(60_000);
            invalid[r] = Math.Clamp(invalidOfAll + region.Bell(3000), 10_000, 30_000);
        }

        Strengths(regions, lists);
    }

    /// <summary>Fills a row with the protocol of a station.</summary>
    public void Fill(in Place place, Span<long> row)
    {
        var kind = place.Kind!;
        var electors = SplitMix.Of(seed, Purpose.Electors, place.Number);
        var count = SplitMix.Of(seed, Purpose.Count, place.Number, election);
        var district = SplitMix.Of(seed, Purpose.StationsOfDistrict, place.District + 1, place.Region);

        var size = district.Bell(Fixed.One / 3) + electors.Bell(Fixed.One * 3 / 5);
        var registered = Math.Clamp(Fixed.Scale(kind.Median, size), kind.Fewest, kind.Most);
        if (election > 0)
        {
            registered = Math.Max(kind.Fewest, registered * (1000 + count.Bell(20)) / 1000);
        }

        var added = kind.HasPaper ? count.Below(1 + (registered / 100)) : 0;
        var share = Math.Clamp(turnout[place.Region] + district.Bell(30_000) + count.Bell(45_000), 80_000, 980_000);
        var issued = Math.Max(1, (registered + added) * share / PerMillion);

        // A few ballots are carried away, so few that the form does not wonder: below two in a hundred.
        var away = kind.HasPaper && count.Below(6) == 0 ? Math.Min(1 + count.Below(3), (issued - 1) / 50) : 0;
        var found = issued - away;
        var spoilt = Math.Max(0, found * (invalid[place.Region] + count.Bell(4000)) / PerMillion);
        spoilt = Math.Min(spoilt + count.Below(2), (found - 1) / 20);
        row[Cells.Registered] = registered;
        row[Cells.Added] = added;
        row[Cells.Issued] = issued;
        row[Cells.Spoiled] = kind.HasPaper ? count.Below(1 + (issued / 250)) : 0;
        row[Cells.Received] = kind.HasPaper ? (registered + added + row[Cells.Spoiled] + 49) / 50 * 50 : issued;
        row[Cells.Cancelled] = row[Cells.Received] - issued - row[Cells.Spoiled];
        row[Cells.Found] = found;
        row[Cells.Invalid] = spoilt;
        row[Cells.Valid] = found - spoilt;
        Votes(place, found - spoilt, ref count, row[Cells.Votes..]);
    }

    private void Votes(in Place place, long ballots, ref SplitMix count, Span<long> votes)
    {
        var leaning = SplitMix.Of(seed, Purpose.Leaning, place.Number);
        long rest = 0;
        for (var l = 0; l < weights.Length; l++)
        {
            weights[l] = Fixed.Power(strength[place.Region, l] + leaning.Bell(Fixed.One * 3 / 10) + count.Bell(Fixed.One / 8));
            rest += weights[l];
        }

        for (var l = 0; l < weights.Length - 1; l++)
        {
            votes[l] = Binomial(ballots, (weights[l] << 24) / rest, ref count);
            ballots -= votes[l];
            rest -= weights[l];
        }

        votes[^1] = ballots;
    }

    /// <summary>About a binomial number: its mean and its scatter, rounded up or down by chance.</summary>
    /// <param name="trials">Ballots, below 2²⁰.</param>
    /// <param name="chance">The chance of each, with 24 bits behind the point.</param>
    /// <param name="random">Where chance comes from.</param>
    private static long Binomial(long trials, long chance, ref SplitMix random)
    {
        var mean = (trials * chance) >> 12;
        var deviation = Fixed.Root((mean * ((1L << 24) - chance)) >> 12);
        var drawn = mean + random.Bell(deviation) + random.Below(1 << 12);
        return Math.Clamp(drawn >> 12, 0, trials);
    }

    private void Strengths(int regions, int lists)
    {
        var rank = Enumerable.Range(0, lists).ToArray();
        var country = SplitMix.Of(seed, Purpose.Lists);
        for (var i = lists - 1; i > 0; i--)
        {
            var j = (int)country.Below(i + 1);
            (rank[i], rank[j]) = (rank[j], rank[i]);
        }

        var swing = SplitMix.Of(seed, Purpose.Swing, election);
        for (var l = 0; l < lists; l++)
        {
            // Each list is a fifth weaker than the one before it, down to the twentieth.
            var national = (-Fixed.One * 32 / 100 * Math.Min(rank[l], 20)) + country.Bell(Fixed.One / 6) + swing.Bell(Fixed.One / 5);
            for (var r = 0; r < regions; r++)
            {
                strength[r, l] = national + SplitMix.Of(seed, Purpose.RegionOfLists, r, l).Bell(Fixed.One * 2 / 5) + SplitMix.Of(seed, Purpose.SwingOfRegion, (r * lists) + l, election).Bell(Fixed.One / 8);
            }
        }

        // A stronghold in each region: one list there has half as much again.
        for (var r = 0; r < regions; r++)
        {
            strength[r, (int)country.Below(lists)] += Fixed.One * 6 / 10;
        }
    }
}
