using System.Globalization;

namespace Mandate.Archive.Holdings;

/// <summary>Writes what is held of a title as ANSI/NISO Z39.71-2006 does, in its area for extent of holdings.</summary>
/// <remarks>
/// <para>Followed: compressed statements from lowest to highest at level 3 (first level of enumeration and chronology) and level 4
/// (all levels); enumeration with the chronology that belongs to it beside it in parentheses; a colon between levels, a hyphen
/// for an unbroken range and for one still received, a comma where the archive has a gap, a semicolon where nothing was published,
/// a diagonal for combined numbers and for years that a part spans; captions repeated at both ends; Arabic numerals for Roman ones;
/// supplements and indexes apart, with the name of the unit in quotation marks, one by one, since ranges of indexes would be ambiguous.</para>
/// <para>Our own choices: at level 3 a volume of which anything is held is held; at level 4 a range is written at full length, not
/// shortened to its volumes; where nobody knows how many issues a volume has, the next volume is taken to follow (the report of
/// completeness says what is not known); months are in English whatever the language of the piece; each series of prefixed
/// numbers, and the parts without a place in the numbering, have a line of their own.</para>
/// <para>Not written: the item identification, location, date of report and general holdings areas (the completeness designator is
/// <see cref="Completeness.Designator"/>), levels 1, 2 and 5, piece designations, alternative numbering (=), unknown digits (?), notes.</para>
/// </remarks>
internal static class HoldingsStatement
{
    /// <summary>Writes the statement, a line a unit: the title itself, its further series, supplements, indexes. Empty where nothing is held.</summary>
    /// <param name="plan">What the title should have.</param>
    /// <param name="held">What is held of it, in any order.</param>
    /// <param name="level">How much to tell.</param>
    /// <param name="asOf">The day for which to write; a range stays open only where no more than a year of parts is late by then. Null: wherever the title still appears.</param>
    public static string Write(SerialPlan plan, IReadOnlyList<HeldPart> held, HoldingsLevel level, DateOnly? asOf = null)
    {
        var rules = plan.Plan;
        var run = HeldRun.Of(rules, [.. held.Where(p => p.Kind == PartKind.Basic)]);
        var lines = new List<string>();
        foreach (var strand in run.Strands)
        {
            var main = strand == run.Main;
            var items = StatementItem.Of(rules.Captions, run.Levels, strand, level);
            var order = new StatementOrder(main ? rules : new EnumerationPlan { Captions = rules.Captions }, run.Levels, strand.Parts);
            lines.Add(Ranges(items, order, main && Open(rules, run, asOf)));
        }

        if (run.Unplaced.Count > 0)
        {
            lines.Add(Itemised(rules.Captions, run.Unplaced, level));
        }

        Apart(PartKind.Supplement, "\"Supplements\" ");
        Apart(PartKind.Index, "\"Indexes\" ");
        return string.Join('\n', lines);

        void Apart(PartKind kind, string name)
        {
            if (held.Where(p => p.Kind == kind).ToList() is { Count: > 0 } parts)
            {
                lines.Add(name + Itemised(rules.Captions, parts, level));
            }
        }
    }

    private static string Ranges(IReadOnlyList<StatementItem> items, StatementOrder order, bool open)
    {
        var (text, start) = (new List<string>(), 0);
        for (var at = 0; at < items.Count; at++)
        {
            var next = at + 1 < items.Count ? order.Between(items[at], items[at + 1]) : (char?)null;
            if (next == '-')
            {
                continue;
            }

            var first = items[start].Text;
            text.Add(next is null && open ? first + "-" : start == at ? first : $"{first}-{items[at].Text}");
            text.Add(next?.ToString() ?? string.Empty);
            start = at + 1;
        }

        return string.Concat(text);
    }

    /// <summary>Whether the title is still received, as far as the parts show.</summary>
    private static bool Open(EnumerationPlan plan, HeldRun run, DateOnly? asOf)
    {
        if (plan.Status != PublicationStatus.Current || plan.Last is not null)
        {
            return false;
        }

        if (asOf is not { } day || plan.PeriodsAYear is not { } periods)
        {
            return true;
        }

        var newest = run.Main!.Parts.Select(p => p.Part.Until ?? p.Part.Date).Where(d => d is not null).MaxBy(d => d!.LastDay);
        return newest is null || PeriodScale.From(plan.Frequency, newest, plan.Pauses)?.Elapsed(day) is not { } late || late <= periods;
    }

    private static string Itemised(Captions captions, IReadOnlyList<HeldPart> parts, HoldingsLevel level)
        => string.Join(',', parts.OrderBy(p => p.Volume, NaturalOrder.Instance).ThenBy(p => p.Issue, NaturalOrder.Instance).ThenBy(p => p.Date?.FirstDay)
            .Select(p => Together(PartNames.Enumeration(captions, level == HoldingsLevel.Summary && p.Volume is not null ? p with { Issue = null } : p), Chronology.Of([p], level))).Distinct());

    /// <summary>Joins enumeration and chronology; the chronology alone where there is no enumeration.</summary>
    public static string Together(string enumeration, string? chronology)
        => chronology is null || chronology == enumeration ? enumeration.Length == 0 ? "[n.d.]" : enumeration : enumeration.Length == 0 ? chronology : $"{enumeration}({chronology})";
}

/// <summary>Writes the chronology of a statement.</summary>
internal static class Chronology
{
    /// <summary>From the earliest date to the latest of some parts: <c>1970</c>, <c>1969/1970</c>, <c>1970:Jan.</c>, <c>1970:Jan./Feb.</c>; null where none has a date.</summary>
    public static string? Of(IEnumerable<HeldPart> parts, HoldingsLevel level)
    {
        var dates = parts.SelectMany(p => new[] { p.Date, p.Until }).OfType<IssueDate>().ToList();
        if (dates.Count == 0)
        {
            return null;
        }

        var (first, last) = (dates.MinBy(d => (d.FirstDay, d.LastDay))!, dates.MaxBy(d => (d.LastDay, d.FirstDay))!);
        var year = first.Year.ToString("0000", CultureInfo.InvariantCulture);
        if (level == HoldingsLevel.Summary)
        {
            return first.Year == last.Year ? year : $"{year}/{last.Year.ToString("0000", CultureInfo.InvariantCulture)}";
        }

        return first == last ? Full(first) : first.Year != last.Year || first.Month is null || last.Month is null ? $"{Full(first)}/{Full(last)}" : $"{Full(first)}/{Within(last)}";
    }

    private static string Full(IssueDate date) => date.Year.ToString("0000", CultureInfo.InvariantCulture) + (date.Month is null ? string.Empty : ":" + Within(date));

    private static string Within(IssueDate date) => date.MonthName + (date.Day is { } day ? string.Create(CultureInfo.InvariantCulture, $" {day}") : string.Empty);
}
