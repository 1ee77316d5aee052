using System.Numerics;
using Mandate.Electoral;
using Mandate.Results.Expressions;

namespace Mandate.Results.Running;

/// <summary>Turns a condition into a program on whole numbers.</summary>
/// <remarks>
/// Both sides of a comparison are multiplied by what their fractions need, so that nothing is rounded. The largest number
/// that can come up is known beforehand; a relation that could leave 63 bits is refused here and never at run time.
/// </remarks>
internal sealed class Compiler
{
    private readonly Layout layout;
    private readonly List<Instruction> instructions = [];
    private readonly List<Term> terms = [];
    private int height;
    private int highest;

    private Compiler(Layout layout) => this.layout = layout;

    /// <exception cref="ExpressionFault">A number could get too large to be exact.</exception>
    public static Program Compile(Node condition, Layout layout)
    {
        var compiler = new Compiler(layout);
        compiler.Condition(condition);
        return new Program([.. compiler.instructions], [.. compiler.terms], compiler.highest);
    }

    /// <summary>Whether the protocols have every figure that a condition reads.</summary>
    public static bool Reads(Node node, Layout layout) => node switch
    {
        FigureNode f => layout.Has(f.Figure),
        SumNode s => layout.Has(s.Figure),
        _ => node.Parts.All(p => Reads(p, layout)),
    };

    private static InvalidOperationException Unknown(Node node) => new($"Bug in Compiler: {node.GetType().Name}.");

    private void Condition(Node node)
    {
        switch (node)
        {
            case FigureNode figure:
                Push(new Sum(0, [(Cell(figure), Ratio.Zero + 1)]), 1, node);
                break;
            case NotNode not:
                Condition(not.Inner);
                Emit(Operation.Not, 0);
                break;
            case LogicNode logic:
                Condition(logic.Left);
                Condition(logic.Right);
                Emit(logic.And ? Operation.And : Operation.Or, -1);
                break;
            case CompareNode { Left.IsCondition: true } both:
                Condition(both.Left);
                Condition(both.Right);
                Emit(Of(both.Comparison), -1);
                break;
            case CompareNode compare:
                var scale = Common(Scale(compare.Left), Scale(compare.Right));
                Number(compare.Left, scale);
                Number(compare.Right, scale);
                Emit(Of(compare.Comparison), -1);
                break;
            default:
                throw Unknown(node);
        }
    }

    /// <summary>Pushes a number times a scale that makes it whole.</summary>
    private void Number(Node node, BigInteger scale)
    {
        if (Bound(node) * scale > long.MaxValue)
        {
            throw new ExpressionFault(node.At, "numbers that can pass 63 bits", "smaller factors, or one product of two figures at most");
        }

        if (Linear(node) is { } sum)
        {
            Push(sum, scale, node);
            return;
        }

        switch (node)
        {
            case AbsNode abs:
                Number(abs.Inner, scale);
                Emit(Operation.Abs, 0);
                break;
            case CountNode count:
                for (var i = 0; i < count.Conditions.Count; i++)
                {
                    Condition(count.Conditions[i]);
                    if (i > 0)
                    {
                        Emit(Operation.Add, -1);
                    }
                }

                Times(scale, node);
                break;
            case ArithmeticNode { Sign: '*' } product:
                Multiply(product.Left, product.Right, scale, node);
                break;
            case PercentNode percent:
                Multiply(new NumberNode(percent.At, percent.Percent / 100), percent.Of, scale, node);
                break;
            case ArithmeticNode arithmetic:
                Number(arithmetic.Left, scale);
                Number(arithmetic.Right, scale);
                Emit(arithmetic.Sign == '+' ? Operation.Add : Operation.Subtract, -1);
                break;
            default:
                throw Unknown(node);
        }
    }

    private void Multiply(Node left, Node right, BigInteger scale, Node whole)
    {
        var (a, b) = (Scale(left), Scale(right));
        Number(left, a);
        Number(right, b);
        Emit(Operation.Multiply, -1);
        Times(scale / (a * b), whole);
    }

    private void Times(BigInteger factor, Node node)
    {
        if (!factor.IsOne)
        {
            Push(new Sum(Ratio.Zero + 1, []), factor, node);
            Emit(Operation.Multiply, -1);
        }
    }

    private void Push(Sum sum, BigInteger scale, Node node)
    {
        var start = terms.Count;
        foreach (var (cell, factor) in sum.Terms)
        {
            terms.Add(new Term(cell.Cell, cell.Step, Whole(factor * new Ratio(scale, 1), node)));
        }

        Emit(Operation.Linear, 1, start, sum.Terms.Count, Whole(sum.Constant * new Ratio(scale, 1), node));
    }

    private static long Whole(Ratio value, Node node) => BigInteger.Abs(value.Numerator) <= long.MaxValue
        ? (long)value.Numerator
        : throw new ExpressionFault(node.At, "numbers that can pass 63 bits", "smaller factors");

    private void Emit(Operation operation, int change, int start = 0, int count = 0, long constant = 0)
    {
        instructions.Add(new Instruction(operation, start, count, constant));
        height += change;
        highest = Math.Max(highest, height);
    }

    private (int Cell, int Step) Cell(FigureNode node) => (layout.Start(node.Figure), node.Figure.Kind == FigureKind.VotesPerList ? 1 : 0);

    private (int Cell, int Step) Cell(SumNode node) => node.OfOneList ? (layout.Total(node.Figure) + 1, 1) : (layout.Total(node.Figure), 0);

    /// <summary>A number as a sum of cells with factors, or null where it is none.</summary>
    private Sum? Linear(Node node) => node switch
    {
        NumberNode n => new Sum(n.Value, []),
        FigureNode f => new Sum(0, [(Cell(f), Ratio.Zero + 1)]),
        SumNode s => new Sum(0, [(Cell(s), Ratio.Zero + 1)]),
        PercentNode p => Linear(p.Of)?.Times(p.Percent / 100),
        ArithmeticNode { Sign: '*' } m => (Linear(m.Left), Linear(m.Right)) switch
        {
            ({ Terms.Count: 0 } a, { } b) => b.Times(a.Constant),
            ({ } a, { Terms.Count: 0 } b) => a.Times(b.Constant),
            _ => null,
        },
        ArithmeticNode a => (Linear(a.Left), Linear(a.Right)) switch
        {
            ({ } x, { } y) => x.Plus(y.Times(a.Sign == '-' ? -1 : 1)),
            _ => null,
        },
        _ => null,
    };

    /// <summary>The least number that makes a value whole.</summary>
    private static BigInteger Scale(Node node) => node switch
    {
        NumberNode n => n.Value.Denominator,
        PercentNode p => (p.Percent / 100).Denominator * Scale(p.Of),
        AbsNode a => Scale(a.Inner),
        ArithmeticNode { Sign: '*' } m => Scale(m.Left) * Scale(m.Right),
        ArithmeticNode a => Common(Scale(a.Left), Scale(a.Right)),
        _ => 1,
    };

    /// <summary>The largest value a number can have, without its sign, rounded up.</summary>
    private BigInteger Bound(Node node) => node switch
    {
        NumberNode n => n.Value.Floor + 1,
        FigureNode => Figure.Largest,
        SumNode => (BigInteger)Figure.Largest * Math.Max(1, layout.Lists.Count),
        PercentNode p => (Bound(p.Of) * p.Percent.Numerator / (p.Percent.Denominator * 100)) + 1,
        AbsNode a => Bound(a.Inner),
        CountNode c => c.Conditions.Count,
        ArithmeticNode { Sign: '*' } m => Bound(m.Left) * Bound(m.Right),
        ArithmeticNode a => Bound(a.Left) + Bound(a.Right),
        _ => throw Unknown(node),
    };

    private static BigInteger Common(BigInteger a, BigInteger b) => a / BigInteger.GreatestCommonDivisor(a, b) * b;

    private static Operation Of(Comparison comparison) => comparison switch
    {
        Comparison.Equal => Operation.Equal,
        Comparison.NotEqual => Operation.NotEqual,
        Comparison.Less => Operation.Less,
        Comparison.AtMost => Operation.AtMost,
        Comparison.More => Operation.More,
        Comparison.AtLeast => Operation.AtLeast,
        _ => throw new InvalidOperationException($"Bug in Compiler: {comparison}."),
    };

    /// <summary>A constant and cells with factors.</summary>
    private sealed record Sum(Ratio Constant, IReadOnlyList<((int Cell, int Step) Cell, Ratio Factor)> Terms)
    {
        public Sum Times(Ratio factor) => new(Constant * factor, [.. Terms.Select(t => (t.Cell, t.Factor * factor))]);

        public Sum Plus(Sum other) => new(Constant + other.Constant, [.. Terms, .. other.Terms]);
    }
}
