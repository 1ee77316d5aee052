namespace Mandate.Electoral;

/// <summary>What one step did, as data; words are chosen by step and outcome.</summary>
/// <param name="Step">The step's word, such as <c>allocate</c>.</param>
/// <param name="Id">Its id in the tier; lots name it.</param>
/// <param name="Outcome">A key that says how it ended, such as <c>quota</c>.</param>
/// <param name="Article">Article of the version's act; null where it is not known.</param>
/// <param name="Arguments">Figures that the sentence about the step uses.</param>
public sealed record StepTrace(
    string Step,
    string Id,
    string Outcome,
    string? Article,
    IReadOnlyDictionary<string, Argument> Arguments)
{
    private readonly Lazy<IReadOnlyList<TraceRow>> rows = new([]);

    /// <summary>Initialises a trace whose rows are worked out only when somebody reads them.</summary>
    /// <param name="step">The step's word.</param>
    /// <param name="id">Its id in the tier.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="article">The article, or null.</param>
    /// <param name="arguments">Figures of the sentence.</param>
    /// <param name="rows">Makes one row per contender or round, in the order to be read.</param>
    public StepTrace(string step, string id, string outcome, string? article, IReadOnlyDictionary<string, Argument> arguments, Func<IReadOnlyList<TraceRow>> rows)
        : this(step, id, outcome, article, arguments) => this.rows = new Lazy<IReadOnlyList<TraceRow>>(rows);

    /// <summary>Gets one row per contender or round, in the order to be read.</summary>
    public IReadOnlyList<TraceRow> Rows => rows.Value;
}

/// <summary>A line of a step's table.</summary>
/// <param name="Contender">Whom it is about; null for a line about none.</param>
/// <param name="Outcome">A key for the words, such as <c>passed</c>.</param>
/// <param name="Arguments">Its figures.</param>
public sealed record TraceRow(string? Contender, string Outcome, IReadOnlyDictionary<string, Argument> Arguments);

/// <summary>A value in a derivation.</summary>
public abstract record Argument
{
    private Argument()
    {
    }

    /// <summary>A count of votes, seats, persons or days.</summary>
    public sealed record Count(long Value) : Argument;

    /// <summary>An exact number: a quota, a quotient, a remainder.</summary>
    public sealed record Exact(Ratio Value) : Argument;

    /// <summary>A number whose square is exact: a quotient of Huntington and Hill.</summary>
    public sealed record Root(Ratio Square) : Argument;

    /// <summary>A share of a base, and the limit it must not be rounded across.</summary>
    public sealed record Share(Ratio Value, Ratio? Limit) : Argument;

    /// <summary>Contenders by id.</summary>
    public sealed record Contenders(IReadOnlyList<string> Ids) : Argument;

    /// <summary>A term that is translated, such as a method's or a figure's name.</summary>
    public sealed record Term(string Key) : Argument;

    /// <summary>A sentence part with its own figures, such as one condition of a threshold.</summary>
    public sealed record Phrase(string Key, IReadOnlyDictionary<string, Argument> Parts) : Argument;

    /// <summary>Several parts, all of them or any of them.</summary>
    public sealed record Joined(bool All, IReadOnlyList<Argument> Parts) : Argument;

    /// <summary>A day.</summary>
    public sealed record Day(DateOnly Value) : Argument;

    /// <summary>A name or a formula, written as it is.</summary>
    public sealed record Text(string Value) : Argument;
}
