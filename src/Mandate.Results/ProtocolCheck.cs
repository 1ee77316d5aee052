using Mandate.Laws;
using Mandate.Results.Import;

namespace Mandate.Results;

/// <summary>Reads a file of protocols and puts each to the checks of a form; a file with any fault gives none.</summary>
public static class ProtocolCheck
{
    /// <summary>Checks a file on disk; a zip with one CSV inside may stand for it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What to check it by.</param>
    /// <returns>The report, or null with every fault by row and column.</returns>
    public static (CheckReport? Report, Findings Faults) File(string path, CheckOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = new Findings();
        using var source = Source.Of(path, path, options.Mapping?.Format.Member, faults);
        return (source is null ? null : Run(source, options, faults), faults);
    }

    /// <summary>Checks a stream, which is first kept aside on disk since it is read more than once.</summary>
    /// <param name="stream">The stream; it stays open.</param>
    /// <param name="shown">Its name for people.</param>
    /// <param name="options">What to check it by.</param>
    /// <returns>The report, or null with every fault by row and column.</returns>
    public static (CheckReport? Report, Findings Faults) Stream(Stream stream, string shown, CheckOptions options)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(options);
        var faults = new Findings();
        using var source = Source.Of(stream, shown, options.Mapping?.Format.Member, faults);
        return (source is null ? null : Run(source, options, faults), faults);
    }

    private static CheckReport? Run(Source source, CheckOptions options, Findings faults)
    {
        if (ByteScan.Of(source, options.Mapping?.Format.Encoding?.ToLowerInvariant(), faults) is not { } scan
            || Header.Of(scan, options.Mapping?.Format ?? FileFormat.Unknown, ColumnPlan.Wanted(options.Mapping), source.Shown, faults) is not { } header
            || (options.Mapping ?? ColumnPlan.ByName(options.Form, header, source.Shown, faults)) is not { } mapping)
        {
            return null;
        }

        return new ProtocolReader(source, options, mapping, scan.Mark, header, faults).Run();
    }
}

/// <summary>What a file of protocols is checked by.</summary>
/// <param name="Form">The form.</param>
/// <param name="Mapping">Which column is which figure; null where the columns bear the form's own names.</param>
/// <param name="Variant">The form's variant; null for the first, where there are several.</param>
/// <param name="Most">How many findings are kept; the rest is counted.</param>
/// <param name="Progress">Told now and then how many protocols have been read, or null.</param>
public sealed record CheckOptions(Form Form, Mapping? Mapping = null, string? Variant = null, int Most = 1000, Action<long>? Progress = null);
