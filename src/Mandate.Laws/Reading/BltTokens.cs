using System.Globalization;
using System.Text;

namespace Mandate.Laws.Reading;

/// <summary>What a token of a BLT text is.</summary>
internal enum BltToken
{
    /// <summary>The text is over.</summary>
    End,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Text in quotes.</summary>
    Text,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Splits a BLT text into numbers and quoted names, passing over space and comments.</summary>
internal sealed class BltTokens(TextReader text)
{
    public const int MostCharacters = 200;

    private readonly StringBuilder word = new();
    private int line = 1;
    private int column = 1;
    private bool started;

    public BltToken Kind { get; private set; }

    /// <summary>Gets the number of a <see cref="BltToken.Number"/>.</summary>
    public long Number { get; private set; }

    /// <summary>Gets the text of a <see cref="BltToken.Text"/>, without its quotes.</summary>
    public string Text => word.ToString();

    /// <summary>Gets where the token begins.</summary>
    public (int Line, int Column) At { get; private set; } = (1, 1);

    /// <summary>Gets the token as findings show it.</summary>
    public string Shown => Kind switch
    {
        BltToken.End => "the end of the file",
        BltToken.Number => $"'{Number.ToString(CultureInfo.InvariantCulture)}'",
        _ => $"'{CsvFile.Row.Cut(Text)}'",
    };

    /// <summary>Goes to the next token.</summary>
    public void Next()
    {
        Pass(ends: false);
        Take();
    }

    /// <summary>Goes to the next token where one is left on the line; else stays before the line's end.</summary>
    public bool NextOnLine(int expected)
    {
        Pass(ends: true);
        if (line != expected || text.Peek() is < 0 or '\n')
        {
            At = (line, column);
            return false;
        }

        Take();
        return true;
    }

    public void SkipLine()
    {
        while (text.Peek() is >= 0 and not '\n')
        {
            Step();
        }
    }

    /// <summary>Passes over space and comments, up to the end of the line or beyond it.</summary>
    private void Pass(bool ends)
    {
        if (!started)
        {
            started = true;
            if (text.Peek() == '\uFEFF')
            {
                text.Read();
            }
        }

        while (true)
        {
            var next = text.Peek();
            if (next == '#')
            {
                SkipLine();
            }
            else if (next < 0 || !char.IsWhiteSpace((char)next) || (ends && next == '\n'))
            {
                return;
            }
            else
            {
                Step();
            }
        }
    }

    private void Take()
    {
        At = (line, column);
        word.Clear();
        var next = text.Peek();
        if (next < 0)
        {
            Kind = BltToken.End;
        }
        else if (next == '"')
        {
            Step();
            Kind = Quoted() ? BltToken.Text : BltToken.Other;
        }
        else
        {
            while (text.Peek() is >= 0 and not ('#' or '"') and var c && !char.IsWhiteSpace((char)c))
            {
                Keep(Step());
            }

            var number = 0L;
            Kind = long.TryParse(word.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && word[0] != '+' ? BltToken.Number : BltToken.Other;
            Number = number;
        }
    }

    /// <summary>Text up to the closing quote; a backslash keeps a quote or a backslash. False where the line or the room ends first.</summary>
    private bool Quoted()
    {
        while (text.Peek() is >= 0 and not ('\n' or '\r'))
        {
            var c = Step();
            if (c == '"')
            {
                return word.Length <= MostCharacters;
            }

            Keep(c == '\\' && text.Peek() is ('"' or '\\') ? Step() : c);
        }

        return false;
    }

    /// <summary>A token too long is read to its end and kept in part.</summary>
    private void Keep(char c)
    {
        if (word.Length <= MostCharacters)
        {
            word.Append(c);
        }
    }

    private char Step()
    {
        var c = (char)text.Read();
        (line, column) = c == '\n' ? (line + 1, 1) : (line, column + 1);
        return c;
    }
}
