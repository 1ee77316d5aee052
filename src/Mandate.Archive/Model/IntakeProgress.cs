namespace Mandate.Archive;

/// <summary>How far an intake has come.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Done">How many are done.</param>
/// <param name="Of">Of how many.</param>
/// <param name="Current">The last one.</param>
public readonly record struct IntakeProgress(IntakeStage Stage, int Done, int Of, string Current);

/// <summary>What an intake is doing.</summary>
public enum IntakeStage
{
    /// <summary>Keeping originals and recording documents.</summary>
    TakingIn,

    /// <summary>Reading pages.</summary>
    Reading,

    /// <summary>Bringing the index up to date.</summary>
    Indexing,
}

/// <summary>What a run of reading did.</summary>
/// <param name="Pages">Pages read.</param>
/// <param name="Problems">Of these, pages with a problem.</param>
/// <param name="Left">Why pages still wait, an original each: it is missing or altered.</param>
public sealed record PagesRead(int Pages, int Problems, IReadOnlyList<string> Left);
