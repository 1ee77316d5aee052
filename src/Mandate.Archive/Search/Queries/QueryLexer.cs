namespace Mandate.Archive.Search.Queries;

/// <summary>A piece of a query.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A word or phrase without its signs, or the name of a field.</param>
/// <param name="At">Where it begins in the query.</param>
/// <param name="Tilde">What follows <c>~</c>: a number; -1 where none follows; null where there is no <c>~</c>.</param>
internal readonly record struct Lexed(LexedKind Kind, string Text, int At, int? Tilde = null);

internal enum LexedKind
{
    Word,
    Phrase,
    Range,
    Field,
    Open,
    Close,
    And,
    Or,
    Not,
    Must,
}

/// <summary>Cuts a query into pieces.</summary>
internal sealed class QueryLexer
{
    private const string Opening = "\"“„«";
    private const string Closing = "\"”“»";
    private readonly string _query;
    private readonly List<Lexed> _pieces = [];
    private int _at;

    private QueryLexer(string query) => _query = query;

    /// <summary>Cuts a query into pieces.</summary>
    /// <exception cref="QueryException">A quotation mark or a bracket has no partner.</exception>
    public static List<Lexed> Read(string query)
    {
        var lexer = new QueryLexer(query);
        while (lexer._at < query.Length)
        {
            lexer.Next();
        }

        return lexer._pieces;
    }

    private void Next()
    {
        var c = _query[_at];
        var nextIsBlank = _at + 1 == _query.Length || char.IsWhiteSpace(_query[_at + 1]);
        if (char.IsWhiteSpace(c))
        {
            _at++;
        }
        else if (c is '(' or ')')
        {
            Add(c == '(' ? LexedKind.Open : LexedKind.Close, string.Empty, _at++);
        }
        else if (c is '-' or '+' && !nextIsBlank && _query[_at + 1] is not ('-' or '+'))
        {
            Add(c == '-' ? LexedKind.Not : LexedKind.Must, string.Empty, _at++);
        }
        else if (Opening.Contains(c, StringComparison.Ordinal))
        {
            Phrase();
        }
        else if (c == '[' && _pieces is [.., { Kind: LexedKind.Field }])
        {
            Range();
        }
        else
        {
            Word();
        }
    }

    private void Phrase()
    {
        var start = _at++;
        var end = _query.AsSpan(_at).IndexOfAny(Closing);
        if (end < 0)
        {
            throw new QueryException(start, "This quotation mark is never closed; close the phrase with another.");
        }

        var text = _query.Substring(_at, end);
        _at += end + 1;
        Add(LexedKind.Phrase, text, start, Tilde());
    }

    private void Range()
    {
        var start = _at++;
        var end = _query.IndexOf(']', _at);
        if (end < 0)
        {
            throw new QueryException(start, "This bracket is never closed; write a range as [2019 TO 2021].");
        }

        Add(LexedKind.Range, _query[_at..end], start);
        _at = end + 1;
    }

    private void Word()
    {
        var start = _at;
        while (_at < _query.Length && !char.IsWhiteSpace(_query[_at]) && _query[_at] is not ('(' or ')' or '~') && !Opening.Contains(_query[_at], StringComparison.Ordinal) && !Closing.Contains(_query[_at], StringComparison.Ordinal))
        {
            if (_query[_at] == ':' && IsField(start))
            {
                Add(LexedKind.Field, _query[start.._at].ToLowerInvariant(), start);
                _at++;
                return;
            }

            _at++;
        }

        // A closing mark without an opening one, or a tilde after nothing, stands for nothing.
        if (_at == start)
        {
            _at++;
            return;
        }

        var text = _query[start.._at];
        var tilde = Tilde();
        var kind = tilde is not null ? LexedKind.Word : text switch
        {
            "AND" or "&&" => LexedKind.And,
            "OR" or "||" => LexedKind.Or,
            "NOT" => LexedKind.Not,
            _ => LexedKind.Word,
        };
        Add(kind, text, start, tilde);
    }

    /// <summary>Latin letters before a colon that something follows name a field; <c>12:30</c> and <c>http://</c> do not.</summary>
    private bool IsField(int start) =>
        _at > start && _at + 1 < _query.Length && !char.IsWhiteSpace(_query[_at + 1]) && _query[_at + 1] != '/'
        && _query[start.._at].All(char.IsAsciiLetter);

    private int? Tilde()
    {
        if (_at == _query.Length || _query[_at] != '~')
        {
            return null;
        }

        var number = -1;
        for (_at++; _at < _query.Length && char.IsAsciiDigit(_query[_at]); _at++)
        {
            number = Math.Min(10_000, (Math.Max(number, 0) * 10) + (_query[_at] - '0'));
        }

        return number;
    }

    private void Add(LexedKind kind, string text, int at, int? tilde = null) => _pieces.Add(new Lexed(kind, text, at, tilde));
}

/// <summary>Carries a fault out of the depth of a query; never leaves the search.</summary>
internal sealed class QueryException(int at, string says) : Exception(says)
{
    public QueryFault Fault { get; } = new(at, says);
}
