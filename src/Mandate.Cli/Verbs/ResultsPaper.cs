using Mandate.Electoral;
using Mandate.Reports;
using Mandate.Reports.Language;
using Mandate.Results;

namespace Mandate.Cli.Verbs;

/// <summary>Forms and reports of checks as papers and as JSON.</summary>
/// <param name="language">Language of the words.</param>
/// <param name="role">Whose words: official or observer.</param>
internal sealed partial class ResultsPaper(string language, string role)
{
    private readonly Speech speech = new(language);

    public Paper Report(CheckReport report)
    {
        var facts = new List<Fact>
        {
            new(Say("protocols"), speech.Number(report.Protocols)),
            new(Say("lists"), speech.Number(report.Lists.Count)),
            new(Say("reading"), $"{report.Reading.Encoding}{(report.Reading.Mark ? " (BOM)" : string.Empty)}, {Delimiter(report.Reading.Delimiter)}, {report.Reading.Numbers}"),
            new(Say("errors"), speech.Number(report.Errors)),
            new(Say("warnings"), speech.Number(report.Warnings)),
            new(Say("with-errors"), speech.Number(report.UnitsWithErrors)),
        };
        if (report.Variant is not null)
        {
            facts.Insert(0, new Fact(Say("variant"), report.Variant));
        }

        var blocks = new List<Block> { new FactsBlock(facts) };
        if (report.Findings.Count > 0)
        {
            blocks.Add(new TableBlock(Say("findings"), [new(Say("unit")), new(Say("code")), new(Say("level")), new(Say("finding"))], [.. report.Findings.Select(Row)]));
        }
        else if (report.More == 0)
        {
            blocks.Add(new TextBlock(Say("none")));
        }

        if (report.More > 0)
        {
            blocks.Add(new NoticeBlock(NoticeKind.Note, speech.Say("results.more", ("n", speech.Number(report.More)))));
        }

        blocks.Add(new TableBlock(
            Say("checks"), [new(Say("code")), new(Say("level")), new(Say("relation")), new(Say("failed"), true), new(Say("held"), true), new(Say("unchecked"), true)],
            [.. report.Checks.Select(t => new Row([Code(t.Check), Level(t.Check.Level), Relation(t.Check), speech.Number(t.Failed), speech.Number(t.Held + t.Silent), speech.Number(t.Unchecked)], t.Failed > 0 ? RowWeight.Strong : RowWeight.Normal))]));
        if (report.Checks.Any(t => t.Check.Inferred))
        {
            blocks.Add(new NoticeBlock(NoticeKind.Note, Say("inferred")));
        }

        blocks.Add(new TableBlock(
            Say("totals"), [new(Say("figure")), new(Say("sum"), true), new(Say("known"), true)],
            [.. report.Totals.Select(t => new Row([t.List is null ? speech.Of(t.Figure.Label) : $"{t.Figure.Id}: {t.List}", t.Known == 0 ? string.Empty : speech.Number(t.Sum), speech.Number(t.Known)]))]));
        blocks.Add(new NoticeBlock(NoticeKind.Standing, Say("sums")));
        return new Paper(language, speech.Say("results.title", ("form", report.File)), $"{report.Form.Id}: {speech.Of(report.Form.Title)}", Say("sums"), blocks);
    }

    public Paper Forms(IReadOnlyList<Form> forms, IReadOnlyList<string> mappings) => new(language, Say("forms"), string.Empty, string.Empty,
    [
        new TableBlock(Say("forms"), [new(Say("id")), new(Say("name")), new(Say("figures"), true), new(Say("checks"), true)],
            [.. forms.Select(f => new Row([f.Id, speech.Of(f.Title), speech.Number(f.Figures.Count), speech.Number(f.Checks.Count)]))]),
        new TableBlock(Say("mappings"), [new(Say("id"))], [.. mappings.Select(m => new Row([m]))]),
    ]);

    public Paper Form(Form form)
    {
        var blocks = new List<Block>
        {
            new TableBlock(Say("figures"), [new(Say("id")), new(Say("kind")), new(Say("name"))], [.. form.Figures.Select(f => new Row([f.Id, Kind(f.Kind), speech.Of(f.Label)], f.Required ? RowWeight.Strong : RowWeight.Normal))]),
            new TableBlock(Say("checks"), [new(Say("code")), new(Say("level")), new(Say("relation")), new(Say("finding"))], [.. form.Checks.Select(c => new Row([Code(c), Level(c.Level), Relation(c), speech.Of(c.Says[role])]))]),
        };
        if (form.Checks.Any(c => c.Inferred))
        {
            blocks.Add(new NoticeBlock(NoticeKind.Note, Say("inferred")));
        }

        blocks.AddRange(form.Checks.Where(c => c.Note is not null).Select(c => new NoticeBlock(NoticeKind.Note, $"{c.Code}: {speech.Of(c.Note!)}")));
        blocks.AddRange(form.Notes.Select(n => new NoticeBlock(NoticeKind.Note, speech.Of(n))));
        blocks.Add(new SourcesBlock([.. form.Sources.Select(s => new Source(s.Gives, s.Url))]));
        return new Paper(language, speech.Of(form.Title), form.Id, string.Empty, blocks);
    }

    private string Say(string key) => speech.Say("results." + key);

    public Row Row(ProtocolFinding finding)
    {
        var words = speech.Of(finding.Says(role));
        var list = finding.List is null ? string.Empty : $" [{finding.List}]";
        var figures = finding.Arithmetic is { } arithmetic ? Figures(arithmetic) : finding.Figure is { } blank ? speech.Of(blank.Label) : string.Empty;
        return new Row([finding.Unit, finding.Code, Level(finding.Level), $"{words}{list} {figures}"], finding.Level == CheckLevel.Error ? RowWeight.Normal : RowWeight.Faint);
    }

    /// <summary>What was compared, the limit, the difference, and the figures behind them.</summary>
    private string Figures(Arithmetic arithmetic)
    {
        var behind = string.Join(", ", arithmetic.Figures.Select(f => $"{f.Name} {(f.IsBox ? Say(f.Value == 1 ? "yes" : "no") : speech.Number(f.Value))}"));
        return arithmetic is { Left: { } left, Limit: { } limit }
            ? $"{Side(left)}; {Say("limit")} {Side(limit)}; {Say("difference")} {Number(arithmetic.Difference)} ({behind})"
            : $"({behind})";
    }

    /// <summary>A side and what it comes to; a number that is written out is both.</summary>
    private string Side(Side side) => side.Text.All(char.IsAsciiDigit) ? Number(side.Value) : $"{side.Text} = {Number(side.Value)}";

    /// <summary>Two decimals where a number is not whole.</summary>
    private string Number(Ratio value) => speech.Exact(value, 2);

    private string Level(CheckLevel level) => Say(level == CheckLevel.Error ? "error" : "warning");

    private static string Code(Check check) => check.Inferred ? check.Code + "*" : check.Code;

    private string Relation(Check check) => check.Relation is null ? Say("at-entry") : (check.When is null ? string.Empty : $"{check.When}: ") + (check.Fires ? "not " : string.Empty) + (check.Fires ? $"({check.Relation})" : check.Relation);

    private static string Kind(FigureKind kind) => kind switch
    {
        FigureKind.Count => "count",
        FigureKind.YesNo => "yes-no",
        FigureKind.VotesPerList => "votes-per-list",
        FigureKind.VotesPerCandidate => "votes-per-candidate",
        _ => throw new InvalidOperationException($"Bug in ResultsPaper: {kind}."),
    };

    private static string Delimiter(char delimiter) => delimiter switch { '\t' => "tab", _ => $"'{delimiter}'" };
}
