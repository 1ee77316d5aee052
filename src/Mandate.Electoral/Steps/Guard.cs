namespace Mandate.Electoral.Steps;

/// <summary>When a step runs: <c>count(passing) = 1</c>, <c>joined</c>, <c>not joined</c>.</summary>
/// <param name="Table">The table looked at.</param>
/// <param name="Kind">What is asked of it.</param>
/// <param name="Number">The number compared with, for counts.</param>
public sealed record Guard(string Table, GuardKind Kind, int Number)
{
    /// <summary>Reads a guard.</summary>
    /// <returns>Null where <paramref name="text"/> is none of the three forms.</returns>
    public static Guard? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            [var name] when TermSum.IsName(name) => new Guard(name, GuardKind.Written, 0),
            ["not", var name] when TermSum.IsName(name) => new Guard(name, GuardKind.NotWritten, 0),
            [var count, "=", var number] when Counted(count) is { } name && int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n)
                => new Guard(name, GuardKind.CountIs, n),
            _ => null,
        };
    }

    /// <summary>Whether the step runs.</summary>
    internal bool Holds(StepContext context) => Kind switch
    {
        GuardKind.Written => context.Find(Table) is not null,
        GuardKind.NotWritten => context.Find(Table) is null,
        GuardKind.CountIs => (context.Find(Table)?.Count ?? 0) == Number,
        _ => throw new InvalidOperationException($"Bug in Guard: kind {Kind}."),
    };

    private static string? Counted(string word) =>
        word.StartsWith("count(", StringComparison.Ordinal) && word.EndsWith(')') && TermSum.IsName(word[6..^1]) ? word[6..^1] : null;
}

/// <summary>What a guard asks of a table.</summary>
public enum GuardKind
{
    /// <summary>An earlier step wrote it.</summary>
    Written,

    /// <summary>No earlier step wrote it.</summary>
    NotWritten,

    /// <summary>It has so many rows.</summary>
    CountIs,
}
