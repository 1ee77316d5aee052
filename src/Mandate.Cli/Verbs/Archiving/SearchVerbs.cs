using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Mandate.Archive;
using Mandate.Archive.Search;
using Mandate.Reports;
using Spectre.Console;

namespace Mandate.Cli.Verbs.Archiving;

/// <summary><c>archive search</c>, <c>find</c>, <c>watch</c>, <c>index</c>.</summary>
internal static class SearchVerbs
{
    public static Command Search(Shell shell)
    {
        var query = new Argument<string>("QUERY") { Description = "Words, \"phrases\", AND OR NOT, \"near words\"~5, prefix*, wil?card, fuzzy~1, field:word (title, author, date, collection, language, type, serial)." };
        var inside = new Option<string?>("--in") { HelpName = "HANDLE", Description = "Search inside one document." };
        var sort = new Option<string>("--sort") { Description = "relevance, newest, oldest or title.", DefaultValueFactory = _ => "relevance" };
        sort.AcceptOnlyFromAmong("relevance", "newest", "oldest", "title");
        var take = new Option<int>("--most") { HelpName = "N", Description = "How many results are shown; all are counted.", DefaultValueFactory = _ => 10 };
        take.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int>() is < 0 or > SearchRequest.MostTaken)
            {
                r.AddError($"Found {r.GetValueOrDefault<int>()} results; expected 0 to {SearchRequest.MostTaken}.");
            }
        });
        var facets = new Option<bool>("--facets") { Description = "Count the results by collection, type, language, year, title and author." };
        var (data, format, language) = (ArchiveShell.Data(), Options.Format(), Options.Language());
        var command = new Command(
            "search",
            """
            Search the pages of all documents; results are papers, acts and documents, the best page first.

            Examples:
              mandate archive search threshold
              mandate archive search '"single constituency" AND language:en'
              mandate archive search 'сайлау' --facets
              mandate archive search quota --in crs/in11581

            Ends with 0 found, 1 nothing found, 2 a query that cannot be run.
            """)
        { query, inside, sort, take, facets, data, format, language };
        command.SetAction((result, _) => ArchiveShell.With(shell, result.GetValue(data), write: false, archive =>
        {
            var request = new SearchRequest(result.GetRequiredValue(query), null)
            {
                Handle = result.GetValue(inside),
                Sort = result.GetRequiredValue(sort) switch { "newest" => SearchSort.DateNewest, "oldest" => SearchSort.DateOldest, "title" => SearchSort.Title, _ => SearchSort.Relevance },
                Take = result.GetValue(take),
                WithFacets = result.GetValue(facets),
            };
            var answer = archive.Search(request, Access.Staff);
            if (answer.Fault is { } fault)
            {
                return shell.Refuse($"The query cannot be run, letter {fault.At + 1}: {fault.Says}");
            }

            var say = new ArchiveWords(result.GetRequiredValue(language));
            if (result.GetRequiredValue(format) == "json")
            {
                ArchiveShell.Write(shell, Json(answer));
            }
            else
            {
                Write(shell, say, answer);
            }

            return answer.Sections > 0 ? Exit.Done : Exit.No;
        }));
        return command;
    }

    public static Command Find(Shell shell)
    {
        var text = new Argument<string>("CITATION") { Description = "A citation as people write it, a handle, an alias, or a report's number." };
        var (data, format) = (ArchiveShell.Data(), Options.Format());
        var command = new Command("find", "Find the page that a citation names.\n\nExamples:\n  mandate archive find \"86 FR 1234\"\n  mandate archive find \"5 U.S.C. § 552\"\n  mandate archive find \"Art. 97-1\"\n  mandate archive find IN11581\n\nEnds with 0 found, 1 nothing found.") { text, data, format };
        command.SetAction((result, _) => ArchiveShell.With(shell, result.GetValue(data), write: false, archive =>
        {
            var places = archive.Navigate(result.GetRequiredValue(text), Access.Staff);
            if (result.GetRequiredValue(format) == "json")
            {
                ArchiveShell.Write(shell, new JsonArray([.. places.Select(p => new JsonObject { ["handle"] = p.Handle.ToString(), ["page"] = p.Page, ["item"] = p.Item, ["address"] = archive.AddressOf(p.Handle, p.Page) })]));
            }
            else
            {
                foreach (var place in places)
                {
                    shell.Out.WriteLine($"{place.Handle}{(place.Page is { } page ? "/" + page.ToString(CultureInfo.InvariantCulture) : string.Empty)}{(place.Item is null ? string.Empty : " " + place.Item)}  {(archive.Find(place.Handle.ToString(), Access.Staff) as Named.Found)?.Document.Title}");
                }
            }

            if (places.Count == 0)
            {
                shell.Error.WriteLine($"No page is named by '{result.GetRequiredValue(text)}'.");
            }

            return places.Count > 0 ? Exit.Done : Exit.No;
        }));
        return command;
    }

    public static Command Watch(Shell shell)
    {
        var name = new Argument<string?>("NAME") { Description = "What the search is called.", Arity = ArgumentArity.ZeroOrOne };
        var query = new Argument<string?>("QUERY") { Description = "The search to keep.", Arity = ArgumentArity.ZeroOrOne };
        var remove = new Option<string?>("--remove") { HelpName = "NAME", Description = "Forget a search." };
        var peek = new Option<bool>("--peek") { Description = "Look without noting it: the same pages are new the next time." };
        var (data, format, language) = (ArchiveShell.Data(), Options.Format(), Options.Language());
        var command = new Command("watch", "Keep a search, or tell what is new to the kept ones since the last look.\n\nExamples:\n  mandate archive watch thresholds 'threshold AND type:act'\n  mandate archive watch\n\nEnds with 0 something is new or was kept, 1 nothing is new.") { name, query, remove, peek, data, format, language };
        command.SetAction((result, _) => ArchiveShell.With(shell, result.GetValue(data), write: true, archive =>
        {
            if (result.GetValue(remove) is { } gone)
            {
                return archive.RemoveSearch(gone) ? Exit.Done : shell.Refuse($"Found no search named '{gone}'.");
            }

            if (result.GetValue(name) is { } kept)
            {
                if (result.GetValue(query) is not { } words)
                {
                    return shell.Refuse("Found a name without a search; expected both: mandate archive watch NAME QUERY.");
                }

                archive.SaveSearch(kept, words);
                return Exit.Done;
            }

            var alerts = archive.Alerts(note: !result.GetValue(peek));
            var say = new ArchiveWords(result.GetRequiredValue(language));
            if (result.GetRequiredValue(format) == "json")
            {
                ArchiveShell.Write(shell, new JsonArray([.. alerts.Select(a => new JsonObject { ["name"] = a.Name, ["query"] = a.Query, ["new"] = Json(a.New) })]));
            }
            else
            {
                foreach (var alert in alerts)
                {
                    shell.Out.WriteLine($"{alert.Name}: {alert.Query}");
                    Write(shell, say, alert.New);
                }
            }

            return alerts.Any(a => a.New.Pages > 0) ? Exit.Done : Exit.No;
        }));
        return command;
    }

    public static Command Index(Shell shell)
    {
        var rebuild = new Option<bool>("--rebuild") { Description = "Make it anew from the first change." };
        var data = ArchiveShell.Data();
        var command = new Command("index", "Bring the index up to the last change, or make it anew.\n\nExample: mandate archive index --rebuild") { rebuild, data };
        command.SetAction((result, _) => ArchiveShell.With(shell, result.GetValue(data), write: false, archive =>
        {
            var progress = ArchiveShell.Progress(shell);
            var isThere = true;
            if (result.GetValue(rebuild))
            {
                archive.RebuildIndex(progress);
            }
            else
            {
                isThere = archive.UpdateIndex(progress);
            }

            ArchiveShell.EndProgress(shell);
            return isThere ? Exit.Done : shell.Refuse("The index is held by another process, such as the portal, which brings it up to date.");
        }));
        return command;
    }

    private static void Write(Shell shell, ArchiveWords say, SearchAnswer answer)
    {
        shell.Out.WriteLine(say.Found(answer.Pages, answer.Sections));
        var console = shell.Layout();
        foreach (var r in answer.Results)
        {
            console.Write(new Text($"\n{r.SectionTitle ?? r.Title}\n", shell.Colour ? new Style(decoration: Decoration.Bold) : Style.Plain));
            console.Write(new Text(string.Join(" · ", new[] { r.Handle, r.SectionTitle is null ? null : r.Title, r.Date, r.Kind, r.Language }.Where(p => !string.IsNullOrEmpty(p))) + "\n"));
            foreach (var page in r.Pages)
            {
                var line = new Paragraph();
                line.Append($"  {page.Page.ToString(CultureInfo.InvariantCulture)}{(page.Label is null ? string.Empty : $" ({page.Label})")}  ");
                foreach (var piece in page.Snippet)
                {
                    line.Append(piece.IsHit && !shell.Colour ? $"[{piece.Text}]" : piece.Text, piece.IsHit && shell.Colour ? new Style(Color.Yellow, decoration: Decoration.Bold) : Style.Plain);
                }

                console.Write(line);
                console.WriteLine();
            }

            if (r.MorePages > 0)
            {
                console.Write(new Text($"  + {r.MorePages.ToString(CultureInfo.InvariantCulture)}\n"));
            }
        }

        if (answer.Facets.Count > 0)
        {
            PaperText.Write(
                say.Paper(string.Empty, [.. answer.Facets.Where(f => f.Values.Count > 0).Select(f => new TableBlock(say[f.Field], [new(say["value"]), new(say["results"], true), new(say["pages"], true)], [.. f.Values.Take(20).Select(v => new Reports.Row([v.Value, say.Number(v.Sections), say.Number(v.Pages)]))]))]),
                shell);
        }
    }

    private static JsonObject Json(SearchAnswer answer) => new()
    {
        ["pages"] = answer.Pages,
        ["results"] = answer.Sections,
        ["shown"] = new JsonArray([.. answer.Results.Select(r => new JsonObject
        {
            ["handle"] = r.Handle,
            ["section"] = r.Section,
            ["title"] = r.Title,
            ["sectionTitle"] = r.SectionTitle,
            ["date"] = r.Date,
            ["kind"] = r.Kind,
            ["language"] = r.Language,
            ["morePages"] = r.MorePages,
            ["pages"] = new JsonArray([.. r.Pages.Select(p => new JsonObject
            {
                ["page"] = p.Page,
                ["label"] = p.Label,
                ["snippet"] = string.Concat(p.Snippet.Select(s => s.Text)),
                ["hits"] = new JsonArray([.. p.Words.Select(w => JsonValue.Create(w))]),
            })]),
        })]),
        ["facets"] = new JsonObject(answer.Facets.Select(f => KeyValuePair.Create(f.Field, (JsonNode?)new JsonArray([.. f.Values.Select(v => new JsonObject { ["value"] = v.Value, ["results"] = v.Sections, ["pages"] = v.Pages })])))),
    };
}
