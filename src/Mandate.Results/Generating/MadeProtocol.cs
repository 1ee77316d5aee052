namespace Mandate.Results.Generating;

/// <summary>What the summary protocol of a made-up area says: figures of <c>figures.csv</c>, votes of <c>votes.csv</c>, nothing else.</summary>
/// <param name="Handle">The handle that evidence cites, <c>zz-protocols/UNIT</c>.</param>
/// <param name="Unit">The area, by its id in the election's folder.</param>
/// <param name="Area">Its name, which says that it is made up.</param>
/// <param name="Country">The made-up country's name.</param>
/// <param name="Day">Polling day.</param>
/// <param name="Figures">Figures by name; empty for a region, since the election's folder has none for it.</param>
/// <param name="Lists">Votes of each list, in the order of the ballot.</param>
public sealed record MadeProtocol(string Handle, string Unit, string Area, string Country, DateOnly Day, IReadOnlyList<MadeFigure> Figures, IReadOnlyList<MadeVotes> Lists);

/// <summary>A figure and its value.</summary>
/// <param name="Name">Its name, such as <c>registered</c>.</param>
/// <param name="Value">Its value, not negative.</param>
public sealed record MadeFigure(string Name, long Value);

/// <summary>The votes of a list.</summary>
/// <param name="List">The list, by id.</param>
/// <param name="Name">Its name, which says that it is made up.</param>
/// <param name="Votes">Its votes, not negative.</param>
public sealed record MadeVotes(string List, string Name, long Votes);
