using Mandate.Archive.Search.Analysis;

namespace Mandate.Archive.Search.Queries;

/// <summary>Reads the language of queries.</summary>
/// <remarks>
/// <para><c>word</c> in any of its forms; <c>a b</c> and <c>a AND b</c> both; <c>a OR b</c>; <c>NOT a</c> and <c>-a</c>;
/// <c>( )</c>; <c>+a</c> is the same as <c>a</c>, since every word must be there unless OR says otherwise. AND binds
/// closer than OR. Operators are written in capitals.</para>
/// <para><c>"a b"</c> one after another; <c>"a b"~5</c> in any order with at most 5 words between; <c>elect*</c>,
/// <c>el?ction</c>; <c>word~1</c>, <c>word~2</c> so many letters wrong (<c>word~</c>: one).</para>
/// <para><c>title:</c>, <c>author:</c>, <c>text:</c> before a word, a phrase or <c>( )</c>; <c>collection:</c>,
/// <c>language:</c>, <c>type:</c> or <c>kind:</c>, <c>handle:</c>, <c>section:</c>, <c>serial:</c>, <c>standing:</c>
/// compare the whole; <c>date:2019</c>, <c>date:2019-05..2021</c>, <c>date:2019..</c>, <c>date:[2019 TO 2021]</c>.
/// A date matches where it lies in the range for certain: a document of 2019 is not found by <c>date:2019-05</c>.</para>
/// </remarks>
internal sealed class QueryParser
{
    /// <summary>The longest query in letters.</summary>
    public const int Longest = 500;

    /// <summary>The most words, phrases' words and conditions of one query.</summary>
    public const int MostClauses = 64;

    /// <summary>The most words that one pattern may stand for.</summary>
    public const int MostExpansions = 1000;

    private const int Deepest = 20;
    private readonly List<Lexed> _pieces;
    private readonly int _length;
    private int _next;
    private int _clauses;
    private int _depth;
    private string? _field;

    private QueryParser(string query) => (_pieces, _length) = (QueryLexer.Read(query), query.Length);

    /// <summary>Reads a query: its root, or what is wrong with it.</summary>
    public static (QueryNode? Root, QueryFault? Fault) Parse(string query)
    {
        if (query.Length > Longest)
        {
            return (null, new QueryFault(Longest, $"The query has {query.Length} letters; at most {Longest} are read. Leave some words out."));
        }

        try
        {
            var parser = new QueryParser(query);
            if (parser._pieces.Count == 0)
            {
                return (new AllNode(), null);
            }

            var root = parser.Or();
            if (parser._next < parser._pieces.Count)
            {
                return (null, new QueryFault(parser.Here, "This parenthesis closes none; take it out, or open one before it."));
            }

            return root is null ? (null, new QueryFault(0, "There is no word in the query, only signs; give a word or a number.")) : (root, null);
        }
        catch (QueryException fault)
        {
            return (null, fault.Fault);
        }
    }

    private LexedKind? Peek => _next < _pieces.Count ? _pieces[_next].Kind : null;

    private int Here => _next < _pieces.Count ? _pieces[_next].At : _length;

    private QueryNode? Or()
    {
        if (++_depth > Deepest)
        {
            throw new QueryException(Here, $"More than {Deepest} parentheses stand one in another; write the query flatter.");
        }

        var parts = new List<QueryNode>();
        Add(parts, And());
        while (Peek == LexedKind.Or)
        {
            _next++;
            Add(parts, And());
        }

        _depth--;
        return parts.Count > 1 ? new OrNode(parts) : parts.FirstOrDefault();
    }

    private QueryNode? And()
    {
        var parts = new List<QueryNode>();
        Add(parts, Unary());
        while (Peek is not (null or LexedKind.Or or LexedKind.Close))
        {
            if (Peek == LexedKind.And)
            {
                _next++;
            }

            Add(parts, Unary());
        }

        return parts.Count > 1 ? new AndNode(parts) : parts.FirstOrDefault();
    }

    private QueryNode? Unary()
    {
        var not = false;
        while (Peek is LexedKind.Not or LexedKind.Must)
        {
            not ^= _pieces[_next++].Kind == LexedKind.Not;
        }

        var part = Primary();
        return not && part is not null ? new NotNode(part) : part;
    }

    private QueryNode? Primary()
    {
        var at = Here;
        switch (Peek)
        {
            case LexedKind.Open:
                _next++;
                var inside = Or();
                if (Peek != LexedKind.Close)
                {
                    throw new QueryException(at, "This parenthesis is never closed; close it, or take it out.");
                }

                _next++;
                return inside;
            case LexedKind.Field:
                return Field();
            case LexedKind.Word or LexedKind.Phrase or LexedKind.Range:
                return _field switch
                {
                    null => Words(Scope.Anywhere),
                    "text" => Words(Scope.Text),
                    "title" => Words(Scope.Title),
                    "author" => Words(Scope.Author),
                    "date" or "year" => QueryDates.Read(Counted(_pieces[_next++])),
                    _ => Key(_field),
                };
            case LexedKind.And or LexedKind.Or:
                throw new QueryException(at, $"A word is missing before {_pieces[_next].Text}; put the operator between two words, or write it in small letters to look for it.");
            case null or LexedKind.Close:
                throw new QueryException(at, "A word is missing here; give one, or take the operator before it out.");
            default:
                throw new InvalidOperationException($"Bug in QueryParser: {Peek} begins nothing.");
        }
    }

    private QueryNode? Field()
    {
        var (name, at, outer) = (_pieces[_next].Text, _pieces[_next].At, _field);
        if (name is not ("text" or "title" or "author" or "date" or "year") && KeyOf(name) is null)
        {
            throw new QueryException(at, $"There is no field '{name}'. Fields are title, author, text, date, collection, language, type, handle, section, serial and standing; put the word in quotation marks to look for it with its colon.");
        }

        _next++;
        if (Peek is null or LexedKind.Close or LexedKind.Field or LexedKind.And or LexedKind.Or)
        {
            throw new QueryException(at, $"The field '{name}' has no value; write {name}:value.");
        }

        _field = name;
        var value = Unary();
        _field = outer;
        return value;
    }

    private QueryNode? Words(Scope scope)
    {
        var piece = _pieces[_next++];
        return piece.Kind switch
        {
            LexedKind.Range => throw new QueryException(piece.At, "A range is for dates; write date:[2019 TO 2021]."),
            LexedKind.Phrase => Phrase(piece, scope),
            _ when IsPattern(piece.Text) => Pattern(piece, scope),
            _ when piece.Tilde is { } edits => Fuzzy(piece, edits < 0 ? 1 : edits, scope),
            _ => HasWord(piece.Text) ? new WordNode(Counted(piece).Text, scope) : null,
        };
    }

    private PhraseNode? Phrase(Lexed piece, Scope scope)
    {
        if (piece.Tilde is -1 or > 100)
        {
            throw new QueryException(piece.At, "How near is to be a number from 0 to 100; write \"two words\"~5.");
        }

        var words = piece.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(HasWord).ToList();
        foreach (var word in words)
        {
            var counted = Counted(piece with { Text = word });
            if (IsPattern(word))
            {
                Pattern(counted, scope);
            }
        }

        return words.Count == 0 ? null : new PhraseNode(words, piece.Tilde, scope, piece.At);
    }

    private PatternNode Pattern(Lexed piece, Scope scope)
    {
        var begins = piece.Text.IndexOfAny(['*', '?']);
        if (!HasWord(piece.Text[..begins]))
        {
            throw new QueryException(piece.At, $"The pattern '{piece.Text}' begins with a sign for any letter; begin it with at least one letter.");
        }

        return piece.Tilde is null
            ? new PatternNode(Counted(piece).Text, scope, piece.At)
            : throw new QueryException(piece.At, $"The pattern '{piece.Text}' has a ~ too; leave one of them out.");
    }

    private FuzzyNode? Fuzzy(Lexed piece, int edits, Scope scope) => edits is 1 or 2
        ? HasWord(piece.Text) ? new FuzzyNode(Counted(piece).Text, edits, scope, piece.At) : null
        : throw new QueryException(piece.At, $"Found {piece.Text}~{edits}; at most 2 letters may differ, so write {piece.Text}~1 or {piece.Text}~2.");

    private KeyNode Key(string name)
    {
        var piece = Counted(_pieces[_next++]);
        return piece is { Kind: not LexedKind.Range, Tilde: null } && !IsPattern(piece.Text) && piece.Text.Trim().Length > 0
            ? new KeyNode(KeyOf(name)!.Value, piece.Text.Trim())
            : throw new QueryException(piece.At, $"The field '{name}' is compared as a whole; write {name}:value without *, ?, ~ or brackets.");
    }

    private static KeyField? KeyOf(string name) => name switch
    {
        "collection" => KeyField.Collection,
        "language" => KeyField.Language,
        "type" or "kind" => KeyField.Kind,
        "handle" => KeyField.Handle,
        "section" => KeyField.Section,
        "serial" => KeyField.Serial,
        "standing" => KeyField.Standing,
        _ => null,
    };

    private static bool IsPattern(string word) => word.AsSpan().ContainsAny('*', '?');

    private static bool HasWord(string text) => Letters.Parts(text).Count > 0;

    /// <summary>Counts a clause; a word of several parts is as many.</summary>
    private Lexed Counted(Lexed piece)
    {
        _clauses += piece.Kind == LexedKind.Range ? 1 : Math.Max(1, Letters.Parts(piece.Text).Count);
        return _clauses <= MostClauses ? piece : throw new QueryException(piece.At, $"The query has more than {MostClauses} words; leave some out.");
    }

    private static void Add(List<QueryNode> parts, QueryNode? part)
    {
        if (part is not null)
        {
            parts.Add(part);
        }
    }
}
