namespace Mandate.Reports;

/// <summary>A chamber to be drawn: its groups from left to right, and the words that stand for the picture.</summary>
/// <param name="Title">What is shown, such as "Majilis after 10 January 2021".</param>
/// <param name="Alternative">The picture in words, for those who hear it: every group with its seats.</param>
/// <param name="Groups">Groups in the order in which they sit, left to right; each has at least one seat.</param>
/// <param name="Vacant">Seats nobody holds, drawn as empty places at the right; 0 or more.</param>
/// <param name="Kind">Party benches, or a chamber whose members stand for no party.</param>
/// <param name="Majority">Seats of more than half, marked in the picture; null leaves the mark out.</param>
/// <param name="Mark">A word across the picture for made-up figures; null for real ones.</param>
public sealed record Hemicycle(
    string Title,
    string Alternative,
    IReadOnlyList<HemicycleGroup> Groups,
    int Vacant,
    HemicycleKind Kind,
    int? Majority,
    string? Mark);

/// <summary>Members who sit together.</summary>
/// <param name="Id">A short id, unique in the chamber.</param>
/// <param name="Name">The name shown in the legend.</param>
/// <param name="Seats">At least 1.</param>
/// <param name="Colour"><c>#rrggbb</c>.</param>
public sealed record HemicycleGroup(string Id, string Name, int Seats, string Colour);

/// <summary>What the seats of a chamber stand for.</summary>
public enum HemicycleKind
{
    /// <summary>Seats of party lists: filled dots, one colour a group.</summary>
    Parties,

    /// <summary>A chamber without parties: squares in one hue, groups by the way they came to their seats.</summary>
    Nonpartisan,
}
