using System.Globalization;

namespace Mandate.Archive.Holdings;

/// <summary>The printed page numbers of one copy of a part, row by row: Roman, Arabic, and each that has letters.</summary>
internal sealed class PageLabels
{
    private readonly IReadOnlyList<HeldPage> _pages;

    /// <summary>How many pages without a number stand before each position.</summary>
    private readonly int[] _unnumbered;

    private readonly Dictionary<PageRow, SortedDictionary<int, (int First, int Last, int Count)>> _rows = [];

    /// <summary>Reads the labels.</summary>
    /// <param name="pages">The pages in reading order.</param>
    /// <param name="restarts">Whether a 1 after a larger number begins a new row, as in a volume bound of issues.</param>
    public PageLabels(IReadOnlyList<HeldPage> pages, bool restarts)
    {
        _pages = pages;
        _unnumbered = new int[pages.Count + 1];
        var style = PartLabel.LabelStyle.Of([.. pages.Select(p => p.Label)]);
        var (segment, last) = (0, 0);
        for (var at = 0; at < pages.Count; at++)
        {
            var numbered = PartLabel.TryRead(pages[at].Label, style, out var label);
            _unnumbered[at + 1] = _unnumbered[at] + (numbered ? 0 : 1);
            if (!numbered)
            {
                continue;
            }

            var bare = !label.Roman && label.Prefix.Length == 0 && label.Suffix.Length == 0;
            if (bare)
            {
                segment += restarts && label.Numbers.First == 1 && last > 1 ? 1 : 0;
                last = label.Numbers.Last;
            }

            var row = new PageRow(segment, label.Roman, label.Roman && pages[at].Label!.Any(char.IsUpper), label.Prefix, label.Suffix);
            if (!_rows.TryGetValue(row, out var numbers))
            {
                _rows.Add(row, numbers = []);
            }

            for (var number = label.Numbers.First; number <= label.Numbers.Last; number++)
            {
                numbers[number] = numbers.TryGetValue(number, out var seen) ? (seen.First, at, seen.Count + 1) : (at, at, 1);
            }
        }
    }

    /// <summary>The rows there are.</summary>
    public IReadOnlyCollection<PageRow> Rows => _rows.Keys;

    /// <summary>The numbers of a row with how many pages bear each; empty where it has none.</summary>
    public IEnumerable<(int Number, int Pages)> Numbers(PageRow row) => _rows.TryGetValue(row, out var numbers) ? numbers.Select(n => (n.Key, n.Value.Count)) : [];

    /// <summary>How many pages without a number stand between two numbers of a row; null where this copy has not both.</summary>
    public int? Between(PageRow row, int first, int last)
        => _rows.TryGetValue(row, out var numbers) && numbers.TryGetValue(first, out var a) && numbers.TryGetValue(last, out var b) ? Math.Max(0, _unnumbered[b.First] - _unnumbered[a.Last]) : null;

    /// <summary>How many pages without a number stand before a number, back to the numbered page before it; null where this copy has it not.</summary>
    public int? Before(PageRow row, int number)
    {
        if (!_rows.TryGetValue(row, out var numbers) || !numbers.TryGetValue(number, out var place))
        {
            return null;
        }

        var at = place.First;
        while (at > 0 && _unnumbered[at] > _unnumbered[at - 1])
        {
            at--;
        }

        return place.First - at;
    }

    /// <summary>How many pages without a number stand after a number.</summary>
    public int After(PageRow row, int number) => _rows.TryGetValue(row, out var numbers) && numbers.TryGetValue(number, out var place) ? _unnumbered[_pages.Count] - _unnumbered[place.Last] : 0;
}

/// <summary>A row of page numbers.</summary>
/// <param name="Segment">Counts the returns to 1, from 0.</param>
/// <param name="Roman">Whether it is in Roman numerals.</param>
/// <param name="Capital">Whether these are capitals.</param>
/// <param name="Prefix">What stands before the numbers.</param>
/// <param name="Suffix">What stands after them.</param>
internal readonly record struct PageRow(int Segment, bool Roman, bool Capital, string Prefix, string Suffix)
{
    /// <summary>Bare Arabic numbers.</summary>
    public static PageRow Arabic { get; } = new(0, false, false, string.Empty, string.Empty);

    /// <summary>Whether its numbers are bare Arabic ones, of any segment.</summary>
    public bool IsArabic => !Roman && Prefix.Length == 0 && Suffix.Length == 0;

    /// <summary>Writes a number of the row as it is printed.</summary>
    public string Write(int number) => Prefix + (!Roman || number is < 1 or > 3999 ? number.ToString(CultureInfo.InvariantCulture) : Capital ? RomanNumeral.Write(number).ToUpperInvariant() : RomanNumeral.Write(number)) + Suffix;
}
