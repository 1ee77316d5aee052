namespace Mandate.Archive.Search.Queries;

/// <summary>Why a query cannot be run.</summary>
/// <param name="At">The letter of the query at which the trouble is, from 0; its length where something is missing at the end.</param>
/// <param name="Says">What was found, and what to do.</param>
internal sealed record QueryFault(int At, string Says);

/// <summary>Whether a query can be run, and whether it can be kept as an alert.</summary>
/// <param name="Fault">What is wrong with it; null where nothing is.</param>
/// <param name="WhyNoAlert">Why it cannot be an alert; null where it can.</param>
internal sealed record QueryCheck(QueryFault? Fault, string? WhyNoAlert)
{
    /// <summary>Whether it can be run.</summary>
    public bool IsValid => Fault is null;

    /// <summary>Whether it can be an alert.</summary>
    public bool CanAlert => Fault is null && WhyNoAlert is null;

    /// <summary>Checks a query without running it. What its patterns match is only known to an index.</summary>
    public static QueryCheck Of(string query)
    {
        var parsed = QueryParser.Parse(query);
        var why = parsed.Fault is { } fault ? fault.Says
            : parsed.Root is AllNode ? "An alert needs a word to look for; this query is empty."
            : FindsWhatIsNotNamed(parsed.Root!) ? "An alert needs a word that must be there; this query only says what must not, so every new page would set it off."
            : null;
        return new QueryCheck(parsed.Fault, why);
    }

    private static bool FindsWhatIsNotNamed(QueryNode node) => node switch
    {
        AllNode or NotNode => true,
        AndNode and => and.Parts.All(FindsWhatIsNotNamed),
        OrNode or => or.Parts.Any(FindsWhatIsNotNamed),
        WordNode or PatternNode or FuzzyNode or PhraseNode or KeyNode or DateNode => false,
        _ => throw new InvalidOperationException($"Bug in QueryCheck: {node.GetType().Name} is not a node."),
    };
}
