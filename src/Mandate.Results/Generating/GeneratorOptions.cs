using System.Globalization;

namespace Mandate.Results.Generating;

/// <summary>What a made-up election is to be like.</summary>
public sealed record GeneratorOptions
{
    /// <summary>The fewest protocols.</summary>
    public const int FewestPrecincts = 100;

    /// <summary>The most protocols.</summary>
    public const int MostPrecincts = 2_000_000;

    /// <summary>The most regions.</summary>
    public const int MostRegions = 99;

    /// <summary>The fewest lists.</summary>
    public const int FewestLists = 2;

    /// <summary>The most lists.</summary>
    public const int MostLists = 100;

    /// <summary>The most slips: one protocol in five.</summary>
    public const int MostSlips = 200_000;

    /// <summary>Gets how many protocols there are: precincts, and stations of other kinds among them.</summary>
    public int Precincts { get; init; } = 10_000;

    /// <summary>Gets how many regions, 1 to 99; each has ten protocols or more.</summary>
    public int Regions { get; init; } = 17;

    /// <summary>Gets how many lists, 2 to 100.</summary>
    public int Lists { get; init; } = 20;

    /// <summary>Gets the number from which everything is made up; the same one gives the same bytes.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Gets how many of a million protocols bear a slip, 0 to 200,000; above 0 every kind of slip is planted once at least.</summary>
    public int SlipsPerMillion { get; init; } = 5_000;

    /// <summary>Gets whether an election before this one is made up too.</summary>
    public bool Previous { get; init; }

    /// <summary>Gets whether the protocols without slips are written beside those with.</summary>
    public bool True { get; init; }

    /// <summary>Gets for how many regions summary protocols are printed, with one of the whole country; 0 prints none. The stations abroad come after the last region.</summary>
    public int Papers { get; init; }

    /// <summary>What is outside the limits, in sentences; empty where nothing is.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new List<string>();
        Within(Precincts, FewestPrecincts, MostPrecincts, "precincts");
        Within(Regions, 1, MostRegions, "regions");
        Within(Lists, FewestLists, MostLists, "lists");
        Within(SlipsPerMillion, 0, MostSlips, "slips in a million protocols");
        if (Papers < 0 || Papers > Regions + 1)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"Found {Papers} papers; expected 0 to {Regions + 1}: one for each region and one for the stations abroad."));
        }

        if (faults.Count == 0 && Precincts < 10 * Regions)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"Found {Precincts} precincts in {Regions} regions; expected ten or more for each region."));
        }

        return faults;

        void Within(int found, int low, int high, string what)
        {
            if (found < low || found > high)
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"Found {found} {what}; expected {low} to {high}."));
            }
        }
    }
}
