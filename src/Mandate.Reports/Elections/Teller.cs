using Mandate.Electoral;
using Mandate.Laws;
using Mandate.Reports.Language;

namespace Mandate.Reports.Elections;

/// <summary>Turns parts of a declaration into blocks.</summary>
/// <param name="declaration">The declaration.</param>
/// <param name="language">Language tag.</param>
/// <param name="terminal">Whether the reader sits at the command line and is told which words settle what is missing.</param>
/// <param name="only">The list whose rows are told; null for all.</param>
/// <param name="area">The constituency or wider area that is told; null for all.</param>
internal sealed partial class Teller(Declaration declaration, string language, bool terminal = false, string? only = null, string? area = null)
{
    private const string Constituency = "constituency";
    private const string Nation = "nation";

    /// <summary>Areas that are told one by one; more are put into one table.</summary>
    private const int MostAreas = 3;

    /// <summary>Lists that are all named in a paper; of more, small ones are added up.</summary>
    private const int MostRows = 16;

    /// <summary>Lists without a seat that are still named where small ones are added up.</summary>
    private const int MostMissed = 6;

    /// <summary>Rounds that are told one by one in a paper.</summary>
    private const int MostRounds = 40;

    private readonly Speech speech = new(language);

    private Election Election => declaration.Election;

    public Paper Paper(IReadOnlyList<Block> blocks)
    {
        var date = Election.Date is { } d ? speech.Day(d) + " · " : string.Empty;
        return new Paper(
            language,
            speech.Of(Election.Title),
            $"{speech.Of(Election.Body)} · {date}{declaration.Law.Reference}",
            $"{Standing()} {speech.Say("footer.generated", ("law", declaration.Law.Reference))}",
            blocks);
    }

    public IEnumerable<Block> Notices()
    {
        yield return new NoticeBlock(NoticeKind.Standing, Standing());
        if (declaration.IsHypothetical)
        {
            yield return new NoticeBlock(NoticeKind.Warning, speech.Say("notice.other-law", ("law", declaration.Law.Reference)));
        }

        if (Election.VoteUnit == VoteUnit.HundredthsOfAPercent)
        {
            yield return new NoticeBlock(NoticeKind.Standing, speech.Say("notice.shares") + " " + speech.Say(Stable() ? "notice.shares-stable" : "notice.shares-unstable"));
        }

        foreach (var fact in declaration.Facts)
        {
            yield return new NoticeBlock(NoticeKind.Note, speech.Say("notice.fact", ("fact", fact)));
        }

        foreach (var lot in declaration.Lots)
        {
            yield return new NoticeBlock(NoticeKind.Note, speech.Say("notice.lot", ("fact", lot.ToString())));
        }

        foreach (var pending in declaration.Outcome.Parts.SelectMany(p => p.Pending).Where(p => p.Status != Status.Complete))
        {
            yield return new NoticeBlock(NoticeKind.Warning, Sentence(pending));
        }
    }

    public IEnumerable<Block> Chamber()
    {
        if (Picture() is { } picture)
        {
            yield return new HemicycleBlock(picture);
        }

        if (declaration.Groups.Count == 0)
        {
            yield break;
        }

        var tiers = declaration.Outcome.Tiers.Where(t => t.Fills).ToList();
        var compared = declaration.Previous is not null;
        var columns = new List<Column> { new(speech.Say("column.group")) };
        if (tiers.Count > 1)
        {
            columns.AddRange(tiers.Select(t => new Column(TierName(t.Id), Right: true)));
        }

        columns.Add(new Column(speech.Say(tiers.Count > 1 ? "column.total" : "column.seats"), Right: true));
        if (compared)
        {
            columns.Add(new Column(speech.Say("column.before"), Right: true));
            columns.Add(new Column(speech.Say("column.change"), Right: true));
        }

        var rows = declaration.Groups.Select(g => GroupRow(g, tiers, compared)).ToList();
        if (declaration.Vacant > 0)
        {
            rows.Add(Line("row.vacant", declaration.Vacant, columns.Count, compared));
        }

        if (declaration.Open > 0)
        {
            rows.Add(Line("row.open", declaration.Open, columns.Count, compared));
        }

        rows.Add(TotalRow(tiers, compared));
        yield return new TableBlock(speech.Say("heading.seats"), columns, rows);
        // Persons who stood alone have a row of their own in the table of votes.
        var persons = tiers.SelectMany(t => t.Constituencies).SelectMany(p => p.Elected.Where(e => p.Given || e.List != e.Person)).ToList();
        if (persons.Count > 0)
        {
            yield return new FactsBlock([new Fact(speech.Say("heading.elected"), string.Join(", ", persons.Select(p => Election.Persons.GetValueOrDefault(p.Person) ?? p.Person)))]);
        }
    }

    public IEnumerable<Block> Votes()
    {
        foreach (var tier in declaration.Outcome.Tiers)
        {
            var parts = tier.Constituencies.Where(p => p.Kind == Constituency).ToList();
            if (parts.Count > MostAreas)
            {
                foreach (var block in Together(tier, parts))
                {
                    yield return block;
                }
            }
            else
            {
                foreach (var part in parts.Where(p => !p.Given))
                {
                    if (VoteTable(tier, part) is { } table)
                    {
                        yield return table;
                    }
                }
            }
        }
    }

    /// <summary>An area and what was counted there.</summary>
    private sealed record Counted(string Title, IReadOnlyList<Fact> Facts);

    /// <summary>Counts of electors and ballots: facts for one contest, a table with a column each for several.</summary>
    public IEnumerable<Block> Figures()
    {
        var counted = Election.Input.Contests.Where(c => c.Constituencies.Count <= MostAreas)
            .SelectMany(c => c.Constituencies.Where(a => a.Given is null).Select(a => new Counted(TierName(c.Id) + (c.Constituencies.Count > 1 ? " · " + AreaName(a.Id) : string.Empty), [.. FigureFacts(a)])))
            .Where(c => c.Facts.Count > 0).ToList();
        if (counted.Count == 0)
        {
            yield break;
        }

        if (counted.Count == 1)
        {
            yield return new HeadingBlock(2, speech.Say("heading.figures"));
            yield return new FactsBlock(counted[0].Facts);
            yield break;
        }

        var names = FigureOrder.Select(f => speech.Say("figure." + f)).Append(speech.Say("figure.turnout")).Where(n => counted.Any(c => c.Facts.Any(f => f.Name == n)));
        yield return new TableBlock(
            speech.Say("heading.figures"),
            [new Column(speech.Say("column.figure")), .. counted.Select(c => new Column(c.Title, Right: true))],
            [.. names.Select(n => new Row([n, .. counted.Select(c => c.Facts.FirstOrDefault(f => f.Name == n)?.Value ?? string.Empty)]))]);
    }

    public IEnumerable<Block> Findings()
    {
        var lines = declaration.Outcome.Parts.SelectMany(p => p.Relations).Select(Sentence).ToList();
        lines.AddRange(declaration.Outcome.Parts.SelectMany(p => p.Derivation).Where(t => t is { Step: "require", Outcome: "unchecked" }).Select(t => speech.Sentence(t, Name)));
        if (!declaration.IsHypothetical && Election.Expected is { } expected && declaration.Outcome.Status == Status.Complete)
        {
            if (expected.Tiers.Count == 0 && Published(expected) is { } differs)
            {
                lines.Add(differs);
            }

            foreach (var (tier, seats) in expected.Tiers)
            {
                var found = declaration.Outcome.Tiers.FirstOrDefault(t => t.Id == tier);
                var same = found is not null && seats.All(s => found.Constituencies.Sum(c => c.SeatsOf(s.Key)) == s.Value);
                if (!same && found?.Constituencies.Any(c => c.Won.Any(w => Election.List(w.Key).Kind == ContenderKind.List)) == true)
                {
                    lines.Add(speech.Say("finding.published", ("seats", string.Join(", ", seats.Select(s => $"{Name(s.Key)} {s.Value}")))));
                }
            }
        }

        if (lines.Count > 0)
        {
            yield return new HeadingBlock(2, speech.Say("heading.findings"));
            foreach (var line in lines)
            {
                yield return new NoticeBlock(NoticeKind.Warning, line);
            }
        }
    }

    /// <summary>What was published where it differs from the seats of all tiers together, and why where that is known; null where it does not.</summary>
    private string? Published(Expected expected)
    {
        if (expected.Total is not { } total)
        {
            return null;
        }

        var won = Won([.. declaration.Outcome.Tiers.Where(t => t.Fills).SelectMany(t => t.Constituencies)]);
        if (won.Keys.Union(total.Keys).All(l => won.GetValueOrDefault(l) == total.GetValueOrDefault(l)))
        {
            return null;
        }

        var published = speech.Say("finding.published", ("seats", string.Join(", ", total.Where(s => s.Value > 0).OrderByDescending(s => s.Value).Select(s => $"{Name(s.Key)} {speech.Number(s.Value)}"))));
        return expected.Weak is { } weak ? $"{published} {speech.Say("finding.weak", ("why", weak.TrimEnd('.')))}" : published;
    }

    public IEnumerable<Block> Parties()
    {
        var parties = Election.Parties.Where(p => p.Standing != "ran" || p.Note is not null).ToList();
        if (parties.Count == 0)
        {
            yield break;
        }

        yield return new HeadingBlock(2, speech.Say("heading.parties"));
        yield return new FactsBlock([.. Election.Parties.GroupBy(p => p.Standing).Select(g => new Fact(
            speech.Say("standing." + g.Key),
            string.Join(", ", g.Select(p => speech.Of(declaration.Parliament?.Party(p.Party)?.Label ?? Words.Same(p.Party)) + (p.Note is { } n ? $" ({speech.Of(n).TrimEnd('.')})" : string.Empty)))))]);
    }

    public IEnumerable<Block> Notes()
    {
        var notes = Election.Notes.Concat(declaration.Law.Notes).Concat(declaration.Law.InForceNote is { } n ? [n] : []).ToList();
        if (notes.Count > 0)
        {
            yield return new HeadingBlock(2, speech.Say("heading.notes"));
            foreach (var note in notes)
            {
                yield return new TextBlock(speech.Of(note));
            }
        }

        yield return new HeadingBlock(2, speech.Say("heading.law"));
        yield return new TextBlock(speech.Of(declaration.Law.Act));
        yield return new HeadingBlock(2, speech.Say("heading.sources"));
        yield return new SourcesBlock([.. Election.Sources.Select(s => new Source(s.Gives, s.Url))]);
    }

    public Hemicycle? Picture()
    {
        var groups = declaration.Groups.Where(g => g.Seats > 0).ToList();
        if (groups.Count == 0)
        {
            return null;
        }

        var house = declaration.House ?? groups.Sum(g => g.Seats);
        if (house < 2)
        {
            return null;
        }

        var vacant = house - groups.Sum(g => g.Seats);
        var kind = declaration.Parliament?.Chambers.FirstOrDefault(c => c.Id == Election.Chamber)?.Nonpartisan == true ? HemicycleKind.Nonpartisan : HemicycleKind.Parties;
        var names = groups.Select(g => $"{speech.Of(g.Name)}: {speech.Number(g.Seats)}").ToList();
        if (vacant > 0)
        {
            names.Add(speech.Say("hemicycle.vacant", ("seats", speech.Number(vacant))));
        }

        int? majority = kind == HemicycleKind.Parties && house > 2 ? (house / 2) + 1 : null;
        if (majority is { } m)
        {
            names.Add(speech.Say("hemicycle.majority", ("seats", speech.Number(m))));
        }

        var title = speech.Of(Election.Title);
        return new Hemicycle(
            title,
            speech.Say("hemicycle.alternative", ("title", title), ("seats", speech.Number(house)), ("groups", string.Join("; ", names))),
            [.. groups.Select(g => new HemicycleGroup(g.Id, speech.Of(g.Name), g.Seats, g.Colour))],
            vacant,
            kind,
            majority,
            Election.Synthetic ? speech.Say("mark.synthetic") : null);
    }

    /// <summary>What the figures are; made-up ones say so whatever else they are.</summary>
    private string Standing() => (Election.Synthetic, declaration.Kind) switch
    {
        (true, DeclarationKind.Recalculation) => speech.Say("notice.synthetic"),
        (false, DeclarationKind.Recalculation) => speech.Say("notice.recalculation"),
        (var madeUp, DeclarationKind.Provisional) => (madeUp ? speech.Say("notice.synthetic") + " " : string.Empty) + speech.Say("notice.provisional"),
        (var madeUp, DeclarationKind.Declaration) => (madeUp ? speech.Say("notice.synthetic") + " " : string.Empty) + speech.Say("notice.declaration"),
        _ => throw new InvalidOperationException($"Bug in Teller: {declaration.Kind}."),
    };

    private bool Stable() => declaration.Outcome.Tiers.All(t => t.Constituencies.Where(c => c.Kind == Constituency).All(c => ShareStability.IsProved(
        declaration.Law.Rules.Tiers.First(r => r.Id == t.Id), Election.Input.Contests.First(i => i.Id == t.Id).Constituencies.First(a => a.Id == c.Id), c)));

    private string Name(string id) => speech.Of(Election.List(id).Label);

    private string TierName(string id) => declaration.Law.TierNames.TryGetValue(id, out var name) ? speech.Of(name) : id;
}
