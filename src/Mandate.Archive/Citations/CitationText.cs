using System.Text;

namespace Mandate.Archive.Citations;

/// <summary>A citation ready to print.</summary>
/// <param name="Pieces">Its text in runs, upright and italic; neighbours differ, none is empty.</param>
internal sealed record CitationText(IReadOnlyList<(string Text, bool Italic)> Pieces)
{
    /// <summary>The text without its italics.</summary>
    public string Plain => string.Concat(Pieces.Select(piece => piece.Text));
}

/// <summary>Puts a citation together and keeps its punctuation single.</summary>
internal sealed class CitationTextBuilder
{
    private readonly List<(string Text, bool Italic)> pieces = [];
    private readonly StringBuilder run = new();
    private bool italic;
    private char last;

    /// <summary>Whether nothing has been written.</summary>
    public bool IsEmpty => last == default;

    /// <summary>Adds upright text.</summary>
    public CitationTextBuilder Text(string text) => Add(text, false);

    /// <summary>Adds italic text.</summary>
    public CitationTextBuilder Italic(string text) => Add(text, true);

    /// <summary>Adds <paramref name="lead"/> and a value; nothing where the value is null. A lead at the very start loses its comma and spaces.</summary>
    public CitationTextBuilder Next(string lead, string? value, string tail = "") => value is null ? this : Text(IsEmpty ? lead.TrimStart(',', ' ') : lead).Text(value + tail);

    /// <summary>Adds a title in quotation marks with the comma or full stop before the closing one; a full stop only where the title has no end of its own.</summary>
    public CitationTextBuilder Quoted(string title, char end)
    {
        var inner = title.Replace('“', '‘').Replace('”', '’');
        return Text("“" + inner + (end == '.' && Ends(inner) ? "" : end) + "”");
    }

    /// <summary>Ends a sentence: adds a full stop where there is none, and no question or exclamation mark.</summary>
    public CitationTextBuilder Stop() => IsEmpty || last is '.' or '?' or '!' || EndsInQuotes() ? this : Text(".");

    /// <summary>The finished citation.</summary>
    public CitationText Finish()
    {
        Close();
        return new CitationText([.. pieces]);
    }

    private static bool Ends(string text) => text is [.., '.' or '?' or '!'];

    private bool EndsInQuotes() => last == '”' && run.Length > 1 && run[^2] is '.' or '?' or '!';

    private CitationTextBuilder Add(string text, bool slanted)
    {
        if (text.Length == 0)
        {
            return this;
        }

        if (slanted != italic)
        {
            Close();
            italic = slanted;
        }

        run.Append(text);
        last = text[^1];
        return this;
    }

    private void Close()
    {
        if (run.Length > 0)
        {
            pieces.Add((run.ToString(), italic));
            run.Clear();
        }
    }
}
