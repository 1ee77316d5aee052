using System.Globalization;
using Mandate.Reports.Language;

namespace Mandate.Reports.Elections;

/// <summary>What a made-up summary protocol says.</summary>
/// <param name="Handle">The handle under which it will be kept.</param>
/// <param name="Unit">The area, by id.</param>
/// <param name="Area">Its name.</param>
/// <param name="Country">The made-up country's name.</param>
/// <param name="Day">Polling day.</param>
/// <param name="Seed">The number from which all was made up.</param>
/// <param name="Figures">Figures by name; may be empty.</param>
/// <param name="Lists">Each list with its id and votes, in the order of the ballot.</param>
public sealed record SummaryProtocol(
    string Handle, string Unit, string Area, string Country, DateOnly Day, ulong Seed, IReadOnlyList<(string Name, long Value)> Figures, IReadOnlyList<(string Id, string Name, long Votes)> Lists);

/// <summary>The paper of a made-up summary protocol: in English, with headings and the notice in Kazakh and Russian as well.</summary>
public static class SummaryProtocolPaper
{
    private static readonly Speech[] Speeches = [new("en"), new("kk"), new("ru")];

    /// <summary>Makes the paper: one page where there are thirty lists or fewer.</summary>
    public static Paper Write(SummaryProtocol protocol)
    {
        ArgumentNullException.ThrowIfNull(protocol);
        var speech = Speeches[0];
        var blocks = new List<Block>();
        blocks.AddRange(Speeches.Select(s => new NoticeBlock(NoticeKind.Standing, $"{s.Say("notice.synthetic")} {s.Say("generate.nobody")}")));
        blocks.Add(new FactsBlock(
        [
            new Fact(All("generate.unit"), $"{protocol.Area} · {protocol.Unit}"),
            new Fact(All("generate.day"), speech.Day(protocol.Day)),
            new Fact(All("generate.handle"), protocol.Handle),
            new Fact(All("generate.maker"), string.Create(CultureInfo.InvariantCulture, $"mandate results generate, from the seed {protocol.Seed}")),
        ]));
        if (protocol.Figures.Count > 0)
        {
            blocks.Add(new TableBlock(
                All("generate.paper-figures"), [new Column(All("generate.figure")), new Column("Id"), new Column(All("generate.value"), Right: true)],
                [.. protocol.Figures.Select(f => new Row([All("figure." + f.Name), f.Name, speech.Number(f.Value)]))]));
        }

        blocks.Add(new TableBlock(
            All("generate.paper-votes"), [new Column(All("generate.list")), new Column("Id"), new Column(All("generate.votes"), Right: true)],
            [
                .. protocol.Lists.Select((l, i) => new Row([string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {l.Name}"), l.Id, speech.Number(l.Votes)])),
                new Row([All("generate.sum"), string.Empty, speech.Number(protocol.Lists.Sum(l => l.Votes))], RowWeight.Strong),
            ]));
        return new Paper(
            "en", $"{speech.Say("generate.paper")}: {protocol.Area}", string.Join(" · ", Speeches[1..].Select(s => s.Say("generate.paper"))),
            string.Create(CultureInfo.InvariantCulture, $"{speech.Say("generate.title", ("country", protocol.Country))} · seed {protocol.Seed} · {protocol.Handle}"), blocks);
    }

    /// <summary>The words of a key in all three languages, each once.</summary>
    private static string All(string key) => string.Join(" · ", Speeches.Select(s => s.Say(key)).Distinct());
}
