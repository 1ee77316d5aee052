using System.Globalization;

namespace Mandate.Archive.Holdings;

/// <summary>Names parts, for a person and for a statement.</summary>
internal sealed class PartNames(Captions captions, Strand strand)
{
    /// <summary>A short name: <c>v. 3, no. 2 (Apr. 1972)</c>, <c>v. 3 (1972)</c>, <c>no. 12</c>.</summary>
    /// <param name="volumes">The volume; null or 0 to 0 for none.</param>
    /// <param name="issues">The issues; null for a whole volume.</param>
    /// <param name="date">The date; null for none.</param>
    public string Short(NumberRange? volumes, NumberRange? issues, IssueDate? date)
    {
        var parts = new List<string>(2);
        if (volumes is { } v && v != default)
        {
            parts.Add(Captioned(captions.Volume, " ", Numbers(strand.VolumePrefix, v, strand.VolumeSuffix)));
        }

        if (issues is { } i)
        {
            parts.Add(Captioned(captions.Issue, " ", Numbers(strand.IssuePrefix, i, strand.IssueSuffix)));
        }

        return string.Join(", ", parts) + (date is null ? string.Empty : $" ({date})");
    }

    /// <summary>The short name of a held part by its labels as printed.</summary>
    public static string Short(Captions captions, HeldPart part)
    {
        var parts = new List<string>(2);
        if (part.Volume is not null)
        {
            parts.Add(Captioned(captions.Volume, " ", part.Volume));
        }

        if (part.Issue is not null)
        {
            parts.Add(Captioned(captions.Issue, " ", part.Issue));
        }

        var kind = part.Kind switch { PartKind.Supplement => "supplement ", PartKind.Index => "index ", _ => string.Empty };
        var name = parts.Count > 0 ? string.Join(", ", parts) + (part.Date is null ? string.Empty : $" ({part.Date})") : part.Date?.ToString() ?? "without number or date";
        return kind + name;
    }

    /// <summary>The enumeration of a statement: <c>v.3:no.2</c>.</summary>
    public string Enumeration(NumberRange volumes, NumberRange? issues)
    {
        var volume = volumes == default ? null : Captioned(captions.Volume, string.Empty, Numbers(strand.VolumePrefix, volumes, strand.VolumeSuffix));
        var issue = issues is { } i ? Captioned(captions.Issue, string.Empty, Numbers(strand.IssuePrefix, i, strand.IssueSuffix)) : null;
        return volume is null ? issue ?? string.Empty : issue is null ? volume : $"{volume}:{issue}";
    }

    /// <summary>The enumeration of a part by its labels as printed.</summary>
    public static string Enumeration(Captions captions, HeldPart part) => string.Join(':', new[]
    {
        part.Volume is null ? null : Captioned(captions.Volume, string.Empty, part.Volume),
        part.Issue is null ? null : Captioned(captions.Issue, string.Empty, part.Issue),
    }.Where(p => p is not null));

    private static string Captioned(string caption, string gap, string number) => caption.Length == 0 ? number : caption + gap + number;

    private static string Numbers(string prefix, NumberRange numbers, string suffix)
        => prefix + (numbers.First == numbers.Last ? Number(numbers.First) : $"{Number(numbers.First)}/{Number(numbers.Last)}") + suffix;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
