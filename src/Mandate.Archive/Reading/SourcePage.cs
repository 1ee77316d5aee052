using NetVips;

namespace Mandate.Archive.Reading;

/// <summary>A page as its file gives it, before it is turned, straightened and recognised.</summary>
/// <param name="Raster">The whole page in memory, upright by what the file says: one band of grey or three of sRGB, bytes.</param>
/// <param name="Dpi">Pixels an inch.</param>
/// <param name="Bilevel">Whether the page is black and white by nature.</param>
/// <param name="Scan">Whether it is a scan, which may lie askew, rather than a drawn page.</param>
/// <param name="Words">The document's own words; null where the page must be recognised.</param>
/// <param name="Jpeg">The JPEG that the page is, to be passed through; null where it is none.</param>
/// <param name="Problem">What could not be read of it.</param>
internal sealed record SourcePage(Image Raster, int Dpi, bool Bilevel, bool Scan, IReadOnlyList<Word>? Words, PassedJpeg? Jpeg, string? Problem) : IDisposable
{
    public void Dispose() => Raster.Dispose();
}

/// <summary>A JPEG that is passed through untouched, and where it lies on the raster.</summary>
internal sealed record PassedJpeg(byte[] Bytes, JpegHeader Header, bool InvertedCmyk, Placement Placement);

/// <summary>A page or a file cannot be read; the message says why, as a sentence for people.</summary>
internal sealed class ReadingException(string message, Exception? inner = null) : Exception(message, inner);
