namespace Mandate.Results.Units;

/// <summary>A reporting area.</summary>
/// <param name="Id">Its id: 1 to 200 letters, unlike that of any other unit of the election.</param>
/// <param name="Parent">Id of the unit it lies in; null at the top.</param>
/// <param name="Kind">What it is: <c>region</c>, <c>district</c>, <c>precinct</c>, <c>special</c>, <c>mobile</c>, <c>abroad</c>, <c>electronic</c>, or the country's own word.</param>
/// <param name="Name">Its name.</param>
public sealed record Unit(string Id, string? Parent, string Kind, string Name)
{
    /// <summary>The most letters of an id.</summary>
    public const int LongestId = 200;
}
