using NetVips;

namespace Mandate.Archive.Reading;

/// <summary>A page in levels of grey, a byte a pixel, row by row: 0 is black.</summary>
internal sealed record Grey(byte[] Pixels, int Width, int Height)
{
    /// <summary>Takes the pixels of an image of one band of bytes.</summary>
    public static Grey Of(Image image) => new(image.WriteToMemory<byte>(), image.Width, image.Height);

    /// <summary>Lends the pixels to an image; they must not change while it lives.</summary>
    public Image ToImage() => Image.NewFromMemory<byte>(Pixels, Width, Height, 1, Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Bw);
}
