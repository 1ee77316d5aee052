using System.Numerics;

namespace Mandate.Electoral.Certificates;

/// <summary>How the two sides of an inequality stand to each other.</summary>
public enum Relation
{
    /// <summary>Left is smaller.</summary>
    Below,

    /// <summary>Left is at most right.</summary>
    AtMost,

    /// <summary>Both are the same.</summary>
    Equal,

    /// <summary>Left is at least right.</summary>
    AtLeast,

    /// <summary>Left is greater.</summary>
    Above,
}

/// <summary>A whole number with the name of what it counts, such as <c>votes</c> or <c>divisor</c>.</summary>
/// <param name="Name">What it is; a key of words.</param>
/// <param name="Value">The number, never negative.</param>
public sealed record Factor(string Name, BigInteger Value);

/// <summary>Numbers to be multiplied; at least one.</summary>
/// <param name="Factors">The numbers in the order to be read.</param>
public sealed record Product(IReadOnlyList<Factor> Factors)
{
    /// <summary>Gets the product, exact.</summary>
    public BigInteger Value => Factors.Aggregate(BigInteger.One, (product, f) => product * f.Value);
}

/// <summary>Two sums of products of whole numbers and how they stand to each other: anybody can multiply it out.</summary>
/// <param name="Kind">What it says, such as <c>last</c>: the list was due its last seat.</param>
/// <param name="Party">The list, person or area it is about; null for none.</param>
/// <param name="Left">Products to be added; at least one.</param>
/// <param name="Relation">How left stands to right.</param>
/// <param name="Right">Products to be added; at least one.</param>
public sealed record Inequality(string Kind, string? Party, IReadOnlyList<Product> Left, Relation Relation, IReadOnlyList<Product> Right)
{
    /// <summary>Gets the area whose numbers these are, where it is another than that of the step; else null.</summary>
    public string? Area { get; init; }

    /// <summary>Gets which part of a threshold it speaks of, see <see cref="Requirement.Path"/>; null where there is none.</summary>
    public string? Path { get; init; }

    /// <summary>Gets whether it is true.</summary>
    public bool Holds
    {
        get
        {
            var order = Sum(Left).CompareTo(Sum(Right));
            return Relation switch
            {
                Relation.Below => order < 0,
                Relation.AtMost => order <= 0,
                Relation.Equal => order == 0,
                Relation.AtLeast => order >= 0,
                Relation.Above => order > 0,
                _ => throw new InvalidOperationException($"Bug in Inequality: relation {Relation}."),
            };
        }
    }

    private static BigInteger Sum(IReadOnlyList<Product> products) => products.Aggregate(BigInteger.Zero, (sum, p) => sum + p.Value);
}
