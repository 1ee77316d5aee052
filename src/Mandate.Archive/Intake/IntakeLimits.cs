namespace Mandate.Archive.Intake;

/// <summary>How much one intake may bring; what is beyond is refused, not cut.</summary>
internal sealed record IntakeLimits
{
    /// <summary>The limits that hold where none are named.</summary>
    public static IntakeLimits Default { get; } = new();

    /// <summary>Gets the most files of one source, folders not counted; 100,000.</summary>
    public int Files { get; init; } = 100_000;

    /// <summary>Gets how many folders may lie within each other; 32.</summary>
    public int Depth { get; init; } = 32;

    /// <summary>Gets the most bytes of one file; 4 GB.</summary>
    public long FileBytes { get; init; } = 4_000_000_000;

    /// <summary>Gets the most bytes of a source's files together; 200 GB.</summary>
    public long Bytes { get; init; } = 200_000_000_000;

    /// <summary>Gets how many times its packed size one file of an archive may have; 1,000.</summary>
    public int FileRatio { get; init; } = 1_000;

    /// <summary>Gets how many times its own size an archive's files may have together; 200.</summary>
    public int Ratio { get; init; } = 200;

    /// <summary>Gets the bytes up to which neither ratio is asked about; 10 MB. Blank pages pack very small.</summary>
    public long RatioFrom { get; init; } = 10_000_000;

    /// <summary>Gets the most bytes of a table or manifest; 200 MB.</summary>
    public long TableBytes { get; init; } = 200_000_000;

    /// <summary>Gets the most rows of a table; 200,000.</summary>
    public int Rows { get; init; } = 200_000;
}
