namespace Mandate.Archive.Pdf;

/// <summary>The image of a page as a PDF keeps it: its coded bytes, untouched.</summary>
/// <param name="Coding">How the bytes are coded.</param>
/// <param name="Bytes">A whole JPEG file, or the codes of one Group 4 strip without a header.</param>
/// <param name="Width">Pixels a row; at least 1.</param>
/// <param name="Height">Rows; at least 1.</param>
/// <param name="Components">Channels of a JPEG: 1 grey, 3 colour, 4 ink. Group 4 has 1.</param>
/// <param name="InvertedCmyk">Whether a JPEG of 4 channels holds 255 for "no ink", as Adobe's programs write them.</param>
/// <param name="BlackIsOne">Group 4 only, and PDF's <c>BlackIs1</c>: false where what is coded as black is to be seen black (a TIFF with WhiteIsZero), true where it is to be seen white (BlackIsZero).</param>
/// <param name="Placement">Where its pixels stand on the page's frame.</param>
internal sealed record SheetImage(PrintCoding Coding, byte[] Bytes, int Width, int Height, int Components, bool InvertedCmyk, bool BlackIsOne, Placement Placement);
