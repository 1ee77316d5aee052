using Mandate.Electoral;

namespace Mandate.Results.Expressions;

/// <summary>A part of a relation.</summary>
/// <param name="At">Where it begins in the text, 0 for the first letter.</param>
internal abstract record Node(int At)
{
    /// <summary>Gets whether it is true or false; otherwise it is a number.</summary>
    public virtual bool IsCondition => false;
}

/// <summary>A number that is written out.</summary>
internal sealed record NumberNode(int At, Ratio Value) : Node(At);

/// <summary>A figure, or that of the list at hand.</summary>
internal sealed record FigureNode(int At, Figure Figure) : Node(At)
{
    public override bool IsCondition => Figure.Kind == FigureKind.YesNo;
}

/// <summary>A figure added up over lists or candidates.</summary>
/// <param name="At">Its place.</param>
/// <param name="Figure">The figure.</param>
/// <param name="OfOneList">Whether only the candidates of the list at hand are added.</param>
internal sealed record SumNode(int At, Figure Figure, bool OfOneList) : Node(At);

/// <summary>A sum, difference or product; <paramref name="Sign"/> is +, - or *.</summary>
internal sealed record ArithmeticNode(int At, char Sign, Node Left, Node Right) : Node(At);

/// <summary>So many per cent of something.</summary>
internal sealed record PercentNode(int At, Ratio Percent, Node Of) : Node(At);

/// <summary>A number without its sign.</summary>
internal sealed record AbsNode(int At, Node Inner) : Node(At);

/// <summary>How many conditions are true.</summary>
internal sealed record CountNode(int At, IReadOnlyList<Node> Conditions) : Node(At);

/// <summary>Two numbers compared, or two conditions by == or !=.</summary>
internal sealed record CompareNode(int At, Comparison Comparison, Node Left, Node Right) : Node(At)
{
    public override bool IsCondition => true;
}

/// <summary>Two conditions joined.</summary>
internal sealed record LogicNode(int At, bool And, Node Left, Node Right) : Node(At)
{
    public override bool IsCondition => true;
}

/// <summary>A condition turned round.</summary>
internal sealed record NotNode(int At, Node Inner) : Node(At)
{
    public override bool IsCondition => true;
}

/// <summary>A comparison.</summary>
internal enum Comparison
{
    Equal,
    NotEqual,
    Less,
    AtMost,
    More,
    AtLeast,
}
