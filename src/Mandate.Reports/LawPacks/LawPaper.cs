using Mandate.Laws;
using Mandate.Reports.Language;

namespace Mandate.Reports.LawPacks;

/// <summary>Tells of laws and their versions.</summary>
public static class LawPaper
{
    /// <summary>All versions of laws, one a row.</summary>
    public static Paper List(IEnumerable<Law> laws, string language)
    {
        ArgumentNullException.ThrowIfNull(laws);
        var speech = new Speech(language);
        var blocks = laws.Select(l => (Block)new TableBlock(
            $"{l.Id} · {speech.Of(l.Title)}",
            [new Column("LAW@VERSION"), new Column(speech.Say("law.in-force")), new Column(speech.Say("column.change"))],
            [.. l.Versions.Select(v => new Row([v.Reference, InForce(v, speech), v.Changes is { } c ? speech.Of(c) : string.Empty]))])).ToList();
        return new Paper(language, string.Empty, string.Empty, string.Empty, blocks);
    }

    /// <summary>One version: its act, its tiers and every step with its article.</summary>
    public static Paper Version(Law law, LawVersion version, string language)
    {
        ArgumentNullException.ThrowIfNull(law);
        ArgumentNullException.ThrowIfNull(version);
        var speech = new Speech(language);
        var blocks = new List<Block> { new TextBlock(speech.Of(version.Act)), new FactsBlock([new Fact(speech.Say("law.in-force"), string.Join(" · ", new[] { InForce(version, speech), version.InForceNote is { } known ? speech.Of(known) : null }.OfType<string>()))]) };
        if (version.Changes is { } changes)
        {
            blocks.Add(new TextBlock(speech.Of(changes)));
        }

        foreach (var tier in version.Rules.Tiers)
        {
            var seats = tier.Seats is { } s ? speech.Number(s) : tier.PerConstituency is { } each ? $"{speech.Number(each)} ×" : "areas.csv";
            blocks.Add(new TableBlock(
                $"{tier.Id} · {speech.Of(version.TierNames[tier.Id])} · {seats}",
                [new Column("#", Right: true), new Column(speech.Say("heading.law")), new Column(speech.Say("column.article"))],
                [.. tier.Steps.Select((step, i) => new Row([speech.Number(i + 1), version.StepLines[tier.Id][i], step.Article ?? string.Empty]))]));
        }

        blocks.AddRange(version.Notes.Select(n => new NoticeBlock(NoticeKind.Note, speech.Of(n))));
        blocks.Add(new SourcesBlock([.. law.Sources.Select(x => new Source(x.Gives, x.Url))]));
        return new Paper(language, $"{speech.Of(law.Title)} · {speech.Say("law.version", ("day", version.Id))}", version.Reference, string.Empty, blocks);
    }

    private static string InForce(LawVersion version, Speech speech)
    {
        var from = version.From is { } f ? speech.Say("law.from", ("from", speech.DayFrom(f))) : null;
        var until = version.Until is { } u ? speech.Say("law.until", ("until", speech.DayUntil(u))) : null;
        return from is null && until is null ? speech.Say("law.day-unknown") : string.Join(", ", new[] { from, until }.OfType<string>());
    }
}
