using Mandate.Electoral;

namespace Mandate.Results;

/// <summary>Why a check failed, in figures.</summary>
/// <param name="Figures">The figures it reads, with their values.</param>
/// <param name="Left">What was compared.</param>
/// <param name="Comparison">How the two sides stand to each other in these figures: ==, !=, &lt;, &lt;=, &gt; or &gt;=.</param>
/// <param name="Limit">What it was compared with; null where only boxes were compared.</param>
/// <param name="Difference">How far the left side is from the limit, without sign.</param>
public sealed record Arithmetic(IReadOnlyList<FigureValue> Figures, Side? Left, string Comparison, Side? Limit, Ratio Difference);

/// <summary>A figure and its value.</summary>
/// <param name="Name">Its name in the relation, such as <c>invalid</c> or <c>sum(votes)</c>.</param>
/// <param name="Value">Its value; for a box 1 where it is ticked.</param>
/// <param name="IsBox">Whether it is a box.</param>
public sealed record FigureValue(string Name, long Value, bool IsBox);

/// <summary>One side of a comparison.</summary>
/// <param name="Text">As the relation writes it.</param>
/// <param name="Value">What it comes to.</param>
public sealed record Side(string Text, Ratio Value);
