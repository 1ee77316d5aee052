namespace Mandate.Archive;

/// <summary>How a print image is coded.</summary>
internal enum PrintCoding
{
    /// <summary>A JPEG file, as PDF's DCTDecode takes it.</summary>
    Jpeg,

    /// <summary>One strip of CCITT Group 4 (T.6), as PDF's CCITTFaxDecode with K −1 takes it.</summary>
    Group4,
}
