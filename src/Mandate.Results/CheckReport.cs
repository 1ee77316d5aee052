using Mandate.Laws;

namespace Mandate.Results;

/// <summary>What the checks of a form say of a file of protocols.</summary>
/// <param name="File">The file as the user knows it.</param>
/// <param name="Form">The form.</param>
/// <param name="Variant">The form's variant, or null.</param>
/// <param name="Reading">How the file was read.</param>
/// <param name="Protocols">How many protocols were read: one a row.</param>
/// <param name="Lists">Ids of the lists.</param>
/// <param name="Checks">Every check with how it went.</param>
/// <param name="Blanks">Protocols in which a required figure is blank.</param>
/// <param name="Findings">The first findings, in the order of the file.</param>
/// <param name="More">How many findings there are beyond these.</param>
/// <param name="Errors">Findings that are errors.</param>
/// <param name="Warnings">Findings that are warnings.</param>
/// <param name="UnitsWithErrors">Protocols with at least one error.</param>
/// <param name="Totals">The file's sums, by figure and list.</param>
public sealed record CheckReport(
    string File, Form Form, string? Variant, FileReading Reading, long Protocols, IReadOnlyList<string> Lists, IReadOnlyList<CheckTally> Checks, long Blanks,
    IReadOnlyList<ProtocolFinding> Findings, long More, long Errors, long Warnings, long UnitsWithErrors, IReadOnlyList<FigureTotal> Totals);

/// <summary>How a file was read.</summary>
/// <param name="Encoding">Its encoding.</param>
/// <param name="Mark">Whether a byte order mark named it.</param>
/// <param name="Delimiter">The letter between fields.</param>
/// <param name="Numbers">How it writes numbers.</param>
public sealed record FileReading(string Encoding, bool Mark, char Delimiter, string Numbers);

/// <summary>How a check went over all protocols; a check for each list counts once a list.</summary>
/// <param name="Check">The check.</param>
/// <param name="Failed">How often figures failed it.</param>
/// <param name="Held">How often they passed it or it did not apply.</param>
/// <param name="Unchecked">How often a figure it needs was blank.</param>
/// <param name="Silent">How often an earlier failure made it needless.</param>
public sealed record CheckTally(Check Check, long Failed, long Held, long Unchecked, long Silent);

/// <summary>One failed check in one protocol.</summary>
/// <param name="Unit">The unit, as the columns name it.</param>
/// <param name="Row">Its row in the file, the header's row counted.</param>
/// <param name="Code">The check's code; <c>required</c> where a required figure is blank.</param>
/// <param name="Level">How grave it is.</param>
/// <param name="List">The list it speaks of, or null.</param>
/// <param name="Check">The check; null where a required figure is blank.</param>
/// <param name="Figure">The blank figure, or null.</param>
/// <param name="Arithmetic">The figures; null where one is blank.</param>
public sealed record ProtocolFinding(string Unit, long Row, string Code, CheckLevel Level, string? List, Check? Check, Figure? Figure, Arithmetic? Arithmetic)
{
    /// <summary>The code of a finding that a required figure is blank.</summary>
    public const string Required = "required";

    private static readonly Words BlankWords = new(new Dictionary<string, string>
    {
        ["en"] = "A required figure is blank.",
        ["kk"] = "Міндетті сан көрсетілмеген.",
        ["ru"] = "Обязательное число не указано.",
    });

    /// <summary>What it says to a role.</summary>
    public Words Says(string role) => Check?.Says[role] ?? BlankWords;
}

/// <summary>The sum of a figure, or of one list's, over the protocols in which it is known.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="List">The list, or null.</param>
/// <param name="Sum">The sum.</param>
/// <param name="Known">In how many protocols it is known.</param>
public sealed record FigureTotal(Figure Figure, string? List, long Sum, long Known);
