using Mandate.Reports;
using Mandate.Reports.Pictures;
using Spectre.Console;

namespace Mandate.Cli;

/// <summary>Draws a paper's blocks in a terminal.</summary>
internal static class PaperText
{
    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Underlined = new(decoration: Decoration.Bold | Decoration.Underline);
    private static readonly Style Grey = new(Color.Grey);

    /// <summary>Draws a small paper to nowhere, so that what draws is loaded before there is something to draw.</summary>
    public static void Prepare(Shell shell) => Write(
        new Paper("en", "-", "-", string.Empty, [new NoticeBlock(NoticeKind.Standing, "-"), new TableBlock("-", [new Column("-"), new Column("-", Right: true)], [new Row(["-", "1"], RowWeight.Faint)])]),
        shell with { Out = TextWriter.Null });

    public static void Write(Paper paper, Shell shell)
    {
        var console = shell.Layout();
        if (paper.Title.Length > 0)
        {
            WriteLine(console, paper.Title, Shown(Bold, shell));
        }

        if (paper.Subtitle.Length > 0)
        {
            WriteLine(console, paper.Subtitle, Shown(Grey, shell));
        }

        foreach (var block in paper.Blocks)
        {
            Draw(block, console, shell);
        }
    }

    private static void Draw(Block block, IAnsiConsole console, Shell shell)
    {
        switch (block)
        {
            case HeadingBlock heading:
                console.WriteLine();
                WriteLine(console, heading.Text, Shown(heading.Level == 2 ? Underlined : Bold, shell));
                break;
            case BreakBlock:
                break;
            case TextBlock text:
                console.Write(new Text(Hard(text.Text) + "\n"));
                break;
            case NoticeBlock notice:
                var (sign, style) = notice.Kind switch
                {
                    NoticeKind.Warning => ("! ", new Style(Color.Yellow)),
                    NoticeKind.Standing => ("* ", new Style(decoration: Decoration.Italic)),
                    NoticeKind.Note => ("- ", Style.Plain),
                    _ => throw new InvalidOperationException($"Bug in PaperText: notice {notice.Kind}."),
                };
                console.Write(new Text(sign + Hard(notice.Text) + "\n", Shown(style, shell)));
                break;
            case FactsBlock facts:
                Draw(facts, console);
                break;
            case TableBlock table:
                Draw(table, console, shell);
                break;
            case HemicycleBlock hemicycle:
                console.WriteLine();
                foreach (var line in HemicycleText.Lines(hemicycle.Hemicycle, Math.Min(shell.Width, 90), shell.Colour))
                {
                    shell.Out.WriteLine(line);
                }

                break;
            case SourcesBlock sources:
                foreach (var source in sources.Sources)
                {
                    shell.Out.WriteLine(source.Url is null ? $"- {source.Text}" : $"- {source.Text}: {source.Url}");
                }

                break;
            default:
                throw new InvalidOperationException($"Bug in PaperText: block {block.GetType().Name}.");
        }
    }

    /// <summary>A style, where the terminal shows any: the layout would work out its nearest colour only to drop it.</summary>
    private static Style Shown(Style style, Shell shell) => shell.Colour ? style : Style.Plain;

    private static void WriteLine(IAnsiConsole console, string text, Style style) => console.Write(new Text(Hard(text) + "\n", style));

    private static string Hard(string text) => HardSpaces.Hide(text);

    private static void Draw(FactsBlock facts, IAnsiConsole console)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(2)).AddColumn(new GridColumn());
        foreach (var fact in facts.Facts)
        {
            grid.AddRow(new Text(Hard(fact.Name)), new Text(Hard(fact.Value)));
        }

        console.Write(grid);
    }

    private static void Draw(TableBlock block, IAnsiConsole console, Shell shell)
    {
        var table = new Table { Border = TableBorder.Horizontal, ShowRowSeparators = false };
        foreach (var column in block.Columns)
        {
            table.AddColumn(new TableColumn(new Text(Hard(column.Title), Shown(Bold, shell))) { Alignment = column.Right ? Justify.Right : Justify.Left });
        }

        foreach (var row in block.Rows)
        {
            var style = row.Weight switch
            {
                RowWeight.Strong => Bold,
                RowWeight.Faint => Grey,
                RowWeight.Normal => Style.Plain,
                _ => throw new InvalidOperationException($"Bug in PaperText: weight {row.Weight}."),
            };
            table.AddRow(row.Cells.Select((c, i) => new Text(Hard(c), Shown(i == 0 && row.Colour is { } colour ? style.Foreground(Color.FromHex(colour[1..])) : style, shell))));
        }

        console.WriteLine();
        WriteLine(console, block.Caption, Shown(Bold, shell));
        console.Write(table);
    }
}
