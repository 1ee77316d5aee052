using Mandate.Electoral;

namespace Mandate.Results.Expressions;

/// <summary>Writes a relation as a form writes it.</summary>
internal static class Writer
{
    public static string Text(Node node) => node switch
    {
        NumberNode n => Text(n.Value),
        FigureNode f => f.Figure.Id,
        SumNode s => $"sum({s.Figure.Id})",
        PercentNode p => $"{Text(p.Percent)} % of {Tight(p.Of)}",
        AbsNode a => $"abs({Text(a.Inner)})",
        CountNode c => $"count({string.Join(", ", c.Conditions.Select(Text))})",
        ArithmeticNode { Sign: '*' } m => $"{Tight(m.Left)} * {Tight(m.Right)}",
        ArithmeticNode a => $"{Text(a.Left)} {a.Sign} {(a.Right is ArithmeticNode { Sign: not '*' } ? Tight(a.Right) : Text(a.Right))}",
        CompareNode c => $"{(c.Left.IsCondition ? Tight(c.Left) : Text(c.Left))} {Sign(c.Comparison)} {(c.Right.IsCondition ? Tight(c.Right) : Text(c.Right))}",
        LogicNode l => $"{Part(l, l.Left)} {(l.And ? "and" : "or")} {Part(l, l.Right)}",
        NotNode n => $"not {Tight(n.Inner)}",
        _ => throw new InvalidOperationException($"Bug in Writer: {node.GetType().Name}."),
    };

    public static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Equal => "==",
        Comparison.NotEqual => "!=",
        Comparison.Less => "<",
        Comparison.AtMost => "<=",
        Comparison.More => ">",
        Comparison.AtLeast => ">=",
        _ => throw new InvalidOperationException($"Bug in Writer: {comparison}."),
    };

    /// <summary>A number as a decimal where it ends, which a number in a relation always does.</summary>
    private static string Text(Ratio value)
    {
        var decimals = 0;
        var scaled = value;
        while (!scaled.Denominator.IsOne && decimals < 12)
        {
            scaled *= 10;
            decimals++;
        }

        var digits = scaled.Floor.ToString(System.Globalization.CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        return decimals == 0 ? digits : digits[..^decimals] + "." + digits[^decimals..];
    }

    private static string Part(LogicNode whole, Node part) => part is LogicNode inner && inner.And != whole.And ? $"({Text(part)})" : Text(part);

    private static string Tight(Node node) => node is ArithmeticNode or CompareNode or LogicNode or PercentNode ? $"({Text(node)})" : Text(node);
}
