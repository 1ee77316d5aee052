using System.Globalization;

namespace Mandate.Archive.Holdings;

/// <summary>Finds missing, repeated and unreadable pages by the numbers printed on them.</summary>
/// <remarks>Copies of the same part are looked at together: a page one of them has is not missing. Pages without a number are plates or covers and are never called missing.</remarks>
internal sealed class PageGaps(EnumerationPlan plan)
{
    private int _withoutPages;
    private int _withoutNumbers;
    private bool _numbered;

    /// <summary>Missing pages, part by part.</summary>
    public List<MissingPages> Missing { get; } = [];

    /// <summary>Pages that cannot be read, part by part.</summary>
    public List<UnreadablePages> Unreadable { get; } = [];

    /// <summary>Numbers printed twice.</summary>
    public List<RepeatedPage> Repeated { get; } = [];

    /// <summary>Looks at the parts of a strand, which are in order.</summary>
    public void Look(HeldStrand strand)
    {
        Piece? before = null;
        foreach (var group in strand.Parts.GroupBy(p => (p.Volumes, p.Issues)))
        {
            var piece = Read([.. group.Select(p => p.Part)], group.Key.Volumes, group.Key.Issues);
            var pooled = plan.Pages == PageNumbering.ContinuousThroughVolume && piece.Issues is not null;
            var follows = pooled && before is not null && before.Volumes == piece.Volumes && Follows(before, piece);
            Within(piece, plan.Pages == PageNumbering.RestartsEachIssue || (plan.Pages == PageNumbering.ContinuousThroughVolume && (piece.Issues is null || BeginsVolume(piece))));
            if (follows)
            {
                Across(before!, piece);
            }

            before = pooled ? piece : null;
        }
    }

    /// <summary>Looks at a part by itself: a supplement, an index, a part without a place.</summary>
    public void Look(HeldPart part) => Within(Read([part], default, null), false);

    /// <summary>What cannot be said about pages.</summary>
    public IEnumerable<string> Unknowns()
    {
        if (plan.Pages == PageNumbering.None)
        {
            yield return "Whether pages are missing is not known: the title prints no page numbers.";
            yield break;
        }

        if (_withoutPages > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Whether pages are missing is not known for parts without recorded pages: {_withoutPages}.");
        }

        if (_withoutNumbers > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"Whether pages are missing is not known for parts without printed page numbers: {_withoutNumbers}.");
        }

        if (_numbered)
        {
            yield return "Whether pages after the last numbered one of a part or volume are missing is not known.";
            if (plan.Pages is null)
            {
                yield return "Whether pages before the first numbered one of a part are missing is not known: the plan does not say how pages are numbered.";
            }
        }
    }

    private Piece Read(IReadOnlyList<HeldPart> copies, NumberRange volumes, NumberRange? issues)
    {
        var restarts = plan.Pages != PageNumbering.ContinuousThroughVolume && issues is not { } i || (issues is { } some && some.Last > some.First && plan.Pages == PageNumbering.RestartsEachIssue);
        var piece = new Piece(PartNames.Short(plan.Captions, copies[0]), volumes, issues, [.. copies.Select(c => new PageLabels(c.Pages, restarts))]);
        foreach (var copy in copies.Where(c => c.Pages.Any(p => !p.Readable)))
        {
            Unreadable.Add(new(PartNames.Short(plan.Captions, copy), [.. copy.Pages.Where(p => !p.Readable)]));
        }

        if (plan.Pages != PageNumbering.None)
        {
            _withoutPages += copies.All(c => c.Pages.Count == 0) ? 1 : 0;
            _withoutNumbers += copies.Any(c => c.Pages.Count > 0) && piece.Copies.All(c => c.Rows.Count == 0) ? 1 : 0;
            _numbered |= piece.Copies.Any(c => c.Rows.Count > 0);
        }

        return piece;
    }

    private void Within(Piece piece, bool fromOne)
    {
        if (plan.Pages == PageNumbering.None)
        {
            return;
        }

        var rows = piece.Copies.SelectMany(c => c.Rows).Distinct().OrderBy(r => r.Segment).ThenByDescending(r => r.Roman).ThenBy(r => r.Prefix, NaturalOrder.Instance).ThenBy(r => r.Suffix, NaturalOrder.Instance).ThenBy(r => r.Capital);
        foreach (var row in rows)
        {
            var numbers = piece.Numbers(row);
            Leading(piece, row, numbers[0], fromOne);
            for (var at = 1; at < numbers.Count; at++)
            {
                var (first, last) = (numbers[at - 1] + 1, numbers[at] - 1);
                if (first <= last)
                {
                    var unnumbered = piece.Copies.Max(c => c.Between(row, first - 1, last + 1)) ?? 0;
                    Missing.Add(new(piece.Name, row.Write(first), row.Write(last), last - first + 1, unnumbered, unnumbered < last - first + 1));
                }
            }

            foreach (var (number, pages) in piece.Copies.SelectMany(c => c.Numbers(row)).Where(n => n.Pages > 1).GroupBy(n => n.Number, n => n.Pages, (n, p) => (n, p.Max())))
            {
                Repeated.Add(new(piece.Name, row.Write(number), pages));
            }
        }
    }

    /// <summary>Pages before the first number: not seen, unless enough pages without a number stand there, or Roman numbers lead up to it.</summary>
    private void Leading(Piece piece, PageRow row, int lowest, bool fromOne)
    {
        if (!fromOne || lowest <= 1 || (!row.Roman && !row.IsArabic))
        {
            return;
        }

        var roman = row.IsArabic ? piece.Copies.SelectMany(c => c.Rows.Where(r => r.Roman && r.Prefix.Length == 0 && r.Segment == row.Segment).SelectMany(r => c.Numbers(r))).Select(n => n.Number).DefaultIfEmpty(0).Max() : 0;
        var unnumbered = piece.Copies.Max(c => c.Before(row, lowest)) ?? 0;
        if (roman != lowest - 1 && unnumbered < lowest - 1)
        {
            Missing.Add(new(piece.Name, row.Write(1), row.Write(lowest - 1), lowest - 1, unnumbered, false));
        }
    }

    /// <summary>Pages between two issues of a volume, and numbers both have.</summary>
    private void Across(Piece before, Piece piece)
    {
        var (left, right) = (before.Numbers(PageRow.Arabic), piece.Numbers(PageRow.Arabic));
        if (left.Count == 0 || right.Count == 0)
        {
            return;
        }

        var name = $"{before.Name} and {piece.Name}";
        var (first, last) = (left[^1] + 1, right[0] - 1);
        if (first <= last)
        {
            var unnumbered = before.Copies.Max(c => c.After(PageRow.Arabic, first - 1)) + (piece.Copies.Max(c => c.Before(PageRow.Arabic, last + 1)) ?? 0);
            Missing.Add(new($"between {name}", PageRow.Arabic.Write(first), PageRow.Arabic.Write(last), last - first + 1, unnumbered, false));
        }

        foreach (var number in left.Intersect(right))
        {
            Repeated.Add(new(name, PageRow.Arabic.Write(number), 2));
        }
    }

    private bool BeginsVolume(Piece piece) => piece.Issues!.Value.First <= 1
        || (plan.First is { Issue: { } first, Volume: { } volume } && volume == piece.Volumes.First && first == piece.Issues.Value.First);

    private bool Follows(Piece before, Piece after)
    {
        var (from, to) = (before.Issues!.Value.Last + 1, after.Issues!.Value.First - 1);
        return to - from < 1000 && Enumerable.Range(from, Math.Max(0, to - from + 1)).All(i => plan.IsNeverPublished(after.Volumes.First, i));
    }

    private sealed record Piece(string Name, NumberRange Volumes, NumberRange? Issues, IReadOnlyList<PageLabels> Copies)
    {
        public IReadOnlyList<int> Numbers(PageRow row) => [.. Copies.SelectMany(c => c.Numbers(row)).Select(n => n.Number).Distinct().Order()];
    }
}
