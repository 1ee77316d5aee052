using Mandate.Reports;
using Mandate.Results.Screening;

namespace Mandate.Cli.Verbs.Counting;

/// <content>Questions of the screens.</content>
internal sealed partial class CountPaper
{
    public Paper Screens(ScreenReport report, string role)
    {
        var rows = report.Findings.Select(f => new Row(
        [
            f.Code, string.Join(", ", f.Units.Take(3)) + (f.Units.Count > 3 ? " …" : string.Empty),
            $"{speech.Of(f.Screen.Says[role])} {string.Join(", ", f.Figures.Select(g => $"{Cell(g.Figure, g.List)} {speech.Number(g.Value)}"))}"
            + string.Concat(f.Readings.Take(2).Select(r => $"; {string.Join(", ", r.Changes.Select(c => $"{Cell(c.Figure, c.List)} {speech.Number(c.Written)} → {speech.Number(c.Perhaps)}?"))}")),
            f.Found, f.Expected, f.Limit,
        ]));
        return new Paper(language, Say("screens"), count.Definition.Election, string.Empty,
        [
            .. Standing(),
            new NoticeBlock(NoticeKind.Note, Say("screens-note")),
            new TableBlock(Say("screens"), [new(speech.Say("results.code")), new(speech.Say("results.name")), new(Say("questions"), true)],
                [.. report.Tallies.Select(t => new Row([t.Screen.Code, speech.Of(t.Screen.Title), t.Ran ? speech.Number(t.Count) : "–"], t.Count > 0 ? RowWeight.Strong : RowWeight.Normal))]),
            .. report.Findings.Count == 0 ? Array.Empty<Block>() : [new TableBlock(Say("questions"),
                [new(speech.Say("results.code")), new(speech.Say("results.unit")), new(Say("question")), new(Say("found"), true), new(Say("expected"), true), new(speech.Say("results.limit"), true)], [.. rows])],
        ]);
    }

    public string Json(ScreenReport report) => Written(json =>
    {
        json.WriteNumber("protocols", report.Protocols);
        json.WriteStartArray("screens");
        foreach (var tally in report.Tallies)
        {
            json.WriteStartObject();
            json.WriteString("code", tally.Screen.Code);
            json.WriteBoolean("ran", tally.Ran);
            json.WriteNumber("count", tally.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("questions");
        foreach (var finding in report.Findings)
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code);
            json.WriteStartArray("units");
            foreach (var unit in finding.Units)
            {
                json.WriteStringValue(unit);
            }

            json.WriteEndArray();
            json.WriteString("found", finding.Found);
            json.WriteString("expected", finding.Expected);
            json.WriteString("limit", finding.Limit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static string Cell(string figure, string? list) => list is null ? figure : $"{figure}:{list}";
}
