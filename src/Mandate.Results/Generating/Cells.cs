namespace Mandate.Results.Generating;

/// <summary>The cells of a protocol by the form <c>zz-precinct</c>: these, and then the votes of each list.</summary>
internal static class Cells
{
    public const int Registered = 0;
    public const int Added = 1;
    public const int Received = 2;
    public const int Issued = 3;
    public const int Cancelled = 4;
    public const int Spoiled = 5;
    public const int Found = 6;
    public const int Invalid = 7;
    public const int Valid = 8;
    public const int Votes = 9;

    /// <summary>A cell with nothing in it.</summary>
    public const long Blank = -1;

    /// <summary>The form's names of the cells before the votes.</summary>
    public static readonly string[] Names = ["registered", "added", "received", "issued", "cancelled", "spoiled", "found", "invalid", "valid"];
}
