using Mandate.Laws;
using Mandate.Results.Import;
using Mandate.Results.Running;

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

        var variant = options.Variant ?? (options.Form.Variants is [var first, ..] ? first.Id : null);
        var plan = options.Layout is { } layout ? ColumnPlan.For(layout, mapping, header, source.Shown, faults) : ColumnPlan.Of(options.Form, variant, mapping, header);
        return plan is null ? null : new ProtocolReader(source, options, mapping, scan.Mark, header, plan, variant, faults).Run();
    }
}

/// <summary>What a file of protocols is checked by.</summary>
/// <param name="Form">The form.</param>
/// <param name="Mapping">Which column is which figure; null where the columns bear the form's own names.</param>
/// <param name="Variant">The form's variant; null for the first, where there are several.</param>
/// <param name="Most">How many findings are kept; the rest is counted.</param>
/// <param name="Progress">Told now and then how many protocols have been read, or null.</param>
public sealed record CheckOptions(Form Form, Mapping? Mapping = null, string? Variant = null, int Most = 1000, Action<long>? Progress = null)
{
    /// <summary>Gets the shape that protocols must have; null takes it from the file.</summary>
    internal Layout? Layout { get; init; }

    /// <summary>Gets what receives each protocol, or null.</summary>
    internal IProtocolSink? Sink { get; init; }
}

/// <summary>Receives the protocols of a file one by one. What it received counts only when the file turns out to have no fault.</summary>
internal interface IProtocolSink
{
    /// <summary>Gets how many units there are, whose numbers are 0 to one less; 0 where any name is taken.</summary>
    int Units { get; }

    /// <summary>The number of a unit.</summary>
    /// <param name="name">The parts of its name with slashes between.</param>
    /// <returns>A number for <see cref="Take"/>; -1 where there is no such unit.</returns>
    int Find(ReadOnlySpan<char> name);

    /// <summary>Receives a protocol.</summary>
    /// <param name="unit">The unit's number.</param>
    /// <param name="row">Its row in the file.</param>
    /// <param name="figures">Its figures in the layout's order; good until this returns.</param>
    /// <param name="state">Whether checks failed, and which.</param>
    /// <param name="outcomes">What became of each check, in the order of the compiled form.</param>
    void Take(int unit, int row, ReadOnlySpan<long> figures, Failing state, ReadOnlySpan<CheckOutcome> outcomes);
}

/// <summary>How grave the gravest failed check of a protocol is.</summary>
internal enum Failing
{
    /// <summary>None failed.</summary>
    Nothing,

    /// <summary>Only warnings.</summary>
    Warnings,

    /// <summary>At least one error.</summary>
    Errors,
}
