using System.Text;

namespace Mandate.Archive.Pdf;

/// <summary>Writes the words of a page over its image, unseen: searched, marked and copied like any text.</summary>
/// <remarks>
/// A word reaches exactly from the left to the right of its box. From top to bottom it fills its line, since readers'
/// programs put words of one height together to lines, and since what a reader marks should not jump from word to word.
/// Words stand in the page's order, a block of them in one marked content, a space after each but the block's last.
/// </remarks>
internal static class TextLayer
{
    /// <summary>Above this many times the usual height of its words, a line is taken to be bent, or to hold a stray mark.</summary>
    private const double Bent = 2.2;

    /// <summary>Writes the words in the coordinates of the frame, its origin at the bottom left.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="text">The words.</param>
    /// <param name="planes">The planes of Unicode whose fonts were used, as bits.</param>
    /// <returns>How many blocks there are; they are marked 0, 1, ….</returns>
    public static int Write(PdfContent to, PageText text, out int planes)
    {
        var layer = new Layer(to, text.Height);
        Word[] words = [.. text.Words.Where(word => word.Text.Length > 0)];
        var blocks = 0;
        for (var start = 0; start < words.Length; blocks++)
        {
            var end = EndOf(words, start, word => word.Block);
            to.Add($"/P<</MCID {PdfSyntax.Number(blocks)}>>BDC\nBT\n3 Tr\n");
            layer.BeginBlock();
            while (start < end)
            {
                var last = Math.Min(end, EndOf(words, start, word => word.Line));
                layer.Line(words.AsSpan(start, last - start), endsBlock: last == end);
                start = last;
            }

            to.Add("ET\nEMC\n");
        }

        planes = layer.Planes;
        return blocks;
    }

    private static int EndOf(Word[] words, int start, Func<Word, int> part)
    {
        var end = start + 1;
        while (end < words.Length && part(words[end]) == part(words[start]))
        {
            end++;
        }

        return end;
    }

    /// <summary>The height of a line, and where the words of it stand that do not all stand at one height.</summary>
    /// <returns>Height in pixels, at least 1; the line's middle in pixels from the top, or null where each word keeps its own.</returns>
    private static (double Height, double? Middle) Measure(ReadOnlySpan<Word> words)
    {
        int top = int.MaxValue, bottom = int.MinValue, tallest = 1;
        List<(int Height, int Letters)> heights = [];
        foreach (var word in words)
        {
            top = Math.Min(top, word.Box.Top);
            bottom = Math.Max(bottom, word.Box.Bottom);
            tallest = Math.Max(tallest, word.Box.Height);
            heights.Add((word.Box.Height, word.Text.Count(char.IsLetterOrDigit)));
        }

        var usual = Usual(heights) ?? tallest;
        var height = Math.Max(1, bottom - top);
        return height <= Bent * usual ? (height, (top + bottom) / 2.0) : (Math.Min(tallest, Bent * usual), null);
    }

    /// <summary>The median of the words' heights, a letter or digit counting once; null where there is none.</summary>
    private static int? Usual(List<(int Height, int Letters)> heights)
    {
        heights.Sort();
        var letters = heights.Sum(word => word.Letters);
        var seen = 0;
        foreach (var (height, count) in heights)
        {
            seen += count;
            if (count > 0 && 2 * seen >= letters)
            {
                return Math.Max(1, height);
            }
        }

        return null;
    }

    /// <summary>A letter that a PDF can hold; U+FFFD stands for controls and for half a surrogate pair.</summary>
    private static Rune Allowed(Rune letter) =>
        Rune.IsControl(letter) || letter.Value == 0xFEFF || (letter.Value & 0xFFFE) == 0xFFFE ? Rune.ReplacementChar : letter;

    /// <summary>The pen: what is set stays set until another value is needed.</summary>
    private sealed class Layer(PdfContent to, int frameHeight)
    {
        private readonly List<ushort> codes = [];
        private (int Plane, double Size) font;
        private double stretch, left, baseLine;

        public int Planes { get; private set; }

        public void BeginBlock() => (font, stretch, left, baseLine) = (default, double.NaN, 0, 0);

        public void Line(ReadOnlySpan<Word> words, bool endsBlock)
        {
            var (height, middle) = Measure(words);
            for (var k = 0; k < words.Length; k++)
            {
                var centre = middle ?? words[k].Box.Top + (words[k].Box.Height / 2.0);
                Place(words[k], height, frameHeight - centre - (height / 2) + (UnseenFont.Below * height), spaceAfter: !endsBlock || k < words.Length - 1);
            }
        }

        private void Place(Word word, double size, double height, bool spaceAfter)
        {
            var y = Math.Round(height, 1);
            to.Add(word.Box.Left - left, Math.Round(y - baseLine, 1)).Add("Td\n");
            (left, baseLine) = (word.Box.Left, y);

            var ems = 0.0;
            foreach (var letter in word.Text.EnumerateRunes())
            {
                ems += (Allowed(letter).Value & 0xFFFF) == ' ' ? UnseenFont.Space : UnseenFont.Letter;
            }

            var wanted = Math.Round(100 * Math.Max(1, word.Box.Width) / (ems * size), 2);
            if (wanted != stretch)
            {
                stretch = wanted;
                to.Add(stretch).Add("Tz\n");
            }

            foreach (var letter in word.Text.EnumerateRunes())
            {
                Use(Allowed(letter).Plane, size);
                codes.Add((ushort)(Allowed(letter).Value & 0xFFFF));
            }

            if (spaceAfter)
            {
                Use(0, size);
                codes.Add(' ');
            }

            Flush();
        }

        private void Use(int plane, double size)
        {
            if (font != (plane, size))
            {
                Flush();
                font = (plane, size);
                Planes |= 1 << plane;
                to.Add($"/{UnseenFont.Name(plane)} ").Add(size).Add("Tf\n");
            }
        }

        private void Flush()
        {
            if (codes.Count > 0)
            {
                to.Show([.. codes]);
                codes.Clear();
            }
        }
    }
}
