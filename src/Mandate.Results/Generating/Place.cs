namespace Mandate.Results.Generating;

/// <summary>A made-up unit as it stands in the tree.</summary>
/// <param name="Unit">Its id, parent, kind and name.</param>
/// <param name="Region">Number of its region, 0 abroad; −1 for the country.</param>
/// <param name="District">Number of its district in the country; −1 outside districts.</param>
/// <param name="Kind">What it reports as; null for a unit with others inside it.</param>
/// <param name="Number">Its place among those that report, 0 for the first; −1 where it does not.</param>
internal readonly record struct Place(Units.Unit Unit, int Region, int District, StationKind? Kind, int Number);
