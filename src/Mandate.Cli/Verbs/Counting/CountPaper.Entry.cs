using System.Globalization;
using System.Text.Json;
using Mandate.Reports;
using Mandate.Results;
using Mandate.Results.Counts;

namespace Mandate.Cli.Verbs.Counting;

/// <content>Where the entry of a protocol stands.</content>
internal sealed partial class CountPaper
{
    public Paper Entry(string unit, DeskAnswer answer)
    {
        var face = answer.Face;
        var facts = new List<Fact>
        {
            new(Say("stage"), Say("stage." + Key(face.Stage.ToString()))),
            new(Say("revision"), face.Revision.ToString(CultureInfo.InvariantCulture)),
            new(Say("version"), face.Version.ToString(CultureInfo.InvariantCulture)),
        };
        if (face.Holder is { } holder)
        {
            facts.Add(new Fact(Say("holder"), holder));
        }

        if (face.Reason is { } reason)
        {
            facts.Add(new Fact(Say("reason"), reason));
        }

        facts.Add(new Fact(Say("may"), string.Join(", ", face.May.Select(m => Key(m.ToString())))));
        var blocks = new List<Block>([.. Standing(), new FactsBlock(facts)]);
        if (face.Cells.Count > 0)
        {
            var marked = face.Marks.Select(m => m.Cell).ToHashSet(StringComparer.Ordinal);
            blocks.Add(new TableBlock(speech.Say("results.figures"), [new(speech.Say("results.id")), new(speech.Say("results.figure"), true)],
                [.. face.Cells.Select(c => new Row([c.Cell, c.Value is { } v ? speech.Number(v) : "–"], marked.Contains(c.Cell) ? RowWeight.Strong : RowWeight.Normal))]));
        }

        if (face.Marks.Count > 0)
        {
            blocks.Add(new TableBlock(Say("again"), [new(speech.Say("results.id")), new(speech.Say("results.code"))], [.. face.Marks.Select(m => new Row([m.Cell, m.Code ?? string.Empty]))]));
        }

        if (face.Readings.Count > 0)
        {
            blocks.Add(new TableBlock(Say("readings"), [new(speech.Say("results.id")), new(Say("read"))],
                [.. face.Readings.Select(r => new Row([r.Cell, string.Join(", ", r.Values.Select(v => $"{v.Actor ?? Key(v.Source.ToString()!)}: {(v.Value is { } n ? speech.Number(n) : "–")}"))]))]));
        }

        var words = new ResultsPaper(language, "official");
        if (face.Findings.Count > 0)
        {
            blocks.Add(new TableBlock(speech.Say("results.findings"), [new(speech.Say("results.unit")), new(speech.Say("results.code")), new(speech.Say("results.level")), new(speech.Say("results.finding"))],
                [.. face.Findings.Select(f => words.Row(new ProtocolFinding(unit, 0, f.Code, f.Level, f.List, f.Check, null, f.Arithmetic)))]));
        }

        return new Paper(language, unit, Name(count.Units.Units[count.Units.Find(unit)]), string.Empty, blocks);
    }

    public string Json(string unit, DeskAnswer answer) => Written(json =>
    {
        var face = answer.Face;
        json.WriteString("unit", unit);
        json.WriteString("refused", answer.Refusal is { } refusal ? Key(refusal.Kind.ToString()) : null);
        json.WriteString("stage", Key(face.Stage.ToString()));
        json.WriteNumber("revision", face.Revision);
        json.WriteNumber("version", face.Version);
        json.WriteString("holder", face.Holder);
        json.WriteString("reason", face.Reason);
        json.WriteStartArray("may");
        foreach (var command in face.May)
        {
            json.WriteStringValue(Key(command.ToString()));
        }

        json.WriteEndArray();
        json.WriteStartObject("cells");
        foreach (var cell in face.Cells)
        {
            if (cell.Value is { } value)
            {
                json.WriteNumber(cell.Cell, value);
            }
            else
            {
                json.WriteNull(cell.Cell);
            }
        }

        json.WriteEndObject();
        json.WriteStartArray("again");
        foreach (var mark in face.Marks)
        {
            json.WriteStringValue(mark.Cell);
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var finding in face.Findings)
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code);
            json.WriteString("level", Key(finding.Level.ToString()));
            json.WriteString("list", finding.List);
            json.WriteBoolean("explained", finding.Explained);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    /// <summary>A name of the code as the data write it: <c>AwaitingFirst</c> is <c>awaiting-first</c>.</summary>
    private static string Key(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
