namespace Mandate.Results.Import;

/// <summary>Reads CSV (RFC 4180, any delimiter) row by row from a stream of letters, within limits and without allocating per row.</summary>
/// <remarks>A quote opens a field only at its beginning and is doubled inside it; anything else is a fault, never a guess.</remarks>
internal sealed class WideCsv(TextReader source, char delimiter)
{
    /// <summary>The most letters a row may have.</summary>
    public const int LongestRow = 1_000_000;

    /// <summary>The most columns.</summary>
    public const int MostColumns = 20_000;

    private readonly char[] block = new char[32_768];
    private char[] letters = new char[4096];
    private int[] ends = new int[64];
    private int blockLength;
    private int blockAt;
    private int length;
    private bool skipLineFeed;

    /// <summary>Gets the row at hand, 1 for the first; empty lines are counted and passed over.</summary>
    public int Row { get; private set; }

    /// <summary>Gets how many fields it has.</summary>
    public int Count { get; private set; }

    /// <summary>Gets what ended the reading, or null at the end of the file.</summary>
    public (int Row, int Column, string Found, string Expected)? Fault { get; private set; }

    /// <summary>Gets a field, its quotes taken off.</summary>
    public ReadOnlySpan<char> this[int field] => letters.AsSpan(field == 0 ? 0 : ends[field - 1], ends[field] - (field == 0 ? 0 : ends[field - 1]));

    /// <summary>Reads the next row.</summary>
    /// <returns>False at the end and at a fault.</returns>
    public bool Read()
    {
        while (Fault is null)
        {
            Row++;
            Count = 0;
            length = 0;
            switch (Record())
            {
                case Ending.Row when Count == 1 && length == 0:
                    continue;
                case Ending.Row:
                    return true;
                case Ending.File:
                    return Fault is null && (Count > 1 || length > 0);
                default:
                    return false;
            }
        }

        return false;
    }

    private Ending Record()
    {
        var state = State.Start;
        while (true)
        {
            if (blockAt == blockLength && !Fill())
            {
                if (state == State.Quoted)
                {
                    return Stop("a quote that is never closed", "a quote at the end of the field");
                }

                return EndField() ? Ending.File : Ending.Fault;
            }

            var c = block[blockAt++];
            if (skipLineFeed)
            {
                skipLineFeed = false;
                if (c == '\n')
                {
                    continue;
                }
            }

            if (state == State.Quoted)
            {
                if (c == '"')
                {
                    state = State.Closed;
                }
                else if (!Keep(c))
                {
                    return Ending.Fault;
                }
            }
            else if (c == delimiter)
            {
                if (!EndField())
                {
                    return Ending.Fault;
                }

                state = State.Start;
            }
            else if (c is '\n' or '\r')
            {
                skipLineFeed = c == '\r';
                return EndField() ? Ending.Row : Ending.Fault;
            }
            else if (c == '"')
            {
                if (state == State.Plain)
                {
                    return Stop("a quote inside a field without quotes", "quotes around the whole field, and quotes inside it doubled");
                }

                // The second of two quotes is one letter; a first one opens the field.
                if (state == State.Closed && !Keep('"'))
                {
                    return Ending.Fault;
                }

                state = State.Quoted;
            }
            else if (state == State.Closed)
            {
                return Stop("letters behind a closing quote", "the delimiter or the end of the line, and quotes inside a field doubled");
            }
            else
            {
                state = State.Plain;
                if (!Keep(c))
                {
                    return Ending.Fault;
                }
            }
        }
    }

    private bool Keep(char c)
    {
        if (length == letters.Length)
        {
            if (length >= LongestRow)
            {
                Stop("a row of more than 1,000,000 letters", "shorter rows; a quote that is never closed makes one long row");
                return false;
            }

            Array.Resize(ref letters, Math.Min(LongestRow, letters.Length * 2));
        }

        letters[length++] = c;
        return true;
    }

    private bool EndField()
    {
        if (Count == ends.Length)
        {
            if (Count >= MostColumns)
            {
                Stop("more than 20,000 columns", "fewer columns: this is no table of protocols");
                return false;
            }

            Array.Resize(ref ends, Math.Min(MostColumns, ends.Length * 2));
        }

        ends[Count++] = length;
        return true;
    }

    private Ending Stop(string found, string expected)
    {
        Fault = (Row, Count + 1, found, expected);
        return Ending.Fault;
    }

    private bool Fill()
    {
        blockAt = 0;
        blockLength = source.Read(block, 0, block.Length);
        return blockLength > 0;
    }

    private enum State
    {
        Start,
        Plain,
        Quoted,
        Closed,
    }

    private enum Ending
    {
        Row,
        File,
        Fault,
    }
}
