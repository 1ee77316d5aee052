using Mandate.Electoral;

namespace Mandate.Results.Expressions;

/// <summary>A part of a relation.</summary>
/// <param name="At">Where it begins in the text, 0 for the first letter.</param>
internal abstract record Node(int At)
{
    /// <summary>Gets whether it is true or false; otherwise it is a number.</summary>
    public virtual bool IsCondition => false;

    /// <summary>Gets what it is put together from, in the order of the text; a figure or number has none.</summary>
    public virtual IReadOnlyList<Node> Parts => [];
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
internal sealed record ArithmeticNode(int At, char Sign, Node Left, Node Right) : Node(At)
{
    public override IReadOnlyList<Node> Parts => [Left, Right];
}

/// <summary>So many per cent of something.</summary>
internal sealed record PercentNode(int At, Ratio Percent, Node Of) : Node(At)
{
    public override IReadOnlyList<Node> Parts => [Of];
}

/// <summary>A number without its sign.</summary>
internal sealed record AbsNode(int At, Node Inner) : Node(At)
{
    public override IReadOnlyList<Node> Parts => [Inner];
}

/// <summary>How many conditions are true.</summary>
internal sealed record CountNode(int At, IReadOnlyList<Node> Conditions) : Node(At)
{
    public override IReadOnlyList<Node> Parts => Conditions;
}

/// <summary>Two numbers compared, or two conditions by == or !=.</summary>
internal sealed record CompareNode(int At, Comparison Comparison, Node Left, Node Right) : Node(At)
{
    public override bool IsCondition => true;

    public override IReadOnlyList<Node> Parts => [Left, Right];
}

/// <summary>Two conditions joined.</summary>
internal sealed record LogicNode(int At, bool And, Node Left, Node Right) : Node(At)
{
    public override bool IsCondition => true;

    public override IReadOnlyList<Node> Parts => [Left, Right];
}

/// <summary>A condition turned round.</summary>
internal sealed record NotNode(int At, Node Inner) : Node(At)
{
    public override bool IsCondition => true;

    public override IReadOnlyList<Node> Parts => [Inner];
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
