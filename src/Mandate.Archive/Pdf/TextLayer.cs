using System.Text;

namespace Mandate.Archive.Pdf;

/// <summary>Writes the words of a page over its image, unseen: searched, marked and copied like any text.</summary>
/// <remarks>
/// A word reaches exactly from the left to the right of its box; from top to bottom it fills its line (<see cref="LineHeights"/>).
/// Words stand in the page's order, a block of them in one marked content, a space after each but the block's last.
/// </remarks>
internal static class TextLayer
{
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
        foreach (var block in Parts(words, word => word.Block))
        {
            to.Add($"/P<</MCID {PdfSyntax.Number(blocks++)}>>BDC\nBT\n3 Tr\n");
            layer.Block([.. Parts(block, word => word.Line)]);
            to.Add("ET\nEMC\n");
        }

        planes = layer.Planes;
        return blocks;
    }

    /// <summary>Parts words where a number changes.</summary>
    private static IEnumerable<ArraySegment<Word>> Parts(ArraySegment<Word> words, Func<Word, int> number)
    {
        var start = 0;
        for (var end = 1; end <= words.Count; end++)
        {
            if (end == words.Count || number(words[end]) != number(words[start]))
            {
                yield return words[start..end];
                start = end;
            }
        }
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

        public void Block(ArraySegment<Word>[] lines)
        {
            // A text object begins at the origin; that font and stretch are set anew keeps blocks independent.
            (font, stretch, left, baseLine) = (default, double.NaN, 0, 0);
            var heights = LineHeights.Of(lines);
            for (var line = 0; line < lines.Length; line++)
            {
                var (height, middle) = heights[line];
                for (var k = 0; k < lines[line].Count; k++)
                {
                    var word = lines[line][k];
                    var centre = middle ?? word.Box.Top + (word.Box.Height / 2.0);
                    var endsBlock = line == lines.Length - 1 && k == lines[line].Count - 1;
                    Place(word, height, frameHeight - centre - (height / 2) + (UnseenFont.Below * height), spaceAfter: !endsBlock);
                }
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
