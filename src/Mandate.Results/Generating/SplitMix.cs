namespace Mandate.Results.Generating;

/// <summary>Numbers that look random and are the same on every machine: SplitMix64.</summary>
/// <remarks>
/// Steele, Lea, Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA 2014. Each thing that is made up has a
/// stream of its own, named by what it is for and where it stands, so that no figure depends on the order of making.
/// </remarks>
internal struct SplitMix
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;
    private ulong state;

    /// <summary>Starts a stream at a state.</summary>
    public SplitMix(ulong state) => this.state = state;

    /// <summary>The stream for one purpose and place.</summary>
    public static SplitMix Of(ulong seed, Purpose purpose, long first = 0, long second = 0)
    {
        unchecked
        {
            var state = Mix(seed + (Gamma * ((ulong)purpose + 1)));
            state = Mix(state ^ (Gamma * ((ulong)first + 1)));
            return new SplitMix(Mix(state + (Gamma * ((ulong)second + 1))));
        }
    }

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            state += Gamma;
            return Mix(state);
        }
    }

    /// <summary>A number from 0 to below <paramref name="limit"/>, by the high half of a product (Lemire 2019) without its rejection: the bias is below limit in 2⁶⁴.</summary>
    public long Below(long limit) => (long)Math.BigMul(Next(), (ulong)limit, out _);

    /// <summary>A bell-shaped number of the given standard deviation: four uniform numbers added up (Irwin–Hall), so never beyond 3.47 deviations.</summary>
    public long Bell(long deviation) => deviation * Bell() / BellDeviation;

    /// <summary>The same in the unit of <see cref="BellDeviation"/>.</summary>
    public long Bell()
    {
        var bits = Next();
        return (long)((bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48)) - (2 * 0xFFFF);
    }

    /// <summary>The standard deviation of <see cref="Bell()"/>: √(4 × (2³² − 1) ÷ 12).</summary>
    public const long BellDeviation = 37_837;

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}

/// <summary>What a stream of numbers is for.</summary>
internal enum Purpose
{
    Names,
    Regions,
    Districts,
    Lists,
    RegionOfLists,
    Swing,
    SwingOfRegion,
    Turnout,
    RegionTurnout,
    StationsOfDistrict,
    Electors,
    Leaning,
    Count,
    SlipPlaces,
    Slips,
}
