namespace Mandate.Archive.Reading;

/// <summary>What reading a page made. Files are whole paths in the folder that the caller named.</summary>
/// <param name="Text">The words, in pixels of the frame.</param>
/// <param name="View">The page to look at, upright and straight; its size may be smaller than the frame's.</param>
/// <param name="Thumb">A small picture of it.</param>
/// <param name="Print">The image a PDF embeds.</param>
/// <param name="Compact">A black-and-white image for a small PDF; null where the page is no scan.</param>
/// <param name="AltoFile">The words as ALTO 4.</param>
/// <param name="Skew">Degrees by which the page lay turned clockwise, and was turned back; 0 where it lay straight.</param>
/// <param name="Turned">Degrees clockwise by which the page was turned to stand upright, beyond what the file itself says: 0, 90, 180 or 270.</param>
/// <param name="Problem">Why the page could not be read, whole or in part, as a sentence; null where nothing is wrong.</param>
internal sealed record PageReading(PageText Text, ImageFile View, ImageFile Thumb, PrintImage Print, PrintImage? Compact, string AltoFile, double Skew, int Turned, string? Problem);

/// <summary>An image in a file.</summary>
internal sealed record ImageFile(string File, string MediaType, int Width, int Height);

/// <summary>An image as a PDF embeds it, and where it lies on the frame.</summary>
/// <remarks>The point (x, y) of the image, y down, lies at (A·x + C·y + E, B·x + D·y + F) of the frame, y down.</remarks>
/// <param name="File">The file with the bytes to embed.</param>
/// <param name="Coding">How they are coded.</param>
/// <param name="Width">Width of the image in its own pixels.</param>
/// <param name="Height">Height of the image in its own pixels.</param>
/// <param name="Components">1 grey or bilevel, 3 colour, 4 CMYK.</param>
/// <param name="InvertedCmyk">Whether CMYK is kept inverted, so that a PDF needs Decode [1 0 1 0 1 0 1 0].</param>
/// <param name="BlackIsOne">Group 4 only: whether the decoded bit 1 is black, PDF's BlackIs1.</param>
/// <param name="A">Frame pixels to the right for each pixel to the right.</param>
/// <param name="B">Frame pixels down for each pixel to the right.</param>
/// <param name="C">Frame pixels to the right for each pixel down.</param>
/// <param name="D">Frame pixels down for each pixel down.</param>
/// <param name="E">Where the image's corner lies, from the left.</param>
/// <param name="F">Where the image's corner lies, from the top.</param>
internal sealed record PrintImage(string File, PrintCoding Coding, int Width, int Height, int Components, bool InvertedCmyk, bool BlackIsOne, double A, double B, double C, double D, double E, double F)
{
    /// <summary>Where the image lies.</summary>
    public Placement Placement => new(A, B, C, D, E, F);

    /// <summary>An image at a place.</summary>
    public static PrintImage At(Placement place, string file, PrintCoding coding, int width, int height, int components, bool invertedCmyk = false) =>
        new(file, coding, width, height, components, invertedCmyk, BlackIsOne: false, place.A, place.B, place.C, place.D, place.E, place.F);
}
