namespace Mandate.Results.Generating;

/// <summary>A kind of unit that reports a protocol, and how many electors it has.</summary>
/// <param name="Word">Its word in units.csv.</param>
/// <param name="Name">What comes before its number in its name.</param>
/// <param name="Median">Electors of the one in the middle.</param>
/// <param name="Fewest">The fewest electors.</param>
/// <param name="Most">The most electors.</param>
/// <param name="HasPaper">Whether ballots are printed and may spoil or go missing.</param>
internal sealed record StationKind(string Word, string Name, int Median, int Fewest, int Most, bool HasPaper = true)
{
    public static readonly StationKind Precinct = new("precinct", "Precinct", 1100, 60, 3000);

    /// <summary>Hospitals, barracks, ships.</summary>
    public static readonly StationKind Special = new("special", "Special station", 110, 20, 500);

    public static readonly StationKind Mobile = new("mobile", "Mobile station", 150, 20, 600);

    public static readonly StationKind Abroad = new("abroad", "Station abroad", 400, 30, 3000);

    public static readonly StationKind Electronic = new("electronic", "Electronic votes", 6000, 500, 50_000, HasPaper: false);
}
