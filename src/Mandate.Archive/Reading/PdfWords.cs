using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace Mandate.Archive.Reading;

/// <summary>Makes words of a PDF's letters: letters that follow each other on a base line without a gap.</summary>
internal static class PdfWords
{
    /// <summary>A gap of more than this share of the letters' size parts words, where no space is written.</summary>
    private const double Gap = 0.17;

    /// <summary>Whether letters are mapped to characters: nearly all have one that can be kept.</summary>
    public static bool AreReadable(IReadOnlyCollection<Letter> letters)
    {
        int good = 0, bad = 0;
        foreach (var letter in letters)
        {
            if (letter.Value is null or "" || (WordText.Clean(letter.Value).Length == 0 && !string.IsNullOrWhiteSpace(letter.Value)))
            {
                bad++;
            }
            else if (!string.IsNullOrWhiteSpace(letter.Value))
            {
                good++;
            }
        }

        return bad * 10 <= good;
    }

    /// <summary>The words in reading order, in pixels of a frame.</summary>
    /// <param name="letters">Visible letters in the order in which they are drawn.</param>
    /// <param name="pageHeight">The page's height in points.</param>
    /// <param name="dpi">The frame's pixels an inch.</param>
    public static IReadOnlyList<Word> Of(IReadOnlyList<Letter> letters, double pageHeight, int dpi)
    {
        var pieces = new List<PlacedWord>();
        var open = new Piece();
        foreach (var letter in letters)
        {
            if (string.IsNullOrWhiteSpace(letter.Value) || !open.Continues(letter))
            {
                open.CloseInto(pieces, pageHeight, dpi / 72.0);
            }

            if (!string.IsNullOrWhiteSpace(letter.Value))
            {
                open.Add(letter);
            }
        }

        open.CloseInto(pieces, pageHeight, dpi / 72.0);
        return ReadingOrder.Of(pieces);
    }

    private sealed class Piece
    {
        private readonly StringBuilder _text = new();
        private Letter? _last;
        private double _left, _bottom, _right, _top, _size;

        /// <summary>Whether a letter stands right after the last one, in the direction in which that one is written.</summary>
        public bool Continues(Letter letter)
        {
            if (_last is null)
            {
                return true;
            }

            var (start, end, next) = (_last.StartBaseLine, _last.EndBaseLine, letter.StartBaseLine);
            var size = Math.Max(0.1, Math.Max(_size, Size(letter)));
            var (alongX, alongY) = Direction(start, end, _last.TextOrientation);
            double dx = next.X - end.X, dy = next.Y - end.Y;
            double along = dx * alongX + dy * alongY, aside = Math.Abs(dx * alongY - dy * alongX);
            return along > -0.45 * size && along < Gap * size && aside < 0.35 * size && letter.TextOrientation == _last.TextOrientation;
        }

        public void Add(Letter letter)
        {
            var box = Bounds(letter);
            (_left, _bottom, _right, _top, _size) = _last is null
                ? (box.Left, box.Bottom, box.Right, box.Top, Size(letter))
                : (Math.Min(_left, box.Left), Math.Min(_bottom, box.Bottom), Math.Max(_right, box.Right), Math.Max(_top, box.Top), Math.Max(_size, Size(letter)));
            _text.Append(letter.Value);
            _last = letter;
        }

        public void CloseInto(List<PlacedWord> pieces, double pageHeight, double scale)
        {
            if (_last is not null && WordText.Clean(_text.ToString()) is { Length: > 0 } text)
            {
                int left = Pixel(_left * scale, down: true), top = Pixel((pageHeight - _top) * scale, down: true);
                var box = new Box(left, top, Math.Max(1, Pixel(_right * scale, down: false) - left), Math.Max(1, Pixel((pageHeight - _bottom) * scale, down: false) - top));
                pieces.Add(new PlacedWord(text, box, Pixel((pageHeight - _last.StartBaseLine.Y) * scale, down: true), Math.Max(1, _size * scale)));
            }

            _text.Clear();
            _last = null;
        }

        private static int Pixel(double value, bool down) => (int)Math.Clamp(down ? Math.Floor(value) : Math.Ceiling(value), -1_000_000, 1_000_000);

        private static double Size(Letter letter) => letter.PointSize > 0.5 ? letter.PointSize : Math.Max(0.5, letter.BoundingBox.Height);

        private static (double X, double Y) Direction(PdfPoint start, PdfPoint end, TextOrientation orientation)
        {
            double x = end.X - start.X, y = end.Y - start.Y, length = Math.Sqrt(x * x + y * y);
            return length > 1e-6 ? (x / length, y / length) : orientation switch
            {
                TextOrientation.Rotate90 => (0, -1),
                TextOrientation.Rotate180 => (-1, 0),
                TextOrientation.Rotate270 => (0, 1),
                TextOrientation.Horizontal or TextOrientation.Other => (1, 0),
                _ => (1, 0),
            };
        }

        /// <summary>The letter's ink, or where the font gives none, its advance and size.</summary>
        private static (double Left, double Bottom, double Right, double Top) Bounds(Letter letter)
        {
            var box = letter.BoundingBox;
            double left = Math.Min(box.BottomLeft.X, Math.Min(box.TopLeft.X, Math.Min(box.BottomRight.X, box.TopRight.X)));
            double right = Math.Max(box.BottomLeft.X, Math.Max(box.TopLeft.X, Math.Max(box.BottomRight.X, box.TopRight.X)));
            double bottom = Math.Min(box.BottomLeft.Y, Math.Min(box.TopLeft.Y, Math.Min(box.BottomRight.Y, box.TopRight.Y)));
            double top = Math.Max(box.BottomLeft.Y, Math.Max(box.TopLeft.Y, Math.Max(box.BottomRight.Y, box.TopRight.Y)));
            if (right - left < 0.01 || top - bottom < 0.01)
            {
                (left, right) = (Math.Min(letter.StartBaseLine.X, letter.EndBaseLine.X), Math.Max(letter.StartBaseLine.X, letter.EndBaseLine.X));
                (bottom, top) = (letter.StartBaseLine.Y, letter.StartBaseLine.Y + 0.7 * Size(letter));
            }

            return (left, bottom, right, top);
        }
    }
}

/// <summary>A word and the line it stands on, in pixels.</summary>
internal readonly record struct PlacedWord(string Text, Box Box, int Baseline, double Size);
