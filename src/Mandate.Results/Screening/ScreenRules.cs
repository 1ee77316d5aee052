using Mandate.Electoral;
using Mandate.Laws;

namespace Mandate.Results.Screening;

/// <summary>The limits of the screens: data, so that whoever reads a finding can read what it was measured by.</summary>
/// <remarks>A file in YAML gives them (<see cref="Read"/>); what it does not name keeps the value documented here.</remarks>
public sealed record ScreenRules
{
    /// <summary>Gets the figures that may hold the voters entitled, the first that the form has; <c>registered</c>, <c>electorate</c>.</summary>
    public IReadOnlyList<string> Electors { get; init; } = ["registered", "electorate"];

    /// <summary>Gets the figures that may hold those who took part, the first that the form has; <c>voters</c>, <c>took-part</c>, <c>admitted</c>, <c>found</c>, <c>cast</c>.</summary>
    public IReadOnlyList<string> Turnout { get; init; } = ["voters", "took-part", "admitted", "found", "cast"];

    /// <summary>Gets the fewest stations in one parent unit that a station is compared with, itself among them; 2 to 100,000, here 10.</summary>
    public int Siblings { get; init; } = 10;

    /// <summary>Gets the share of its sister stations that may look the same before it is the place that is so, and not the paper; above 0, here 2 %. One station may always.</summary>
    public Ratio SiblingShare { get; init; } = new(1, 50);

    /// <summary>Gets how large the gain in likelihood (natural logarithm, divided by how much stations scatter anyway) of an exchange must be; 1 to 1,000, here 20.</summary>
    public int SwapGain { get; init; } = 20;

    /// <summary>Gets how near the exchanged figures must be to what is expected, in standard deviations; 1 to 10, here 2.</summary>
    public int SwapFit { get; init; } = 2;

    /// <summary>Gets the fewest votes that two neighbouring lists must have together; 1 to 1,000,000, here 50.</summary>
    public int SwapVotes { get; init; } = 50;

    /// <summary>Gets how many readings with two digits exchanged may explain a failure before there are too many to ask about; 1 to 100, here 10.</summary>
    public int TransposedReadings { get; init; } = 10;

    /// <summary>Gets the same for readings with one digit changed, dropped or repeated; 1 to 100, here 3.</summary>
    public int MisreadReadings { get; init; } = 3;

    /// <summary>Gets how small the chance of a zero must be; above 0, here one in a million.</summary>
    public Ratio ZeroChance { get; init; } = new(1, 1_000_000);

    /// <summary>Gets the fewest votes that equal protocols must have; 1 to 1,000,000, here 100.</summary>
    public int SameVotes { get; init; } = 100;

    /// <summary>Gets how many different numbers above 0 they must have; 1 to 1,000, here 5.</summary>
    public int SameNumbers { get; init; } = 5;

    /// <summary>Gets how rare such an equality must be by chance, as a power of ten: 3 means one in a thousand among all stations; 0 to 100, here 3.</summary>
    public int SameRarity { get; init; } = 3;

    /// <summary>Gets how many times the usual scatter a change since the previous election must differ from that of the sister stations; 1 to 100, here 6.</summary>
    public int SwingLimit { get; init; } = 6;

    /// <summary>Gets by how much of the whole it must differ besides; above 0, here 15 %.</summary>
    public Ratio SwingPoints { get; init; } = new(3, 20);

    /// <summary>Gets the fewest voters (entitled, or with a vote for a list) in both elections; 1 to 1,000,000, here 100.</summary>
    public int SwingSize { get; init; } = 100;

    /// <summary>Gets how many findings of each screen are kept; the rest is counted; 1 to 1,000,000, here 1,000.</summary>
    public int Most { get; init; } = 1000;

    /// <summary>Reads limits from a file in YAML.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">Its name for people.</param>
    /// <param name="findings">Receives every fault with line and column.</param>
    /// <returns>The limits, or null after noting faults.</returns>
    public static ScreenRules? Read(string path, string shown, Findings findings) => ScreenRulesReader.Read(path, shown, findings);
}
