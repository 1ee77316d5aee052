using System.Text;

namespace Mandate.Archive;

/// <summary>The words of a page, in the order in which one reads them.</summary>
/// <remarks>
/// A word's place in <see cref="Words"/> is its ordinal. The index holds the same ordinals, so a hit's box is looked up
/// here. Boxes are pixels of the page's frame: the page set upright and straight, <see cref="Width"/> × <see cref="Height"/>
/// at <see cref="Dpi"/>.
/// </remarks>
/// <param name="Width">Width of the frame in pixels; at least 1.</param>
/// <param name="Height">Height of the frame in pixels; at least 1.</param>
/// <param name="Dpi">Pixels an inch.</param>
/// <param name="Origin">Where the words come from.</param>
/// <param name="Language">The page's main language (ISO 639-1), such as <c>kk</c>; null where it is not known.</param>
/// <param name="Words">The words.</param>
public sealed record PageText(int Width, int Height, int Dpi, TextOrigin Origin, string? Language, IReadOnlyList<Word> Words)
{
    /// <summary>The mean confidence of words that were recognised, 0 to 100; null where none was.</summary>
    public double? Confidence
    {
        get
        {
            long sum = 0, count = 0;
            foreach (var word in Words)
            {
                if (word.Confidence is { } confidence)
                {
                    sum += confidence;
                    count++;
                }
            }

            return count == 0 ? null : (double)sum / count;
        }
    }

    /// <summary>The raw text: words parted by spaces, a line of the page a line, an empty line between blocks.</summary>
    public string Raw()
    {
        var text = new StringBuilder();
        Word? before = null;
        foreach (var word in Words)
        {
            if (before is { } last)
            {
                text.Append(word.Block != last.Block ? "\n\n" : word.Line != last.Line ? "\n" : " ");
            }

            text.Append(word.Text);
            before = word;
        }

        return text.Length == 0 ? string.Empty : text.Append('\n').ToString();
    }
}

/// <summary>A word on a page: letters without a space.</summary>
/// <param name="Text">Its letters; never empty, never with white space.</param>
/// <param name="Box">Where it stands.</param>
/// <param name="Confidence">How sure the recognition is, 0 to 100; null where the text is the document's own.</param>
/// <param name="Line">Number of its line on the page, from 0, never falling from word to word.</param>
/// <param name="Block">Number of its block on the page, from 0, never falling from word to word.</param>
public readonly record struct Word(string Text, Box Box, byte? Confidence, int Line, int Block);

/// <summary>Where the words of a page come from.</summary>
public enum TextOrigin
{
    /// <summary>The page has no text.</summary>
    None,

    /// <summary>The document's own text.</summary>
    Digital,

    /// <summary>Recognised from the image.</summary>
    Recognised,
}
