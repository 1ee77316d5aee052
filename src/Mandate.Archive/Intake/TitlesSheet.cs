namespace Mandate.Archive.Intake;

/// <summary>Reads titles from a sheet.</summary>
internal static class TitlesSheet
{
    private static readonly string[] Required = ["id", "name", "collection"];

    private static readonly string[] Kinds = ["serial", "laws", "gazette", "register", "code", "reports"];

    private static readonly string[] Optional =
    [
        "abbreviations", "kind", "issn", "language", "publisher", "place", "frequency", "first", "last", "issues_per_volume", "continuous_issues",
        "continuous_pages", "caption_volume", "caption_issue", "patterns", "rights",
    ];

    /// <summary>Reads every row; none are given where there is any fault.</summary>
    /// <param name="path">The table's file.</param>
    /// <param name="shown">Its name for people.</param>
    /// <param name="limits">How large the table may be.</param>
    /// <param name="faults">Receives faults.</param>
    public static IReadOnlyList<TitleFacts> Read(string path, string shown, IntakeLimits limits, ArchiveFaults faults)
    {
        var before = faults.Count;
        var titles = new List<TitleFacts>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in Sheet.Read(path, shown, Required, Optional, limits, faults))
        {
            var id = row["id"] is null ? row.Required("id") : row.Id("id");
            if (id is not null && !lines.TryAdd(id, row.Line))
            {
                row.Fault("id", $"'{id}' again", $"each title once; it stands in line {lines[id]} as well");
            }

            titles.Add(Of(row, id ?? string.Empty));
        }

        return faults.Count == before ? titles : [];
    }

    private static TitleFacts Of(SheetRow row, string id) => new()
    {
        Id = id,
        Name = row.Required("name") ?? string.Empty,
        Collection = (row["collection"] is null ? row.Required("collection") : row.Id("collection")) ?? string.Empty,
        Abbreviations = row.List("abbreviations"),
        Kind = row.OneOf("kind", Kinds) ?? Kinds[0],
        Issn = row.Issn("issn"),
        Language = row.Language("language"),
        Publisher = row.Text("publisher"),
        Place = row.Text("place"),
        Frequency = row.Text("frequency", 100),
        First = row.Text("first", 100),
        Last = row.Text("last", 100),
        IssuesPerVolume = row.Number("issues_per_volume"),
        ContinuousIssues = row.YesNo("continuous_issues") ?? false,
        ContinuousPages = row.YesNo("continuous_pages") ?? false,
        CaptionVolume = row.Text("caption_volume", 40),
        CaptionIssue = row.Text("caption_issue", 40),
        Patterns = row.List("patterns"),
        Rights = row.Text("rights"),
    };
}
