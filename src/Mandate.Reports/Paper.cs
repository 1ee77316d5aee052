namespace Mandate.Reports;

/// <summary>
/// One page of findings in one language, before any layout: the terminal, the PDF and the portal draw the same blocks,
/// so that no figure or sentence can differ between them.
/// </summary>
/// <param name="Language">BCP 47 tag: <c>en</c>, <c>kk</c> or <c>ru</c>.</param>
/// <param name="Title">The heading of the whole.</param>
/// <param name="Subtitle">One line below it, or empty.</param>
/// <param name="Footer">A line for the foot of every printed page: what this is and what it rests on.</param>
/// <param name="Blocks">The content in reading order.</param>
public sealed record Paper(string Language, string Title, string Subtitle, string Footer, IReadOnlyList<Block> Blocks);

/// <summary>A piece of a <see cref="Paper"/>.</summary>
public abstract record Block;

/// <summary>A heading. Level 2 is a part of the paper, level 3 a part of that; level 1 is the title.</summary>
public sealed record HeadingBlock(int Level, string Text) : Block;

/// <summary>A new sheet on paper; nothing on a screen.</summary>
public sealed record BreakBlock : Block;

/// <summary>A paragraph of plain text.</summary>
public sealed record TextBlock(string Text) : Block;

/// <summary>A sentence the reader must not miss.</summary>
public sealed record NoticeBlock(NoticeKind Kind, string Text) : Block;

/// <summary>What a notice is about.</summary>
public enum NoticeKind
{
    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>The figures are a recalculation, made up, or incomplete.</summary>
    Standing,

    /// <summary>Something must happen first, or something does not add up.</summary>
    Warning,
}

/// <summary>Names and values, one pair a line.</summary>
public sealed record FactsBlock(IReadOnlyList<Fact> Facts) : Block;

/// <summary>One name and its value.</summary>
public sealed record Fact(string Name, string Value);

/// <summary>A table. Every row has as many cells as there are columns.</summary>
public sealed record TableBlock(string Caption, IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows) : Block;

/// <summary>A column; numbers stand to the right.</summary>
public sealed record Column(string Title, bool Right = false);

/// <summary>A row of a table.</summary>
/// <param name="Cells">One text a column; empty where there is nothing to say.</param>
/// <param name="Weight">How much the row weighs for the eye.</param>
/// <param name="Colour">The colour of the list the row speaks of, as <c>#rrggbb</c>, or null.</param>
public sealed record Row(IReadOnlyList<string> Cells, RowWeight Weight = RowWeight.Normal, string? Colour = null);

/// <summary>How a row is drawn.</summary>
public enum RowWeight
{
    /// <summary>As any other.</summary>
    Normal,

    /// <summary>Bold: a sum, or a winner.</summary>
    Strong,

    /// <summary>Grey: a list that took no part in what the table shows.</summary>
    Faint,
}

/// <summary>A chamber drawn as a hemicycle.</summary>
public sealed record HemicycleBlock(Hemicycle Hemicycle) : Block;

/// <summary>Where the figures come from: a text and, where there is one, an address.</summary>
public sealed record SourcesBlock(IReadOnlyList<Source> Sources) : Block;

/// <summary>One source.</summary>
public sealed record Source(string Text, string? Url);
