using System.CommandLine;
using System.Text.Json.Nodes;
using Mandate.Archive;
using Mandate.Archive.Holdings;
using Mandate.Reports;

namespace Mandate.Cli.Verbs.Archiving;

/// <summary><c>archive holdings</c>: what the archive has of a title, and what is missing.</summary>
internal static class HoldingsVerb
{
    public static Command Make(Shell shell)
    {
        var title = new Argument<string>("TITLE") { Description = "The id of a title; 'archive titles' lists them." };
        var level = new Option<int>("--level") { Description = "How much the statement tells: 3 volumes and years, 4 issues and dates.", DefaultValueFactory = _ => 4 };
        level.AcceptOnlyFromAmong("3", "4");
        var (data, format, language) = (ArchiveShell.Data(), Options.Format(), Options.Language());
        var command = new Command(
            "holdings",
            """
            State what the archive has of a title, as NISO Z39.71 writes it, and name every missing volume, issue and page.

            Example: mandate archive holdings gazette

            Ends with 0 nothing is known to be missing, 1 something is missing.
            """)
        { title, level, data, format, language };
        command.SetAction((result, _) => ArchiveShell.With(shell, result.GetValue(data), write: false, archive =>
        {
            if (archive.Title(result.GetRequiredValue(title), Access.Staff) is not { } facts)
            {
                return shell.Refuse($"Found no title '{result.GetRequiredValue(title)}'; expected one of: {string.Join(", ", archive.Titles(Access.Staff).Select(t => t.Id))}.");
            }

            var statement = archive.HoldingsOf(facts, (HoldingsLevel)result.GetValue(level), Access.Staff);
            var report = archive.Missing(facts, Access.Staff);
            var missing = Missing(report);
            if (result.GetRequiredValue(format) == "json")
            {
                ArchiveShell.Write(shell, new JsonObject
                {
                    ["title"] = facts.Id,
                    ["statement"] = statement,
                    ["volumesExpected"] = report.VolumesExpected,
                    ["volumesHeld"] = report.VolumesHeld,
                    ["issuesExpected"] = report.IssuesExpected,
                    ["issuesHeld"] = report.IssuesHeld,
                    ["missing"] = new JsonArray([.. missing.Select(m => new JsonObject { ["what"] = m.What, ["name"] = m.Name, ["why"] = m.Why })]),
                    ["unknown"] = new JsonArray([.. report.Unknowns.Select(u => JsonValue.Create(u))]),
                    ["contradictions"] = new JsonArray([.. report.Contradictions.Select(u => JsonValue.Create(u))]),
                });
            }
            else
            {
                var say = new ArchiveWords(result.GetRequiredValue(language));
                var blocks = new List<Block> { new FactsBlock([new(say["holdings"], statement), new(say["volumes"], Of(say, report.VolumesHeld, report.VolumesExpected)), new(say["issues"], Of(say, report.IssuesHeld, report.IssuesExpected))]) };
                if (missing.Count > 0)
                {
                    blocks.Add(new TableBlock(say["missing"], [new(say["kind"]), new(say["name"]), new(say["why"])], [.. missing.Select(m => new Row([say[m.What], m.Name, say["why." + m.Why]]))]));
                }

                blocks.AddRange(report.Contradictions.Select(c => new NoticeBlock(NoticeKind.Warning, c)));
                blocks.AddRange(report.Unknowns.Select(u => new NoticeBlock(NoticeKind.Note, u)));
                PaperText.Write(say.Paper(facts.Name, [.. blocks]), shell);
            }

            return missing.Count > 0 ? Exit.No : Exit.Done;
        }));
        return command;
    }

    private static List<(string What, string Name, string Why)> Missing(Completeness report) =>
    [
        .. report.Volumes.Select(v => ("volume", v.Name, v.Reason.ToString())),
        .. report.Issues.Select(i => ("issue", i.Name, i.Reason.ToString())),
        .. report.Pages.Select(p => ("page", p.ToString(), p.Certain ? "BetweenHeld" : "NotSeen")),
        .. report.Unreadable.Select(u => ("page", $"{u.Part}: {string.Join(", ", u.Pages.Select(p => p.Label ?? p.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)))}", "Unreadable")),
        .. report.Extras.Select(e => ("issue", e.Name, "Planned")),
    ];

    private static string Of(ArchiveWords say, int? held, int? expected) => $"{(held is { } h ? say.Number(h) : say["unknown"])} / {(expected is { } e ? say.Number(e) : say["unknown"])}";
}
