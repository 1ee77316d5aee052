using Mandate.Reports;
using Mandate.Reports.Pictures;
using Spectre.Console;

namespace Mandate.Cli;

/// <summary>Draws a paper's blocks in a terminal.</summary>
internal static class PaperText
{
    public static void Write(Paper paper, Shell shell)
    {
        var console = shell.Layout();
        if (paper.Title.Length > 0)
        {
            console.MarkupLineInterpolated($"[bold]{Hard(paper.Title)}[/]");
        }

        if (paper.Subtitle.Length > 0)
        {
            console.MarkupLineInterpolated($"[grey]{Hard(paper.Subtitle)}[/]");
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
                console.MarkupLineInterpolated(heading.Level == 2 ? (FormattableString)$"[bold underline]{Hard(heading.Text)}[/]" : $"[bold]{Hard(heading.Text)}[/]");
                break;
            case BreakBlock:
                break;
            case TextBlock text:
                console.Write(new Text(Hard(text.Text) + "\n"));
                break;
            case NoticeBlock notice:
                var (sign, style) = notice.Kind switch
                {
                    NoticeKind.Warning => ("! ", "yellow"),
                    NoticeKind.Standing => ("* ", "italic"),
                    NoticeKind.Note => ("- ", "default"),
                    _ => throw new InvalidOperationException($"Bug in PaperText: notice {notice.Kind}."),
                };
                console.Write(new Text(sign + Hard(notice.Text) + "\n", Style.Parse(style)));
                break;
            case FactsBlock facts:
                Draw(facts, console);
                break;
            case TableBlock table:
                Draw(table, console);
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

    private static void Draw(TableBlock block, IAnsiConsole console)
    {
        var table = new Table { Border = TableBorder.Horizontal, ShowRowSeparators = false };
        foreach (var column in block.Columns)
        {
            table.AddColumn(new TableColumn(new Text(Hard(column.Title), new Style(decoration: Decoration.Bold))) { Alignment = column.Right ? Justify.Right : Justify.Left });
        }

        foreach (var row in block.Rows)
        {
            var style = row.Weight switch
            {
                RowWeight.Strong => new Style(decoration: Decoration.Bold),
                RowWeight.Faint => new Style(Color.Grey),
                RowWeight.Normal => Style.Plain,
                _ => throw new InvalidOperationException($"Bug in PaperText: weight {row.Weight}."),
            };
            table.AddRow(row.Cells.Select((c, i) => new Text(Hard(c), i == 0 && row.Colour is { } colour ? style.Foreground(Color.FromHex(colour[1..])) : style)));
        }

        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{Hard(block.Caption)}[/]");
        console.Write(table);
    }
}
