using System.Globalization;
using Mandate.Archive;
using Mandate.Archive.Holdings;

namespace Mandate.Modules.Tests.TheArchive.Holdings;

/// <summary>Short ways to write plans and parts in tests.</summary>
internal static class Held
{
    public static readonly DateOnly Today = new(2026, 11, 25);

    public static SerialPlan Title(EnumerationPlan? plan = null) => new("t1", "Gazette", plan ?? EnumerationPlan.Unknown);

    /// <summary>A monthly with a volume a year, from January 1970 to December of the last volume; null: it still appears.</summary>
    public static EnumerationPlan Monthly(int? lastVolume) => new()
    {
        Levels = Levels.VolumesAndIssues,
        First = new(1, 1, new(1970, 1)),
        Last = lastVolume is { } last ? new(last, 12) : null,
        Status = lastVolume is null ? PublicationStatus.Current : PublicationStatus.Ceased,
        IssuesAVolume = 12,
        Numbering = IssueNumbering.RestartsEachVolume,
        Frequency = Frequency.Monthly,
        VolumesAYear = 1,
    };

    /// <summary>Issues of that monthly.</summary>
    public static IEnumerable<HeldPart> Months(int volume, int first, int last)
        => Enumerable.Range(first, last - first + 1).Select(i => Part(volume, Text(i), new IssueDate(1969 + volume, i)));

    public static HeldPart Part(int? volume, string? issue = null, IssueDate? date = null, params HeldPage[] pages)
        => new(volume is { } v ? Text(v) : null, issue, date, PartKind.Basic, pages);

    /// <summary>Whole volumes, the first of a year.</summary>
    public static IEnumerable<HeldPart> Years(int first, int last, int firstYear) => Enumerable.Range(first, last - first + 1).Select(v => Part(v, null, new IssueDate(firstYear + v - first)));

    /// <summary>Numbers of a series without volumes.</summary>
    public static IEnumerable<HeldPart> Numbers(params string[] numbers) => numbers.Select(n => Part(null, n));

    /// <summary>Pages by their labels, parted by blanks: <c>i-iv 1-10 . 12</c>; a point is a page without a number, a mark of exclamation after a label one that cannot be read.</summary>
    public static HeldPage[] Pages(string labels)
    {
        var pages = new List<HeldPage>();
        foreach (var label in labels.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = label.TrimEnd('!');
            if (bare.Split("..") is [var first, var last])
            {
                var roman = RomanNumeral.Read(first) is not null;
                var (from, to) = roman ? (RomanNumeral.Read(first)!.Value, RomanNumeral.Read(last)!.Value) : (int.Parse(first, CultureInfo.InvariantCulture), int.Parse(last, CultureInfo.InvariantCulture));
                for (var number = from; number <= to; number++)
                {
                    pages.Add(new(pages.Count + 1, roman ? RomanNumeral.Write(number) : Text(number)));
                }
            }
            else
            {
                pages.Add(new(pages.Count + 1, bare == "." ? null : bare, bare == label));
            }
        }

        return [.. pages];
    }

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
