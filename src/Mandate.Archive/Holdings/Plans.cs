using System.Globalization;
using System.Text.RegularExpressions;

namespace Mandate.Archive.Holdings;

/// <summary>Makes a plan of what is known of a title, and parts of its documents.</summary>
internal static partial class Plans
{
    /// <summary>What a title should have, as far as its facts say. A frequency or a beginning that is not understood is unknown.</summary>
    public static SerialPlan Of(TitleFacts title)
    {
        var last = Point(title.Last);
        return new SerialPlan(title.Id, title.Name, new EnumerationPlan
        {
            Captions = new Captions(title.CaptionVolume ?? "v.", title.CaptionIssue ?? "no."),
            First = Point(title.First),
            Last = last,
            Status = last is not null ? PublicationStatus.Ceased : title.Frequency is not null ? PublicationStatus.Current : PublicationStatus.Unknown,
            IssuesAVolume = title.IssuesPerVolume,
            Numbering = title.ContinuousIssues ? IssueNumbering.Continuous : title.IssuesPerVolume is null ? null : IssueNumbering.RestartsEachVolume,
            Pages = title.ContinuousPages ? PageNumbering.ContinuousThroughVolume : null,
            Frequency = title.Frequency?.ToLowerInvariant() switch
            {
                "weekly" => Frequency.Weekly,
                "monthly" => Frequency.Monthly,
                "quarterly" => Frequency.Quarterly,
                "annual" or "yearly" => Frequency.Annual,
                "irregular" => Frequency.Irregular,
                _ => Frequency.Unknown,
            },
        });
    }

    /// <summary>The parts held: documents of one volume and issue are one part.</summary>
    /// <param name="documents">The title's documents, in order.</param>
    /// <param name="pages">Gives the pages of a document in reading order.</param>
    public static IReadOnlyList<HeldPart> Held(IReadOnlyList<Document> documents, Func<Document, IReadOnlyList<Page>> pages) =>
    [
        .. documents.GroupBy(d => (d.Facts.Volume, Issue: d.Facts.Issue ?? (d.Facts.Volume is null ? d.Facts.Number : null), Date: d.Facts.Volume is null && d.Facts.Issue is null && d.Facts.Number is null ? d.Facts.Date : null))
            .Select(part => new HeldPart(
                part.Key.Volume, part.Key.Issue, part.Select(d => d.Facts.Date).FirstOrDefault(d => d is not null) is { } date ? IssueDate.From(date) : null, PartKind.Basic,
                [.. part.SelectMany(pages).Select(p => new HeldPage(p.Id, p.Label, p.State != PageState.Problem))])),
    ];

    /// <summary>Reads <c>v.1:no.1 1970</c>, <c>1 1970-01</c>, <c>1970</c>.</summary>
    private static PartPoint? Point(string? text)
    {
        if (text is null || PointPattern().Match(text) is not { Success: true } match)
        {
            return null;
        }

        int? Number(string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : null;
        IssueDate? date = PartialDate.TryParse(match.Groups["date"].Value, out var day) ? IssueDate.From(day) : null;
        return Number("volume") is null && date is null ? null : new PartPoint(Number("volume"), Number("issue"), date);
    }

    [GeneratedRegex(@"\A\s*(?:\D{0,10}?(?<volume>[0-9]{1,3})(?:\s*[:(,]\D{0,10}?(?<issue>[0-9]{1,5}))?(?![0-9-]))?\D{0,5}?(?<date>[0-9]{4}(?:-[0-9]{2}){0,2})?\s*\)?\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PointPattern();
}
