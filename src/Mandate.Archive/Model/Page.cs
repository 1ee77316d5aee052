namespace Mandate.Archive;

/// <summary>A page of a document, in one of its versions.</summary>
/// <param name="Handle">The document.</param>
/// <param name="Id">Its id: its position in the first edition for ever, from 1.</param>
/// <param name="Version">Version of the page, from 1; a re-scan makes the next.</param>
/// <param name="IsCurrent">Whether it is the version that is shown.</param>
/// <param name="Position">Its place in the reading order, from 1.</param>
/// <param name="Label">The printed label, such as <c>xii</c> or <c>345</c>; null where there is none.</param>
/// <param name="Edition">The edition it comes from.</param>
/// <param name="SourcePage">Its page in that edition's file, from 1.</param>
/// <param name="State">Whether it can be read.</param>
/// <param name="Problem">What stood in the way of reading it, or null.</param>
/// <param name="Language">Its main language (ISO 639-1), or null.</param>
/// <param name="Confidence">Mean confidence of the recognised words, 0 to 100; null where none was recognised.</param>
/// <param name="Turned">By how many degrees it was turned upright: 0, 90, 180 or 270.</param>
/// <param name="Skew">Degrees by which it was set straight.</param>
/// <param name="Images">The images the reader may see; null where none is there for him.</param>
public sealed record Page(
    Handle Handle, int Id, int Version, bool IsCurrent, int Position, string? Label, int Edition, int SourcePage, PageState State, string? Problem,
    string? Language, double? Confidence, int Turned, double Skew, PageImages? Images);

/// <summary>Where a page stands.</summary>
public enum PageState
{
    /// <summary>It waits to be read.</summary>
    Waiting,

    /// <summary>It is read.</summary>
    Read,

    /// <summary>It could not be read, or not wholly; what there is of it is kept.</summary>
    Problem,

    /// <summary>It is read, but restricted, and no public image has been released yet.</summary>
    Withheld,
}

/// <summary>The files made of a page.</summary>
/// <param name="View">The image for a browser.</param>
/// <param name="Thumb">A small image of it.</param>
/// <param name="Print">The image for a PDF.</param>
/// <param name="Compact">A bilevel image for a small PDF; null where there is none.</param>
/// <param name="Alto">SHA-256 of its words as ALTO.</param>
public sealed record PageImages(StoredImage View, StoredImage Thumb, StoredPrint Print, StoredPrint? Compact, string Alto);

/// <summary>An image for a browser.</summary>
/// <param name="Sha256">SHA-256 of its bytes.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
public sealed record StoredImage(string Sha256, string MediaType, int Width, int Height);

/// <summary>An image as a PDF takes it in, and where it lies on the page's frame.</summary>
/// <param name="Sha256">SHA-256 of its bytes.</param>
/// <param name="Coding"><c>jpeg</c> or <c>group4</c>.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Components">Colour components: 1, 3 or 4.</param>
/// <param name="InvertedCmyk">Whether four components are written inverted.</param>
/// <param name="BlackIsOne">Whether a bit of 1 is black.</param>
/// <param name="Placement">The six numbers a b c d e f that lead from its pixels to the frame's.</param>
public sealed record StoredPrint(string Sha256, string Coding, int Width, int Height, int Components, bool InvertedCmyk, bool BlackIsOne, IReadOnlyList<double> Placement);
