namespace Mandate.Results.Entries;

/// <summary>How an election has its protocols entered.</summary>
/// <param name="Entries">How many readings must agree in every cell: 1 or 2, each by another person.</param>
/// <param name="Scan">What a reading of the paper's image counts as; it cannot be accepted by itself.</param>
/// <param name="Import">What a reading from a file counts as.</param>
/// <param name="ErrorsAcceptable">Whether a coordinator may order figures accepted that have errors.</param>
/// <param name="ErrorsStop">When errors put a protocol into quarantine.</param>
/// <param name="Reasons">Reasons for which a coordinator may set a protocol aside: small letters, digits and hyphens.</param>
public sealed record EntryRules(int Entries, ThirdUse Scan, ThirdUse Import, bool ErrorsAcceptable, ErrorsStop ErrorsStop, IReadOnlyList<string> Reasons)
{
    /// <summary>The reason of a quarantine that errors cause.</summary>
    public const string Errors = "errors";

    /// <summary>The reason of a quarantine that a third reading causes.</summary>
    public const string ThirdDiffers = "third-differs";

    /// <summary>Gets two entries, third readings compared, errors accepted by order only, and the reasons tally centres know.</summary>
    public static EntryRules Standard { get; } = new(
        2, ThirdUse.Compared, ThirdUse.Compared, true, ErrorsStop.FirstEntry,
        ["unreadable", "page-missing", "signature-missing", "wrong-unit", "duplicate", "tampering", "complaint", "other"]);

    /// <summary>What makes these rules impossible, one line a fault; empty where nothing does.</summary>
    public IReadOnlyList<string> Faults
    {
        get
        {
            var faults = new List<string>();
            if (Entries is not (1 or 2))
            {
                faults.Add($"{Entries} entries; expected 1 or 2.");
            }

            if (Scan == ThirdUse.Acceptance)
            {
                faults.Add("A scan is accepted by itself; expected refused, compared or entry, since a machine's reading needs a person.");
            }

            faults.AddRange(Reasons.Where(r => r is Errors or ThirdDiffers || !IsCode(r))
                .Select(r => $"The reason '{r}'; expected small letters, digits and hyphens, at most 64, and neither '{Errors}' nor '{ThirdDiffers}'."));
            return faults;
        }
    }

    /// <summary>What a source counts as.</summary>
    public ThirdUse Use(ThirdSource source) => source == ThirdSource.Scan ? Scan : Import;

    private static bool IsCode(string text) => text.Length is >= 1 and <= 64 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}

/// <summary>What a reading that no person keyed counts as.</summary>
public enum ThirdUse
{
    /// <summary>It is not taken.</summary>
    Refused,

    /// <summary>It is compared once the entries are done.</summary>
    Compared,

    /// <summary>It stands in for an entry that is missing; beside a full number of entries it is compared.</summary>
    Entry,

    /// <summary>Where nobody has keyed anything it is accepted by itself if its checks hold; else it counts as an entry.</summary>
    Acceptance,
}

/// <summary>When errors put a protocol into quarantine.</summary>
public enum ErrorsStop
{
    /// <summary>As soon as the first entry is finished with errors.</summary>
    FirstEntry,

    /// <summary>Once entries agree on figures with errors; a slip of one typist is then found by the other.</summary>
    Agreement,
}
