using System.Numerics;
using Mandate.Electoral;
using Mandate.Electoral.Certificates;
using Mandate.Electoral.Margins;

namespace Mandate.Reports.Elections;

/// <content>Certificates and margins.</content>
internal sealed partial class Teller
{
    /// <summary>Seats told one by one; more are only in the JSON.</summary>
    private const int MostMargins = 40;

    /// <summary>Every proof as a table of inequalities.</summary>
    public IEnumerable<Block> CertificateBlocks(Certificate certificate)
    {
        yield return new HeadingBlock(2, speech.Say("heading.certificate"));
        yield return new TextBlock(speech.Say("certificate.about"));
        foreach (var tier in certificate.Tiers)
        {
            var constituencies = tier.Areas.Count(a => a.Kind == Constituency && !a.Given);
            bool Told(string id) => area is not null ? id == area : constituencies <= MostAreas || tier.Areas.First(a => a.Id == id).Kind != Constituency;
            string? place = null;
            foreach (var proof in tier.Proofs.Where(p => Told(p.Area) && (only is null || p.Of is null || p.Of == only || p.Parties.Any(q => q.Id == only))))
            {
                if (place != proof.Area)
                {
                    place = proof.Area;
                    yield return new HeadingBlock(3, TierName(tier.Id) + (place == Nation && constituencies <= 1 ? string.Empty : " · " + AreaName(place)));
                }

                foreach (var block in Proved(tier.Id, proof))
                {
                    yield return block;
                }
            }

            if (tier.Proofs.Count == 0)
            {
                yield return new TextBlock(TierName(tier.Id) + ": " + speech.Say("certificate.none"));
            }

            if (area is null && constituencies > MostAreas)
            {
                yield return new TextBlock(speech.Say("note.areas", ("areas", speech.Number(constituencies))) + (terminal ? " " + speech.Say("hint.areas", ("election", Election.Id)) : string.Empty));
            }
        }
    }

    private IEnumerable<Block> Proved(string tier, Proof proof)
    {
        var article = proof.Article is { } a ? $" ({speech.Say("law.article", ("article", a))})" : string.Empty;
        var whose = proof.Of is { } of ? $" · {Name(of)}" : string.Empty;
        var kinds = proof.Inequalities.GroupBy(i => i.Kind).Select(Legend).ToList();
        yield return new TextBlock($"{speech.Say("step." + proof.Step)}{whose}{article}. {speech.Say("proof." + proof.Rule)}{string.Concat(kinds.Select(k => "\n" + k))}");
        var ties = declaration.Outcome.Tiers.First(t => t.Id == tier).Constituencies.First(c => c.Id == proof.Area).Derivation.Where(t => t.Step == "tie" && (t.Id == proof.Id || t.Id.StartsWith(proof.Id + ".", StringComparison.Ordinal)));
        foreach (var tie in proof.Decisions.Count == 0 ? [] : ties)
        {
            yield return new TextBlock(speech.Sentence(tie, Name));
        }

        var rows = proof.Inequalities.Where(i => only is null || i.Party is null || i.Party == only).GroupBy(i => (i.Party, i.Area)).SelectMany(g => g).ToList();
        if (rows.Count > 0)
        {
            yield return new TableBlock(
                speech.Say("step." + proof.Step),
                [new Column(speech.Say("column.list")), new Column(speech.Say("column.shows")), new Column(speech.Say("column.left"), Right: true), new Column(speech.Say("column.relation")), new Column(speech.Say("column.right"))],
                [.. rows.Select(i => new Row([Party(i), speech.Say("claim." + i.Kind), Side(i.Left), Sign(i.Relation), Side(i.Right)], i.Kind is "missed" or "next" ? RowWeight.Faint : RowWeight.Normal))]);
        }
    }

    private string Party(Inequality inequality) => (inequality.Party is { } party ? Name(party) : string.Empty) + (inequality.Area is { } place ? " · " + AreaName(place) : string.Empty);

    /// <summary>What the numbers of a kind of inequality are, from the one with most of them.</summary>
    private string Legend(IGrouping<string, Inequality> kind)
    {
        var fullest = kind.MaxBy(i => i.Left.Concat(i.Right).Sum(p => p.Factors.Count))!;
        return speech.Say(
            "certificate.legend",
            ("kind", speech.Say("claim." + kind.Key)),
            ("left", Names(fullest.Left)),
            ("relation", Sign(fullest.Relation)),
            ("right", Names(fullest.Right)));
    }

    private string Names(IReadOnlyList<Product> side) => string.Join(" + ", side.Select(p => string.Join(" × ", p.Factors.Select(f => FactorName(f.Name)))).Distinct());

    private string FactorName(string factor) => factor.Split(':') is [var what, var whose] ? $"{speech.Say("factor." + what)} {Name(whose)}" : speech.Say("factor." + factor);

    private string Side(IReadOnlyList<Product> side) => string.Join(" + ", side.Select(p => string.Join(" × ", p.Factors.Select(f => speech.Number(f.Value)))));

    private static string Sign(Electoral.Certificates.Relation relation) => CertificateJson.Sign(relation) switch { ">=" => "≥", "<=" => "≤", var sign => sign };

    /// <summary>The closest seats.</summary>
    public IEnumerable<Block> MarginBlocks(SeatMargins margins)
    {
        yield return new HeadingBlock(2, speech.Say("heading.margins"));
        yield return new TextBlock(speech.Say("margins.about"));
        var told = margins.Seats.Where(s => (only is null || s.List == only) && (area is null || s.Area == area)).ToList();
        if (told.Count == 0)
        {
            yield return new TextBlock(speech.Say("margins.none"));
            yield break;
        }

        var areas = told.Any(t => t.Area != Nation || t.Where != Nation);
        yield return new TableBlock(
            speech.Say("heading.margins"),
            [
                new Column(speech.Say("column.list")), new Column(speech.Say("column.seat")), .. areas ? [new Column(speech.Say("column.area"))] : Array.Empty<Column>(), new Column(speech.Say("column.then")),
                new Column(speech.Say("column.move"), Right: true), new Column(speech.Say("column.share"), Right: true), new Column(speech.Say("column.between")),
                .. areas ? [new Column(speech.Say("column.moved-in"))] : Array.Empty<Column>(), new Column(speech.Say("column.proof")),
            ],
            [.. told.Take(MostMargins).Select(m => MarginRow(m, areas))]);
        if (told.Count > MostMargins)
        {
            yield return new TextBlock(speech.Say("margins.more", ("seats", speech.Number(told.Count - MostMargins))));
        }

        if (told.Any(t => !t.Exact))
        {
            yield return new TextBlock(speech.Say("margins.runs", ("runs", speech.Number(margins.Runs))));
        }
    }

    private Row MarginRow(SeatMargin margin, bool areas) => new(
    [
        Name(margin.List),
        speech.Say("margins.seat", ("number", speech.Number(margin.Seat))),
        .. areas ? [AreaName(margin.Area)] : Array.Empty<string>(),
        margin.Next is { } next ? Name(next) : string.Empty,
        speech.Number(margin.Votes),
        margin.Of > 0 ? speech.Share(new Ratio(margin.Votes, (BigInteger)margin.Of)) : string.Empty,
        speech.Say("margins.moved", ("from", Name(margin.From)), ("to", Name(margin.To))),
        .. areas ? [AreaName(margin.Where)] : Array.Empty<string>(),
        speech.Say(margin.Exact ? "margins.exact" : "margins.bound"),
    ]);
}
