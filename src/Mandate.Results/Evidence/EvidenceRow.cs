using Mandate.Laws;

namespace Mandate.Results.Evidence;

/// <summary>A figure of an election and the page that records it.</summary>
/// <param name="Election">The election's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="IsSynthetic">Whether the election is made up.</param>
/// <param name="Contest">The contest.</param>
/// <param name="Unit">The unit, by id.</param>
/// <param name="UnitName">Its name, or null.</param>
/// <param name="Figure">The figure, such as <c>valid</c>; null where it is the votes of a list.</param>
/// <param name="List">The list whose votes they are, by id; null where it is a figure.</param>
/// <param name="ListName">Its name, or null.</param>
/// <param name="Value">What the election's files say; null where they leave it unknown.</param>
/// <param name="Handle">The document.</param>
/// <param name="Page">The page, from 1; null where the document as a whole is cited.</param>
/// <param name="Sha256">SHA-256 of the document's original, 64 small hexadecimal digits; null where it was not noted.</param>
public sealed record EvidenceRow(
    string Election, Words Title, bool IsSynthetic, string Contest, string Unit, Words? UnitName, string? Figure, string? List, Words? ListName, long? Value, string Handle, int? Page, string? Sha256);
