using Lucene.Net.Util;
using Mandate.Archive.Search.Analysis;
using Mandate.Archive.Search.Indexing;
using Mandate.Archive.Search.Queries;

namespace Mandate.Archive.Search.Matching;

/// <summary>Makes a query ready for a snapshot.</summary>
internal sealed class Planner
{
    private static readonly string[] Anywhere = [Indexing.Fields.Text, Indexing.Fields.Title];
    private readonly Snapshot _snapshot;
    private readonly Analyser _analyser;
    private readonly TermReaders _readers;
    private readonly FormReader _forms;
    private readonly Bm25 _weights;

    public Planner(Snapshot snapshot, Analyser analyser)
    {
        (_snapshot, _analyser) = (snapshot, analyser);
        _readers = new TermReaders(snapshot);
        _forms = new FormReader(_readers);
        _weights = new Bm25(snapshot.MeanLength);
    }

    /// <summary>The plan of a query.</summary>
    /// <exception cref="QueryException">A pattern stands for too many words.</exception>
    public Plan Of(QueryNode node) => node switch
    {
        AllNode => new RowPlan(_snapshot.Rows, _ => true),
        AndNode and => And(and.Parts),
        OrNode or => new OrPlan([.. or.Parts.Select(Of)]),
        NotNode => And([node]),
        WordNode word => Word(word.Text, word.Scope, 1),
        PatternNode pattern => Terms(Expansion.OfPattern(_snapshot, pattern, FieldsOf(pattern.Scope))),
        FuzzyNode fuzzy => Terms(Expansion.OfFuzzy(_snapshot, fuzzy, FieldsOf(fuzzy.Scope), string.Join('-', Letters.Parts(fuzzy.Text).Select(p => p.Text)))),
        PhraseNode phrase => Phrase(phrase),
        KeyNode { Field: KeyField.Handle } key => Handle(key.Value.ToLowerInvariant()),
        KeyNode key => new RowPlan(_snapshot.Rows, row => string.Equals(ValueOf(row, key.Field), key.Value, StringComparison.OrdinalIgnoreCase)),
        DateNode date => new RowPlan(_snapshot.Rows, row => row.Span is { } span && span.First >= date.From && span.Last <= date.To),
        _ => throw new InvalidOperationException($"Bug in Planner: {node.GetType().Name} is not a node."),
    };

    /// <summary>The pages of one document; it does not score.</summary>
    public Plan Handle(string handle) => Key(Indexing.Fields.Handle, handle);

    /// <summary>One page; it does not score.</summary>
    public Plan Page(string handle, int page) => Key(Indexing.Fields.Id, Indexing.Fields.IdOf(handle, page));

    /// <summary>Pages of which both hold.</summary>
    public static Plan Both(Plan first, Plan second) => new AndPlan([first, second], []);

    /// <summary>A word in all its forms, counting so much.</summary>
    public Plan Word(string text, Scope scope, float weight)
    {
        var parts = _analyser.Parts(text);
        if (parts.Count == 0)
        {
            return new NoPlan();
        }

        if (parts.Count == 1)
        {
            return Forms(parts[0], scope, weight);
        }

        // Written as one word, every two neighbours stand at one place; written apart, they follow one another.
        return Chain([.. parts.Select(p => new Slot(p, null))], scope, null);
    }

    /// <summary>In how many pages' text a word stands: see <see cref="PagesWith(IReadOnlyList{Postings})"/>.</summary>
    public long PagesWith(Lexeme word) => PagesWith(Look(Analyser.Wanted(word), Indexing.Fields.Text));

    private AndPlan And(IReadOnlyList<QueryNode> parts)
    {
        List<Plan> musts = [.. parts.Where(p => p is not NotNode).Select(Of)];
        List<Plan> nots = [.. parts.OfType<NotNode>().Select(n => Of(n.Part))];
        return new AndPlan(musts.Count > 0 ? musts : [Of(new AllNode())], nots);
    }

    private Plan Forms(Lexeme word, Scope scope, float weight)
    {
        var wanted = Analyser.Wanted(word);
        List<Postings> terms = [.. FieldsOf(scope).SelectMany(field => Look(wanted, field))];
        return terms.Count == 0 ? new NoPlan() : new WordPlan(terms, _weights, weight * Rarity(terms));
    }

    private Plan Terms(IEnumerable<(string Field, BytesRef Term, float Weight)> found)
    {
        List<Postings> terms = [.. found.Select(t => Postings.Look(_readers, t.Field, t.Term, t.Weight)).OfType<Postings>()];
        return terms.Count == 0 ? new NoPlan() : new WordPlan(terms, _weights, Rarity(terms));
    }

    private Plan Phrase(PhraseNode node)
    {
        var slots = new List<Slot>();
        foreach (var word in node.Words)
        {
            slots.AddRange(word.AsSpan().ContainsAny('*', '?') ? [new Slot(null, word)] : _analyser.Parts(word).Select(p => new Slot(p, null)));
        }

        return slots switch
        {
            [{ Word: { } word }] => Forms(word, node.Scope, 1),
            [{ Pattern: { } pattern }] => Of(new PatternNode(pattern, node.Scope, node.At)),
            _ => Chain(slots, node.Scope, node.Near, node.At),
        };
    }

    private Plan Chain(IReadOnlyList<Slot> slots, Scope scope, int? near, int at = 0)
    {
        var plans = new List<Plan>();
        foreach (var field in FieldsOf(scope))
        {
            List<IReadOnlyList<Postings>> words = [.. slots.Select(s => Look(s, field, at))];
            if (words.Exists(w => w.Count == 0))
            {
                continue;
            }

            var pairs = near is null ? Pairs(slots, field) : [];
            var continued = near is null && field == Indexing.Fields.Text ? Look([new TermWeight(Lexeme.Continued, 0)], field) : [];
            plans.Add(new PhrasePlan(words, pairs, continued, near, _weights, words.Sum(Rarity)));
        }

        return plans.Count switch { 0 => new NoPlan(), 1 => plans[0], _ => new OrPlan(plans) };
    }

    private List<IReadOnlyList<Postings>> Pairs(IReadOnlyList<Slot> slots, string field) =>
        [.. slots.Zip(slots.Skip(1), (a, b) => a.Word is { } first && b.Word is { } second ? Look(Analyser.Wanted(Analyser.Pair(first, second)), field) : (IReadOnlyList<Postings>)[])];

    private List<Postings> Look(Slot slot, string field, int at) => slot.Word is { } word
        ? Look(Analyser.Wanted(word), field)
        : [.. Expansion.OfPattern(_snapshot, new PatternNode(slot.Pattern!, Scope.Text, at), [field]).Select(t => Postings.Look(_readers, t.Field, t.Term, t.Weight)).OfType<Postings>()];

    /// <summary>Finds each form once, counting as much as the nearest way to it.</summary>
    private List<Postings> Look(IReadOnlyList<TermWeight> wanted, string field)
    {
        var weights = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var (term, weight) in wanted)
        {
            foreach (var form in Lexeme.IsKey(term) ? _forms.Of(term) : [term])
            {
                weights[form] = Math.Max(weight, weights.GetValueOrDefault(form));
            }
        }

        return [.. weights.Select(w => Postings.Look(_readers, field, new BytesRef(w.Key), w.Value)).OfType<Postings>()];
    }

    private Plan Key(string field, string value) =>
        Postings.Look(_readers, field, new BytesRef(value), 0) is { } found ? new WordPlan([found], _weights, 0) : new NoPlan();

    private float Rarity(IReadOnlyList<Postings> terms) => Bm25.Rarity(_snapshot.Pages, PagesWith(terms));

    /// <summary>About how many pages have a word: those with the very word or, if they are more, those with other forms, a page counted for each; 0 for no term.</summary>
    private long PagesWith(IReadOnlyList<Postings> terms) =>
        Math.Min(_snapshot.Pages, terms.GroupBy(t => (t.Field, t.Weight)).Select(g => g.Sum(t => t.Count)).DefaultIfEmpty(0).Max());

    private static string[] FieldsOf(Scope scope) => scope switch
    {
        Scope.Anywhere => Anywhere,
        Scope.Text => [Indexing.Fields.Text],
        Scope.Title => [Indexing.Fields.Title],
        Scope.Author => [Indexing.Fields.Author],
        _ => throw new InvalidOperationException($"Bug in Planner: {scope} is no scope."),
    };

    private static string? ValueOf(Row row, KeyField field) => field switch
    {
        KeyField.Collection => row.Collection,
        KeyField.Language => row.Language,
        KeyField.Kind => row.Kind,
        KeyField.Handle => row.Handle,
        KeyField.Section => row.Section,
        KeyField.Serial => row.Serial,
        KeyField.Standing => row.Standing,
        _ => throw new InvalidOperationException($"Bug in Planner: {field} is no field."),
    };

    /// <summary>A place of a phrase: a word, or a pattern.</summary>
    private readonly record struct Slot(Lexeme? Word, string? Pattern);
}
