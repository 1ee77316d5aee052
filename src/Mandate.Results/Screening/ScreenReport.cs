namespace Mandate.Results.Screening;

/// <summary>What the screens ask about a table of protocols.</summary>
/// <param name="Rules">The limits.</param>
/// <param name="Protocols">How many protocols were looked at.</param>
/// <param name="Tallies">Every screen with how often it asks; a screen that could not look says so.</param>
/// <param name="Findings">What they ask, by screen, then in the order of the units.</param>
public sealed record ScreenReport(ScreenRules Rules, int Protocols, IReadOnlyList<ScreenTally> Tallies, IReadOnlyList<ScreenFinding> Findings);

/// <summary>How often a screen asks.</summary>
/// <param name="Screen">The screen.</param>
/// <param name="Ran">Whether it could look: some need a previous election or votes by list.</param>
/// <param name="Count">How often it asks, findings that were not kept among them.</param>
public sealed record ScreenTally(Screen Screen, bool Ran, int Count);

/// <summary>One question to the paper.</summary>
/// <param name="Screen">Which screen asks, with its words.</param>
/// <param name="Units">The units it is about; where many have the same figures, the first twenty.</param>
/// <param name="Figures">The figures of the first unit that it is about.</param>
/// <param name="Found">What was measured, as <see cref="Screen.Measure"/> names it.</param>
/// <param name="Expected">What was expected in the same measure.</param>
/// <param name="Limit">The limit that was passed, in the same measure.</param>
/// <param name="Readings">Readings under which the relations would hold: each a question to the paper, never a correction. Empty for most screens.</param>
public sealed record ScreenFinding(
    Screen Screen, IReadOnlyList<string> Units, IReadOnlyList<ScreenFigure> Figures, string Found, string Expected, string Limit, IReadOnlyList<Reading> Readings)
{
    /// <summary>Gets the stable code, such as <c>D.01</c>.</summary>
    public string Code => Screen.Code;

    /// <summary>Gets the place of the first unit in the table.</summary>
    internal int First { get; init; }
}

/// <summary>A figure of a protocol.</summary>
/// <param name="Figure">Its id in the form.</param>
/// <param name="List">The list it belongs to, or null.</param>
/// <param name="Value">Its value.</param>
public sealed record ScreenFigure(string Figure, string? List, long Value);

/// <summary>One way in which the paper may be meant.</summary>
/// <param name="Changes">The figures that would read otherwise.</param>
public sealed record Reading(IReadOnlyList<ReadFigure> Changes);

/// <summary>A figure that may be meant otherwise.</summary>
/// <param name="Figure">Its id in the form.</param>
/// <param name="List">The list it belongs to, or null.</param>
/// <param name="Written">What the protocol has.</param>
/// <param name="Perhaps">What may be meant.</param>
public sealed record ReadFigure(string Figure, string? List, long Written, long Perhaps);
