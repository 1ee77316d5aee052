using System.Globalization;

namespace Mandate.Results.Ledger;

/// <summary>What kind of thing is wrong with a stored ledger.</summary>
public enum AuditFault
{
    /// <summary>Leaves are not there: a gap in the numbers, or an end before what a checkpoint covers.</summary>
    LeafMissing,

    /// <summary>A number comes a second time or too late.</summary>
    LeafOutOfOrder,

    /// <summary>A leaf's bytes do not give the hash that is stored beside them.</summary>
    LeafAltered,

    /// <summary>One or more of these leaves are not what was signed: altered, moved, put in, or taken out and the rest numbered anew.</summary>
    LeavesAltered,

    /// <summary>A leaf is not canonical JSON.</summary>
    LeafNotCanonical,

    /// <summary>A leaf is longer than the log's format can hold.</summary>
    LeafTooLong,

    /// <summary>No checkpoint covers these leaves: nothing signed says that they are right.</summary>
    LeavesUncovered,

    /// <summary>A checkpoint is not there: a gap in their numbers.</summary>
    CheckpointMissing,

    /// <summary>A checkpoint's number comes a second time or too late.</summary>
    CheckpointOutOfOrder,

    /// <summary>A checkpoint cannot be read.</summary>
    CheckpointMalformed,

    /// <summary>A checkpoint is not signed by a known key, or a known key's signature does not fit.</summary>
    CheckpointUnsigned,

    /// <summary>A checkpoint is of another log.</summary>
    CheckpointOfOtherOrigin,

    /// <summary>A checkpoint is smaller than the one before it.</summary>
    CheckpointShrinks,

    /// <summary>Two signed checkpoints of one size have different roots: the holder of the key has signed two histories.</summary>
    CheckpointsDisagree,

    /// <summary>A signed checkpoint has another root than leaves that a later checkpoint proves.</summary>
    CheckpointWrong,

    /// <summary>Checkpoints that could not be compared with the leaves, since a leaf before them is missing or altered.</summary>
    CheckpointsUnchecked,
}

/// <summary>Leaves by number, both ends included.</summary>
public readonly record struct LeafRange(long First, long Last)
{
    /// <summary>Writes <c>leaf 7</c> or <c>leaves 7 to 9</c>.</summary>
    public override string ToString() => First == Last
        ? string.Create(CultureInfo.InvariantCulture, $"leaf {First}")
        : string.Create(CultureInfo.InvariantCulture, $"leaves {First} to {Last}");
}

/// <summary>A checkpoint by its number, among those of the store or among those kept outside of it.</summary>
/// <param name="Number">The number, 0 for the first.</param>
/// <param name="IsOutside">Whether it was kept outside of the store.</param>
public readonly record struct CheckpointNumber(long Number, bool IsOutside = false)
{
    /// <summary>Writes <c>checkpoint 7</c> or <c>outside checkpoint 7</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsOutside ? "outside " : "")}checkpoint {Number}");
}

/// <summary>One thing that is wrong with a stored ledger.</summary>
/// <param name="Fault">The kind.</param>
/// <param name="Leaves">The leaves concerned, or null.</param>
/// <param name="Checkpoint">The checkpoint concerned or, with leaves, the first that shows it; or null.</param>
/// <param name="Found">What was found.</param>
/// <param name="Expected">What was expected.</param>
public sealed record AuditFinding(AuditFault Fault, LeafRange? Leaves, CheckpointNumber? Checkpoint, string Found, string Expected)
{
    /// <summary>Writes the place, what was found and what was expected.</summary>
    public override string ToString() => $"{(Leaves is { } leaves ? leaves.ToString() : Checkpoint?.ToString() ?? "ledger")}: found {Found}; expected {Expected}";
}
