using Mandate.Laws;
using Mandate.Reports.Language;

namespace Mandate.Reports.Parliaments;

/// <summary>Tells a parliament on one day in one language, as blocks.</summary>
public static class SittingPaper
{
    /// <summary>The paper.</summary>
    /// <param name="sitting">The parliament on its day.</param>
    /// <param name="language">Language tag.</param>
    /// <param name="compare">Whether the term before is set beside each group.</param>
    public static Paper Write(Sitting sitting, string language, bool compare)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        var speech = new Speech(language);
        var title = speech.Of(sitting.Parliament.Title);
        var blocks = new List<Block> { new NoticeBlock(NoticeKind.Standing, speech.Say("notice.recalculation")) };
        foreach (var chamber in sitting.Chambers)
        {
            blocks.AddRange(Chamber(sitting, chamber, speech, compare));
        }

        blocks.AddRange(Decisions(sitting, speech));
        var used = sitting.Chambers.Where(c => c.Term is not null).SelectMany(c => c.Term!.Sources).ToHashSet(StringComparer.Ordinal);
        var notes = sitting.Chambers.Select(c => c.Term?.Note).OfType<Words>().Concat(sitting.Parliament.Notes).ToList();
        if (notes.Count > 0)
        {
            blocks.Add(new HeadingBlock(2, speech.Say("heading.notes")));
            blocks.AddRange(notes.Select(n => new TextBlock(speech.Of(n))));
        }

        var sources = sitting.Parliament.Sources.Where(s => used.Contains(s.Id)).Select(s => new Source(s.Gives, s.Url)).ToList();
        if (sources.Count > 0)
        {
            blocks.Add(new HeadingBlock(2, speech.Say("heading.sources")));
            blocks.Add(new SourcesBlock(sources));
        }

        return new Paper(language, speech.Say("parliament.on", ("title", title), ("day", speech.Day(sitting.Day))), string.Empty, speech.Say("notice.recalculation"), blocks);
    }

    /// <summary>A chamber to be drawn; null in a gap.</summary>
    public static Hemicycle? Picture(Sitting sitting, SittingChamber chamber, string language)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        ArgumentNullException.ThrowIfNull(chamber);
        if (chamber.Term is not { } term)
        {
            return null;
        }

        var speech = new Speech(language);
        var groups = chamber.Groups.Where(g => g.Seats > 0).ToList();
        var names = groups.Select(g => $"{speech.Of(g.Name)}: {speech.Number(g.Seats)}").ToList();
        if (chamber.Unknown > 0)
        {
            names.Add($"{speech.Say("row.unknown")}: {speech.Number(chamber.Unknown)}");
        }

        var title = $"{speech.Of(chamber.Chamber.Name)}, {speech.Day(sitting.Day)}";
        return new Hemicycle(
            title,
            speech.Say("hemicycle.alternative", ("title", title), ("seats", speech.Number(term.Seats)), ("groups", string.Join("; ", names))),
            [.. groups.Select(g => new HemicycleGroup(g.Id, speech.Of(g.Name), g.Seats, g.Colour))],
            term.Seats - groups.Sum(g => g.Seats),
            chamber.Chamber.Nonpartisan ? HemicycleKind.Nonpartisan : HemicycleKind.Parties,
            (term.Seats / 2) + 1,
            null);
    }

    private static IEnumerable<Block> Chamber(Sitting sitting, SittingChamber chamber, Speech speech, bool compare)
    {
        var name = speech.Of(chamber.Chamber.Name);
        if (chamber.Term is not { } term)
        {
            yield return new HeadingBlock(2, name);
            yield return new TextBlock(chamber is { GapFrom: { } from, GapTo: { } to }
                ? speech.Say("parliament.gap-between", ("chamber", name), ("from", speech.DayFrom(from.AddDays(1))), ("to", speech.DayUntil(to.AddDays(-1))))
                : speech.Say("parliament.gap", ("chamber", name)));
            yield break;
        }

        var convocation = term.Convocation is { } n ? " · " + speech.Say("parliament.convocation", ("number", speech.Number(n))) : string.Empty;
        yield return new HeadingBlock(2, $"{name}: {speech.Number(term.Seats)}{convocation}");
        var begins = term.Begins is { } b ? speech.Day(b) : speech.Say("parliament.begins-unknown");
        var ends = term.Ends is { } e ? speech.Day(e) : speech.Say("parliament.open-end");
        yield return new FactsBlock([new Fact(speech.Say("parliament.term"), $"{begins} – {ends}")]);
        if (Picture(sitting, chamber, speech.Language) is { } picture)
        {
            yield return new HemicycleBlock(picture);
        }

        var with = compare && chamber.Before is not null;
        var columns = new List<Column> { new(speech.Say("column.group")), new(speech.Say("column.seats"), Right: true) };
        if (with)
        {
            columns.Add(new Column(speech.Say("column.before"), Right: true));
            columns.Add(new Column(speech.Say("column.change"), Right: true));
        }

        var rows = chamber.Groups.Where(g => with || g.Seats > 0).Select(g => new Row(
            [speech.Of(g.Name), speech.Number(g.Seats), .. with ? Compared(g) : []],
            g.Seats == 0 ? RowWeight.Faint : RowWeight.Normal,
            g.Seats == 0 ? null : g.Colour)).ToList();
        if (chamber.Unknown > 0)
        {
            rows.Add(new Row([speech.Say("row.unknown"), speech.Number(chamber.Unknown), .. with ? [string.Empty, string.Empty] : Array.Empty<string>()], RowWeight.Faint));
        }

        rows.Add(new Row([speech.Say("row.total"), speech.Number(term.Seats), .. with ? [speech.Number(chamber.Before!.Seats), speech.Change(term.Seats - chamber.Before.Seats)] : Array.Empty<string>()], RowWeight.Strong));
        yield return new TableBlock(name, columns, rows);

        // Among seats whose group is not known, a group without seats can have had some.
        string[] Compared(SittingGroup group) => group.Before is { } before ? [speech.Number(before), speech.Change(group.Seats - before)]
            : [string.Empty, chamber.Before!.Unknown == 0 ? speech.Say("value.new") : string.Empty];
    }

    private static IEnumerable<Block> Decisions(Sitting sitting, Speech speech)
    {
        var here = sitting.Chambers.Where(c => c.Term is not null).ToList();
        if (here.Count == 0)
        {
            yield break;
        }

        var deciding = sitting.Parliament.Deciding;
        yield return new HeadingBlock(2, speech.Say("heading.decides"));
        yield return sitting.IsMarked
            ? new NoticeBlock(NoticeKind.Note, speech.Say("parliament.marked", ("text", speech.Of(deciding.ReadFrom))))
            : new TextBlock(speech.Say("parliament.read-from", ("text", speech.Of(deciding.ReadFrom))));
        yield return new TableBlock(
            speech.Say("heading.decides"),
            [new Column(speech.Say("column.decision")), new Column(speech.Say("column.needs")), .. here.Select(c => new Column($"{speech.Of(c.Chamber.Name)} ({speech.Number(c.Term!.Seats)})", Right: true))],
            [.. deciding.Decisions.Where(d => here.Any(c => d.Chambers.Contains(c.Chamber.Id))).Select(d => new Row(
            [
                speech.Of(d.Name),
                speech.Bound(d.Share, d.Strict),
                .. here.Select(c => d.Chambers.Contains(c.Chamber.Id) ? speech.Number(d.Needed(c.Term!.Seats)) : string.Empty),
            ]))]);
    }
}
