using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Mandate.Reports.Pictures;

namespace Mandate.Reports.Print;

/// <summary>A paper as the typesetter takes it.</summary>
internal static class PaperData
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>What is written to the typesetter's input.</summary>
    public static byte[] Request(Paper paper, string template, IReadOnlyList<string> fonts)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("template", template);
            json.WriteString("data", Data(paper));
            json.WriteStartArray("fonts");
            foreach (var font in fonts)
            {
                json.WriteStringValue(font);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>Every text the paper shows.</summary>
    public static IEnumerable<string> Texts(Paper paper) => paper.Blocks.SelectMany(block => block switch
    {
        HeadingBlock b => [b.Text],
        BreakBlock => Array.Empty<string>(),
        TextBlock b => [b.Text],
        NoticeBlock b => [b.Text],
        FactsBlock b => b.Facts.SelectMany(f => new[] { f.Name, f.Value }),
        TableBlock b => b.Columns.Select(c => c.Title).Concat(b.Rows.SelectMany(r => r.Cells)).Append(b.Caption),
        HemicycleBlock b => b.Hemicycle.Groups.Select(g => g.Name).Append(b.Hemicycle.Mark ?? string.Empty),
        SourcesBlock b => b.Sources.SelectMany(s => new[] { s.Text, s.Url ?? string.Empty }),
        _ => throw new InvalidOperationException($"Bug in PaperData: block {block.GetType().Name}."),
    }).Concat([paper.Title, paper.Subtitle, paper.Footer]);

    private static string Data(Paper paper)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("language", paper.Language);
            json.WriteString("title", paper.Title);
            json.WriteString("subtitle", paper.Subtitle);
            json.WriteString("footer", paper.Footer);
            json.WriteStartArray("blocks");
            foreach (var block in paper.Blocks)
            {
                json.WriteStartObject();
                Block(json, block, paper.Language);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Block(Utf8JsonWriter json, Block block, string language)
    {
        switch (block)
        {
            case HeadingBlock b:
                json.WriteString("type", "heading");
                json.WriteNumber("level", b.Level);
                json.WriteString("text", b.Text);
                break;
            case BreakBlock:
                json.WriteString("type", "break");
                break;
            case TextBlock b:
                json.WriteString("type", "text");
                json.WriteString("text", b.Text);
                break;
            case NoticeBlock b:
                json.WriteString("type", "notice");
                json.WriteString("kind", b.Kind switch { NoticeKind.Warning => "warning", NoticeKind.Standing => "standing", NoticeKind.Note => "note", _ => throw new InvalidOperationException($"Bug in PaperData: notice {b.Kind}.") });
                json.WriteString("text", b.Text);
                break;
            case FactsBlock b:
                json.WriteString("type", "facts");
                json.WriteStartArray("facts");
                foreach (var fact in b.Facts)
                {
                    json.WriteStartObject();
                    json.WriteString("name", fact.Name);
                    json.WriteString("value", fact.Value);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                break;
            case TableBlock b:
                Table(json, b);
                break;
            case HemicycleBlock b:
                json.WriteString("type", "picture");
                json.WriteString("alternative", b.Hemicycle.Alternative);
                json.WriteString("svg", HemicycleSvg.Write(b.Hemicycle, language));
                break;
            case SourcesBlock b:
                json.WriteString("type", "sources");
                json.WriteStartArray("sources");
                foreach (var source in b.Sources)
                {
                    json.WriteStartObject();
                    json.WriteString("text", source.Text);
                    json.WriteString("url", source.Url);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                break;
            default:
                throw new InvalidOperationException($"Bug in PaperData: block {block.GetType().Name}.");
        }
    }

    private static void Table(Utf8JsonWriter json, TableBlock table)
    {
        json.WriteString("type", "table");
        json.WriteString("caption", table.Caption);
        json.WriteStartArray("columns");
        foreach (var column in table.Columns)
        {
            json.WriteStartObject();
            json.WriteString("title", column.Title);
            json.WriteBoolean("right", column.Right);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            json.WriteString("weight", row.Weight switch { RowWeight.Strong => "strong", RowWeight.Faint => "faint", RowWeight.Normal => "normal", _ => throw new InvalidOperationException($"Bug in PaperData: weight {row.Weight}.") });
            json.WriteString("colour", row.Colour);
            json.WriteStartArray("cells");
            foreach (var cell in row.Cells)
            {
                json.WriteStringValue(cell);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
