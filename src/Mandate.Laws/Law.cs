using Mandate.Electoral;

namespace Mandate.Laws;

/// <summary>An electoral law of one body, in all versions the file holds.</summary>
/// <param name="Id">Country and body, such as <c>kz/majilis</c>.</param>
/// <param name="Title">Name of the law.</param>
/// <param name="Versions">Versions, the oldest first.</param>
/// <param name="Sources">Where the rules were read.</param>
/// <param name="File">Path of the file as shown to the user.</param>
public sealed record Law(string Id, Words Title, IReadOnlyList<LawVersion> Versions, IReadOnlyList<SourceNote> Sources, string File)
{
    /// <summary>The version with an id, or null.</summary>
    public LawVersion? Version(string id) => Versions.FirstOrDefault(v => v.Id == id);

    /// <summary>The version in force on a day: the latest that had begun, unless it had ended.</summary>
    /// <returns>Null where none is. Where the first day in force is not known the day of the act stands in for it; <see cref="LawVersion.From"/> then is null.</returns>
    public LawVersion? On(DateOnly day)
    {
        var begun = Versions.Where(v => (v.From ?? v.ActDay) <= day).OrderBy(v => v.From ?? v.ActDay).LastOrDefault();
        return begun?.Until < day ? null : begun;
    }
}

/// <summary>The text of a law between two dates.</summary>
public sealed record LawVersion
{
    /// <summary>Gets the id of the law.</summary>
    public required string Law { get; init; }

    /// <summary>Gets the id of the version: the day the act was signed, or its year where the day is not known.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the day the act was signed; the first of January where only its year is known.</summary>
    public DateOnly ActDay => DateOnly.ParseExact(Id, ["yyyy-MM-dd", "yyyy"], System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None);

    /// <summary>Gets the act that articles refer to.</summary>
    public required Words Act { get; init; }

    /// <summary>Gets what the version changed, in a few words; null where nothing is said.</summary>
    public Words? Changes { get; init; }

    /// <summary>Gets the first day in force; null where that is unknown.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Gets the last day in force; null where it is unknown or has not come.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Gets what is known of the days in force where a day is not.</summary>
    public Words? InForceNote { get; init; }

    /// <summary>Gets cautions about this version.</summary>
    public IReadOnlyList<Words> Notes { get; init; } = [];

    /// <summary>Gets which two figures make the turnout; null where the version does not say.</summary>
    public Turnout? Turnout { get; init; }

    /// <summary>Gets names of tiers for people, by tier.</summary>
    public required IReadOnlyDictionary<string, Words> TierNames { get; init; }

    /// <summary>Gets each step as the law file writes it, by tier, in order.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> StepLines { get; init; }

    /// <summary>Gets the rules that decide seats.</summary>
    public required Rules Rules { get; init; }

    /// <summary>Gets the reference an election makes, such as <c>kz/majilis@2020-05-25</c>.</summary>
    public string Reference => $"{Law}@{Id}";
}

/// <summary>Turnout as a law defines it.</summary>
/// <param name="Part">Figure above the line.</param>
/// <param name="Of">Figure below the line.</param>
public sealed record Turnout(string Part, string Of);
