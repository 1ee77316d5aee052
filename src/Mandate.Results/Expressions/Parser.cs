using Mandate.Electoral;

namespace Mandate.Results.Expressions;

/// <summary>Reads one relation, such as <c>abs(admitted - cast) >= 15 or >= 2 % of cast</c>.</summary>
/// <remarks>
/// From loose to tight: <c>or</c>, <c>and</c>, <c>not</c>, one comparison, <c>+ -</c>, <c>*</c> and <c>% of</c>. A comparison
/// behind <c>or</c> or <c>and</c> that has no left side takes that of the comparison before it.
/// </remarks>
internal sealed class Parser
{
    private const int Deepest = 40;
    private static readonly string[] Words = ["and", "or", "not", "of", "abs", "sum", "count"];
    private readonly Func<string, Figure?> figures;
    private readonly bool perList;
    private readonly List<Token> tokens;
    private int position;
    private int depth;
    private Node? lastLeft;

    private Parser(string text, Func<string, Figure?> figures, bool perList)
    {
        this.figures = figures;
        this.perList = perList;
        tokens = Lexer.Read(text);
    }

    private Token Next => tokens[position];

    /// <summary>Reads a condition.</summary>
    /// <param name="text">The relation.</param>
    /// <param name="figures">Finds a figure by its id.</param>
    /// <param name="perList">Whether it is read for each list, so that a figure of lists means that of the list at hand.</param>
    /// <exception cref="ExpressionFault">It cannot be read.</exception>
    public static Node Condition(string text, Func<string, Figure?> figures, bool perList)
    {
        var parser = new Parser(text, figures, perList);
        var node = AsCondition(parser.Or());
        return parser.Next.Kind == TokenKind.End ? node : throw Fault(parser.Next, parser.Next.Text is "<" or "<=" or ">" or ">=" or "==" or "!=" ? "one comparison at a time, joined by and or or" : "and, or, or the end");
    }

    /// <summary>Whether a word means something in the language, so that no figure may bear it.</summary>
    public static bool IsWord(string text) => Words.Contains(text);

    private static ExpressionFault Fault(Token token, string expected) => new(token.At, token.Shown, expected);

    private Node Or() => Joined(And, "or", and: false);

    private Node And() => Joined(Not, "and", and: true);

    private Node Joined(Func<Node> part, string word, bool and)
    {
        var node = part();
        while (Next is { Kind: TokenKind.Name } token && token.Text == word)
        {
            position++;
            node = new LogicNode(token.At, and, AsCondition(node), AsCondition(part()));
        }

        return node;
    }

    private Node Not()
    {
        if (Next is { Kind: TokenKind.Name, Text: "not" } token)
        {
            position++;
            Deeper();
            var inner = AsCondition(Not());
            depth--;
            return new NotNode(token.At, inner);
        }

        return Compared();
    }

    private Node Compared()
    {
        Node? left = null;
        if (Sign(Next) is null)
        {
            left = Sum();
        }
        else if (lastLeft is null)
        {
            throw Fault(Next, "a figure or a number before it");
        }

        if (Sign(Next) is not { } comparison)
        {
            return left!;
        }

        var token = Next;
        position++;
        left ??= lastLeft!;
        var right = Sum();
        if (left.IsCondition != right.IsCondition)
        {
            throw left.IsCondition ? AConditionAt(left) : AConditionAt(right);
        }

        if (left.IsCondition && comparison is not (Comparison.Equal or Comparison.NotEqual))
        {
            throw Fault(token, "== or != between two conditions");
        }

        lastLeft = left;
        return new CompareNode(token.At, comparison, left, right);
    }

    private static Comparison? Sign(Token token) => token.Kind != TokenKind.Sign ? null : token.Text switch
    {
        "==" => Comparison.Equal,
        "!=" => Comparison.NotEqual,
        "<" => Comparison.Less,
        "<=" => Comparison.AtMost,
        ">" => Comparison.More,
        ">=" => Comparison.AtLeast,
        _ => null,
    };

    private Node Sum()
    {
        var node = Product();
        while (Next is { Kind: TokenKind.Sign, Text: "+" or "-" } token)
        {
            position++;
            node = new ArithmeticNode(token.At, token.Text[0], AsNumber(node), AsNumber(Product()));
        }

        return node;
    }

    private Node Product()
    {
        var node = Factor();
        while (Next is { Kind: TokenKind.Sign, Text: "*" } token)
        {
            position++;
            node = new ArithmeticNode(token.At, '*', AsNumber(node), AsNumber(Factor()));
        }

        return node;
    }

    private Node Factor()
    {
        var token = Next;
        position++;
        switch (token)
        {
            case { Kind: TokenKind.Number }:
                return Number(token);
            case { Kind: TokenKind.Sign, Text: "(" }:
                return Inside(Or);
            case { Kind: TokenKind.Name, Text: "abs" }:
                Take("(");
                return new AbsNode(token.At, Inside(() => AsNumber(Sum())));
            case { Kind: TokenKind.Name, Text: "sum" }:
                return Added(token);
            case { Kind: TokenKind.Name, Text: "count" }:
                return Counted(token);
            case { Kind: TokenKind.Name } when !IsWord(token.Text):
                return Named(token);
            default:
                throw Fault(token, "a figure, a number, abs(…), sum(…) or count(…)");
        }
    }

    private Node Number(Token token)
    {
        if (token.Text.Length > 13 || !Ratio.TryParse(token.Text, out var value))
        {
            throw Fault(token, "a number of at most 12 digits, with a point before decimals");
        }

        if (Next is not { Kind: TokenKind.Sign, Text: "%" })
        {
            return new NumberNode(token.At, value);
        }

        position++;
        if (Next is not { Kind: TokenKind.Name, Text: "of" })
        {
            throw Fault(Next, "of and what it is a share of, such as 2 % of cast");
        }

        position++;
        Deeper();
        var of = AsNumber(Factor());
        depth--;
        return new PercentNode(token.At, value, of);
    }

    private Node Inside(Func<Node> part)
    {
        Deeper();
        var node = part();
        Take(")");
        depth--;
        return node;
    }

    private SumNode Added(Token token)
    {
        Take("(");
        var name = Next;
        if (name.Kind != TokenKind.Name || IsWord(name.Text))
        {
            throw Fault(name, "the name of a figure that has a number for each list");
        }

        position++;
        var figure = Find(name);
        if (figure.Kind is not (FigureKind.VotesPerList or FigureKind.VotesPerCandidate))
        {
            throw Fault(name, $"a figure with a number for each list; '{name.Text}' is one number");
        }

        Take(")");
        return new SumNode(token.At, figure, perList && figure.Kind == FigureKind.VotesPerCandidate);
    }

    private CountNode Counted(Token token)
    {
        Take("(");
        Deeper();
        var conditions = new List<Node> { AsCondition(Or()) };
        while (Next is { Kind: TokenKind.Sign, Text: "," })
        {
            position++;
            conditions.Add(AsCondition(Or()));
        }

        Take(")");
        depth--;
        return new CountNode(token.At, conditions);
    }

    private FigureNode Named(Token token)
    {
        var figure = Find(token);
        return figure.Kind switch
        {
            FigureKind.VotesPerCandidate => throw Fault(token, $"sum({token.Text}), since it has a number for each candidate"),
            FigureKind.VotesPerList when !perList => throw Fault(token, $"sum({token.Text}), or 'for: each list' on the check, since it has a number for each list"),
            _ => new FigureNode(token.At, figure),
        };
    }

    private Figure Find(Token token)
    {
        if (figures(token.Text) is { } figure)
        {
            return figure;
        }

        var parts = token.Text.Split('-');
        var isDifference = Enumerable.Range(1, parts.Length - 1).Any(i => figures(string.Join('-', parts[..i])) is not null && figures(string.Join('-', parts[i..])) is not null);
        throw Fault(token, isDifference ? "spaces around the minus between two figures" : "a figure of this form");
    }

    private void Take(string sign)
    {
        if (Next is not { Kind: TokenKind.Sign } || Next.Text != sign)
        {
            throw Fault(Next, $"'{sign}'");
        }

        position++;
    }

    private void Deeper()
    {
        if (++depth > Deepest)
        {
            throw Fault(Next, $"at most {Deepest} brackets inside one another");
        }
    }

    private static Node AsNumber(Node node) => node.IsCondition ? throw AConditionAt(node) : node;

    private static ExpressionFault AConditionAt(Node node) => node is FigureNode { Figure.Id: var id }
        ? new ExpressionFault(node.At, $"the box '{id}'", $"a number, such as count({id})")
        : new ExpressionFault(node.At, "a condition", "a number");

    private static Node AsCondition(Node node) => node.IsCondition ? node : throw new ExpressionFault(node.At, "a number", "a condition, such as found > 0");
}
