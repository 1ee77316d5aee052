using Mandate.Electoral;
using Mandate.Results.Expressions;

namespace Mandate.Results.Running;

/// <summary>Works a condition out again in fractions, slowly and in the open, to show why a check failed.</summary>
internal static class Explainer
{
    /// <summary>The comparison that decided, its sides and the figures.</summary>
    public static Arithmetic Explain(Node condition, Layout layout, ReadOnlySpan<long> row, int list)
    {
        var reader = new Reader(layout, row.ToArray(), list);
        var figures = new List<FigureValue>();
        Collect(condition, reader, figures);
        var deciding = Deciding(condition, reader);
        if (deciding is not CompareNode { Left.IsCondition: false } compare)
        {
            return new Arithmetic(figures, null, string.Empty, null, Ratio.Zero);
        }

        var left = new Side(Writer.Text(compare.Left), Value(compare.Left, reader));
        var right = new Side(Writer.Text(compare.Right), Value(compare.Right, reader));
        var difference = left.Value - right.Value;
        var sign = IsTrue(compare, reader) ? compare.Comparison : Opposite(compare.Comparison);
        return new Arithmetic(figures, left, Writer.Sign(sign), right, difference < Ratio.Zero ? -difference : difference);
    }

    /// <summary>Whether a condition is true.</summary>
    public static bool IsTrue(Node node, Layout layout, ReadOnlySpan<long> row, int list) => IsTrue(node, new Reader(layout, row.ToArray(), list));

    private static bool IsTrue(Node node, Reader reader) => node switch
    {
        FigureNode f => reader.Cell(f) == 1,
        NotNode n => !IsTrue(n.Inner, reader),
        LogicNode { And: true } l => IsTrue(l.Left, reader) && IsTrue(l.Right, reader),
        LogicNode l => IsTrue(l.Left, reader) || IsTrue(l.Right, reader),
        CompareNode { Left.IsCondition: true } c => IsTrue(c.Left, reader) == IsTrue(c.Right, reader) == (c.Comparison == Comparison.Equal),
        CompareNode c => Value(c.Left, reader).CompareTo(Value(c.Right, reader)) is var sign && c.Comparison switch
        {
            Comparison.Equal => sign == 0,
            Comparison.NotEqual => sign != 0,
            Comparison.Less => sign < 0,
            Comparison.AtMost => sign <= 0,
            Comparison.More => sign > 0,
            Comparison.AtLeast => sign >= 0,
            _ => throw new InvalidOperationException($"Bug in Explainer: {c.Comparison}."),
        },
        _ => throw new InvalidOperationException($"Bug in Explainer: {node.GetType().Name}."),
    };

    private static Ratio Value(Node node, Reader reader) => node switch
    {
        NumberNode n => n.Value,
        FigureNode f => reader.Cell(f),
        SumNode s => reader.Cell(s),
        PercentNode p => p.Percent / 100 * Value(p.Of, reader),
        AbsNode a => Value(a.Inner, reader) is var v && v < Ratio.Zero ? -v : v,
        CountNode c => c.Conditions.Count(x => IsTrue(x, reader)),
        ArithmeticNode { Sign: '+' } a => Value(a.Left, reader) + Value(a.Right, reader),
        ArithmeticNode { Sign: '-' } a => Value(a.Left, reader) - Value(a.Right, reader),
        ArithmeticNode a => Value(a.Left, reader) * Value(a.Right, reader),
        _ => throw new InvalidOperationException($"Bug in Explainer: {node.GetType().Name}."),
    };

    /// <summary>The part that made a condition what it is: what is false in an "and", what is true in an "or", else the last.</summary>
    private static Node Deciding(Node node, Reader reader)
    {
        switch (node)
        {
            case NotNode not:
                return Deciding(not.Inner, reader);
            case LogicNode logic:
                var first = IsTrue(logic.Left, reader) != logic.And;
                return Deciding(first ? logic.Left : logic.Right, reader);
            default:
                return node;
        }
    }

    private static Comparison Opposite(Comparison comparison) => comparison switch
    {
        Comparison.Equal => Comparison.NotEqual,
        Comparison.NotEqual => Comparison.Equal,
        Comparison.Less => Comparison.AtLeast,
        Comparison.AtMost => Comparison.More,
        Comparison.More => Comparison.AtMost,
        Comparison.AtLeast => Comparison.Less,
        _ => throw new InvalidOperationException($"Bug in Explainer: {comparison}."),
    };

    private static void Collect(Node node, Reader reader, List<FigureValue> figures)
    {
        switch (node)
        {
            case FigureNode figure:
                Add(figure.Figure.Id, reader.Cell(figure), figure.IsCondition);
                break;
            case SumNode sum:
                Add(Writer.Text(sum), reader.Cell(sum), false);
                break;
            default:
                foreach (var part in node.Parts)
                {
                    Collect(part, reader, figures);
                }

                break;
        }

        void Add(string name, long value, bool isBox)
        {
            if (!figures.Any(f => f.Name == name))
            {
                figures.Add(new FigureValue(name, value, isBox));
            }
        }
    }

    /// <summary>The cells of one protocol and list.</summary>
    private sealed record Reader(Layout Layout, long[] Row, int List)
    {
        public long Cell(FigureNode node) => Row[Layout.Start(node.Figure) + (node.Figure.Kind == FigureKind.VotesPerList ? List : 0)];

        public long Cell(SumNode node) => Row[Layout.Total(node.Figure) + (node.OfOneList ? 1 + List : 0)];
    }
}
