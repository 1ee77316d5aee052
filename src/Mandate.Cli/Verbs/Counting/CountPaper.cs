using Mandate.Electoral;
using Mandate.Reports;
using Mandate.Reports.Language;
using Mandate.Results;
using Mandate.Results.Counts;
using Mandate.Results.Units;

namespace Mandate.Cli.Verbs.Counting;

/// <summary>What a count says, as papers and as JSON.</summary>
internal sealed partial class CountPaper(string language, Count count)
{
    private readonly Speech speech = new(language);

    public Paper Import(ImportResult result)
    {
        var report = new ResultsPaper(language, "official").Report(result.Report);
        var facts = new FactsBlock(
        [
            new Fact(Say("accepted"), speech.Number(result.Accepted)),
            new Fact(Say("unchanged"), speech.Number(result.Unchanged)),
            new Fact(Say("waiting"), speech.Number(result.Waiting)),
            new Fact(Say("left-out"), speech.Number(result.LeftOut)),
            new Fact(Say("leaves"), speech.Number(count.Leaves)),
        ]);
        return report with { Title = speech.Say("count.import", ("file", result.Report.File)), Blocks = [.. Standing(), facts, .. report.Blocks] };
    }

    public Paper Tally(string unit)
    {
        var status = count.Status([unit])[0];
        var (last, first) = (count.Totals(unit), count.Totals(unit, Phase.Preliminary));
        var twofold = status.Preliminary > 0;
        var columns = new List<Column> { new(speech.Say("results.figure")), new(Say("final"), true), new(speech.Say("results.known"), true) };
        if (twofold)
        {
            columns.AddRange([new Column(Say("preliminary"), true), new Column(speech.Say("results.difference"), true)]);
        }

        var rows = last.Select((t, i) => new Row(
            [
                t.List is null ? speech.Of(t.Figure.Label) : $"{t.Figure.Id}: {t.List}", Sum(t), speech.Number(t.Known),
                .. twofold ? [Sum(first[i]), t.Known > 0 && first[i].Known > 0 ? Change(t.Sum - first[i].Sum) : string.Empty] : Array.Empty<string>(),
            ],
            t.Known < status.Counted ? RowWeight.Faint : RowWeight.Normal));
        return new Paper(language, Name(status.Unit), count.Definition.Election, string.Empty, [.. Standing(), Progress(status), new TableBlock(Say("totals"), columns, [.. rows])]);
    }

    public Paper Status(string unit)
    {
        var inside = Inside(unit);
        var rows = count.Status(inside).Select(s => new Row(
            [
                s.Unit.Id, Name(s.Unit), speech.Number(s.Expected), speech.Number(s.Counted), Percent(s.Counted, s.Expected), speech.Number(s.Entering), speech.Number(s.SetAside),
                s.SignedOff is { } leaf ? speech.Number(leaf) : string.Empty,
            ],
            s.Counted == s.Expected ? RowWeight.Faint : RowWeight.Normal)).ToList();
        var blocks = new List<Block>([.. Standing(), Progress(count.Status([unit])[0])]);
        if (rows.Count > 0)
        {
            blocks.Add(new TableBlock(Say("inside"),
                [new(speech.Say("results.unit")), new(speech.Say("results.name")), new(Say("due"), true), new(Say("counted"), true), new("%", true), new(Say("entering"), true), new(Say("aside"), true), new(Say("signed"), true)], rows));
        }

        return new Paper(language, Name(count.Units.Units[count.Units.Find(unit)]), count.Definition.Election, string.Empty, blocks);
    }

    public static Paper Verification(CountVerification verification, string language)
    {
        var speech = new Speech(language);
        return new Paper(language, speech.Say(verification.Holds ? "count.holds" : "count.broken"), string.Empty, string.Empty,
        [
            new FactsBlock(
            [
                new Fact(speech.Say("count.leaves"), speech.Number(verification.Leaves)),
                new Fact(speech.Say("count.checkpoints"), speech.Number(verification.Checkpoints)),
                new Fact(speech.Say("results.protocols"), speech.Number(verification.Protocols)),
            ]),
            .. verification.Findings.Select(f => new NoticeBlock(NoticeKind.Warning, f)),
        ]);
    }

    /// <summary>What everything shown of this count must say first.</summary>
    public IEnumerable<Block> Standing()
    {
        if (count.Definition.Training)
        {
            yield return new NoticeBlock(NoticeKind.Standing, Say("training"));
        }

        if (count.Definition.Synthetic)
        {
            yield return new NoticeBlock(NoticeKind.Standing, speech.Say("notice.synthetic"));
        }

        yield return new NoticeBlock(NoticeKind.Standing, Say(count.IsDeclared ? "declared" : "under-way"));
    }

    private List<string> Inside(string unit)
    {
        var at = count.Units.Find(unit);
        var inside = new List<string>();
        for (var u = at + 1; u < count.Units.EndOf(at); u = count.Units.EndOf(u))
        {
            inside.Add(count.Units.Units[u].Id);
        }

        return inside;
    }

    private FactsBlock Progress(UnitStatus status) => new(
    [
        new Fact(Say("counted"), speech.Say("count.of", ("n", speech.Number(status.Counted)), ("all", speech.Number(status.Expected)), ("share", Percent(status.Counted, status.Expected)))),
        .. status.Preliminary > 0 ? [new Fact(Say("preliminary"), speech.Number(status.Preliminary))] : Array.Empty<Fact>(),
        new Fact(Say("entering"), speech.Number(status.Entering)),
        new Fact(Say("aside"), speech.Number(status.SetAside)),
        .. status.SignedOff is { } leaf ? [new Fact(Say("signed"), speech.Number(leaf))] : Array.Empty<Fact>(),
    ]);

    private string Say(string key) => speech.Say("count." + key);

    private static string Name(Unit unit) => unit.Name.Length > 0 ? unit.Name : unit.Id;

    private string Sum(FigureTotal total) => total.Known == 0 ? "–" : speech.Number(total.Sum);

    private string Change(long value) => value == 0 ? "=" : (value > 0 ? "+" : "−") + speech.Number(Math.Abs(value));

    /// <summary>A share in per cent with two decimals, cut and never rounded up to the whole.</summary>
    private string Percent(int part, int whole) => whole == 0 ? string.Empty : speech.Exact(new Ratio((long)part * 10_000 / whole, 100), 2) + " %";
}
