using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Mandate.Archive;
using Mandate.Archive.Intake;
using Mandate.Reports;

namespace Mandate.Cli.Verbs.Archiving;

/// <summary><c>archive add</c>, <c>resume</c>, <c>status</c>: documents are taken in and read.</summary>
internal static class AddVerb
{
    public static Command Make(Shell shell)
    {
        var paths = new Argument<string[]>("PATH") { Description = "PDF, TIFF, JPEG, PNG or JPEG 2000 files; folders; BagIt bags; zips of these.", Arity = ArgumentArity.ZeroOrMore };
        var handle = new Option<string?>("--handle") { HelpName = "H", Description = "The handle of one file, such as crs/in11581." };
        var collection = new Option<string?>("--collection") { HelpName = "ID", Description = "The collection of files without a handle; each takes its file's name as its own." };
        var sheet = new Option<string?>("--sheet") { HelpName = "CSV", Description = "What is known of the files, one a row: file, handle, title, language, authors, date, kind, collection, serial, volume, issue, number, first_label, standing, rights, source, publisher, place, issn, aliases, sha256, restricted." };
        var title = new Option<string?>("--title") { HelpName = "TEXT", Description = "The title of one file." };
        var language = new Option<string?>("--document-language") { HelpName = "L", Description = "The language of the files (ISO 639-1): it is then not looked for." };
        var date = new Option<string?>("--date") { HelpName = "D", Description = "The date of one file: YYYY, YYYY-MM or YYYY-MM-DD." };
        var kind = new Option<string?>("--kind") { HelpName = "K", Description = "What one file is: article, act, code, gazette, report, protocol, book, issue, case, debate or document." };
        kind.AcceptOnlyFromAmong("article", "act", "code", "gazette", "report", "protocol", "book", "issue", "case", "debate", "document");
        var restricted = new Option<bool>("--restricted") { Description = "The original is restricted: the public sees a page only once it is released, with parts covered." };
        var edition = new Option<string?>("--edition") { HelpName = "NOTE", Description = "The file is a new edition (a re-scan, an erratum) of the document with this handle, and why." };
        var pages = new Option<string?>("--pages") { HelpName = "IDS", Description = "With --edition: the page ids that the file holds, such as 3 or 2-4,7; all from 1 on where it is not given." };
        var isDouble = new Option<bool>("--double") { Description = "Take a file that is a document already." };
        var processes = Processes();
        var (data, format) = (ArchiveShell.Data(), Options.Format());
        var command = new Command(
            "add",
            """
            Take documents in: originals are kept byte for byte, every page is read, and the index follows. A run that was ended can be
            started again, or taken up with 'archive resume': no page is read twice.

            Examples:
              mandate archive add IN11581.pdf --handle crs/in11581 --title "Parliamentary Elections in Kazakhstan"
              mandate archive add scans/ --collection gazette
              mandate archive add --sheet documents.csv
              mandate archive add better.tif --handle gazette/1921-14 --edition "pages 3 and 4 scanned again" --pages 3,4

            Ends with 0 all taken in, 1 some files were refused, 2 wrong use or faults, after which nothing was taken.
            """)
        { paths, handle, collection, sheet, title, language, date, kind, restricted, edition, pages, isDouble, processes, data, format };
        command.Validators.Add(r =>
        {
            if (r.GetValue(date) is { } text && !PartialDate.TryParse(text, out _))
            {
                r.AddError($"Found date '{text}'; expected YYYY, YYYY-MM or YYYY-MM-DD.");
            }

            if (r.GetValue(handle) is { } name && !Handle.TryParse(name, out _))
            {
                r.AddError($"Found '{name}'; expected a handle: {Handle.Rule}");
            }

            if (r.GetValue(edition) is not null && r.GetValue(handle) is null)
            {
                r.AddError("Found --edition without --handle; expected the document it is an edition of.");
            }

            if (r.GetValue(pages) is { } list && Ids(list) is null)
            {
                r.AddError($"Found pages '{list}'; expected ids such as 3 or 2-4,7.");
            }
        });
        command.SetAction((result, cancel) => ArchiveShell.WithAsync(shell, result.GetValue(data), write: true, async archive =>
        {
            var metadata = result.GetValue(sheet) is { } csv ? new SheetOptions(csv, result.GetValue(collection)) : null;
            using var plan = IntakeSource.Read(result.GetValue(paths) ?? [], IntakeLimits.Default, metadata, cancel);
            if (plan.Faults.Count > 0)
            {
                return SetUpVerbs.Refuse(shell, plan.Faults, plan.MoreFaults);
            }

            foreach (var passed in plan.PassedOver)
            {
                shell.Error.WriteLine($"Left where it is: {passed}");
            }

            if (result.GetValue(handle) is not null && plan.Items.Count > 1)
            {
                return shell.Refuse($"Found {plan.Items.Count} files for the one handle {result.GetValue(handle)}; expected one. Give a sheet with a handle a row, or --collection.");
            }

            var facts = new DocumentFacts
            {
                Title = result.GetValue(title),
                Language = result.GetValue(language),
                Date = result.GetValue(date) is { } day ? PartialDate.Parse(day) : null,
                Kind = result.GetValue(kind),
                IsRestricted = result.GetValue(restricted),
            };
            var (items, faults) = Named(plan.Items, result.GetValue(handle), result.GetValue(collection), metadata is null ? facts : null);
            if (faults.Count > 0)
            {
                return SetUpVerbs.Refuse(shell, faults, 0);
            }

            var progress = ArchiveShell.Progress(shell);
            var reading = ArchiveShell.Reading(result.GetValue(processes));
            var (taken, read) = result.GetValue(edition) is { } note
                ? await One(archive.AddEditionAsync(items[0], note, Ids(result.GetValue(pages)), reading, progress, cancel))
                : await archive.TakeInAsync(items, result.GetValue(isDouble), reading, progress, cancel);
            ArchiveShell.EndProgress(shell);
            return Say(shell, taken, read, result.GetRequiredValue(format) == "json");
        }));
        return command;
    }

    public static Command Resume(Shell shell)
    {
        var processes = Processes();
        var (data, format) = (ArchiveShell.Data(), Options.Format());
        var command = new Command("resume", "Read the pages that still wait, after a run that was ended.\n\nExample: mandate archive resume") { processes, data, format };
        command.SetAction((result, cancel) => ArchiveShell.WithAsync(shell, result.GetValue(data), write: true, async archive =>
        {
            var (taken, read) = await archive.TakeInAsync([], false, ArchiveShell.Reading(result.GetValue(processes)), ArchiveShell.Progress(shell), cancel);
            ArchiveShell.EndProgress(shell);
            return Say(shell, taken, read, result.GetRequiredValue(format) == "json");
        }));
        return command;
    }

    public static Command Status(Shell shell)
    {
        var (data, format, language) = (ArchiveShell.Data(), Options.Format(), Options.Language());
        var command = new Command("status", "How pages and originals stand: read, waiting, with problems; intact, altered, missing.\n\nExample: mandate archive status") { data, format, language };
        command.SetAction((result, _) => ArchiveShell.With(shell, result.GetValue(data), write: false, archive =>
        {
            var (pages, files, problems) = (archive.CountPages(), archive.FixityState(), archive.Problems(1000));
            if (result.GetRequiredValue(format) == "json")
            {
                ArchiveShell.Write(shell, new JsonObject
                {
                    ["pages"] = new JsonObject(pages.Select(p => KeyValuePair.Create(p.State, (JsonNode?)p.Pages))),
                    ["originals"] = new JsonObject(files.Select(f => KeyValuePair.Create(f.Outcome, (JsonNode?)f.Files))),
                    ["problems"] = new JsonArray([.. problems.Select(p => new JsonObject { ["page"] = $"{p.Handle}/{p.Id}", ["problem"] = p.Problem })]),
                });
                return Exit.Done;
            }

            var say = new ArchiveWords(result.GetRequiredValue(language));
            var blocks = new List<Block>
            {
                new TableBlock(say["pages"], [new(say["state"]), new(say["pages"], true)], [.. pages.Select(p => new Row([say[p.State], say.Number(p.Pages)]))]),
                new TableBlock(say["originals"], [new(say["state"]), new(say["files"], true), new(say["checked"])], [.. files.Select(f => new Row([say[f.Outcome], say.Number(f.Files), f.Oldest ?? "–"]))]),
            };
            if (problems.Count > 0)
            {
                blocks.Add(new TableBlock(say["problems"], [new(say["page"]), new(say["problem"])], [.. problems.Take(50).Select(p => new Row([$"{p.Handle}/{p.Id.ToString(CultureInfo.InvariantCulture)}", p.Problem!]))]));
            }

            PaperText.Write(say.Paper(say["archive"], [.. blocks]), shell);
            return Exit.Done;
        }));
        return command;
    }

    /// <summary>Gives every item a handle, and those without a sheet what the options say.</summary>
    private static (IReadOnlyList<IntakeItem> Items, IReadOnlyList<ArchiveFault> Faults) Named(IReadOnlyList<IntakeItem> items, string? handle, string? collection, DocumentFacts? facts)
    {
        var faults = new List<ArchiveFault>();
        var named = new List<IntakeItem>();
        var seen = new Dictionary<Handle, string>();
        foreach (var item in items)
        {
            var own = item.Collection ?? collection;
            var given = handle is not null ? Handle.Parse(handle) : item.Handle;
            if (given is null && (own is null || !Handle.TryParse($"{own}/{Slug(item.Shown)}", out var made)))
            {
                faults.Add(new ArchiveFault(item.Shown, 0, 0, own is null ? "no handle" : $"the file's name, which makes no handle in '{own}'", "--handle for one file, --collection for files named in plain letters, or a sheet with a handle a row"));
                continue;
            }

            var whole = given ?? Handle.Parse($"{own}/{Slug(item.Shown)}");
            if (!seen.TryAdd(whole, item.Shown))
            {
                faults.Add(new ArchiveFault(item.Shown, 0, 0, $"the handle {whole}, which {seen[whole]} has", "a handle of its own: name it in a sheet"));
            }

            named.Add(item with { Handle = whole, Facts = facts is null ? item.Facts : facts with { Title = facts.Title ?? item.Facts.Title } });
        }

        return (named, faults);
    }

    /// <summary>A file's name as the second part of a handle: small letters and digits, the rest a hyphen.</summary>
    private static string Slug(string shown)
    {
        var name = Path.GetFileNameWithoutExtension(shown).ToLowerInvariant();
        var slug = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' ? c : '-')).Trim('-', '.', '_');
        return slug.Length > 64 ? slug[..64].TrimEnd('-', '.', '_') : slug;
    }

    private static int Say(Shell shell, IReadOnlyList<TakenIn> taken, PagesRead read, bool isJson)
    {
        var refused = taken.Where(t => t.Outcome == TakenOutcome.Refused).ToList();
        foreach (var line in taken.SelectMany(t => t.Remarks.Select(r => $"{t.Item.Shown}: {r}")).Concat(refused.Select(r => r.Refusal!)).Concat(read.Left))
        {
            shell.Error.WriteLine(line);
        }

        var (fresh, there) = (taken.Count(t => t.Outcome == TakenOutcome.Taken), taken.Count(t => t.Outcome == TakenOutcome.ThereAlready));
        if (isJson)
        {
            ArchiveShell.Write(shell, new JsonObject
            {
                ["taken"] = fresh,
                ["thereAlready"] = there,
                ["refused"] = new JsonArray([.. refused.Select(r => new JsonObject { ["file"] = r.Item.Shown, ["handle"] = r.Handle.ToString(), ["reason"] = r.Refusal })]),
                ["pagesRead"] = read.Pages,
                ["pagesWithProblems"] = read.Problems,
                ["left"] = new JsonArray([.. read.Left.Select(l => JsonValue.Create(l))]),
                ["documents"] = new JsonArray([.. taken.Where(t => t.Outcome != TakenOutcome.Refused).Select(t => new JsonObject { ["handle"] = t.Handle.ToString(), ["pages"] = t.Pages })]),
            });
        }
        else
        {
            shell.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{fresh} documents taken in, {there} were there already, {refused.Count} refused; {read.Pages} pages read, {read.Problems} of them with a problem."));
        }

        return refused.Count + read.Left.Count > 0 ? Exit.No : Exit.Done;
    }

    private static async Task<(IReadOnlyList<TakenIn> Taken, PagesRead Read)> One(Task<(TakenIn Taken, PagesRead Read)> task)
    {
        var (taken, read) = await task;
        return ([taken], read);
    }

    private static Option<int?> Processes()
    {
        var processes = new Option<int?>("--processes") { HelpName = "N", Description = "How many pages are read at once; one a core where it is not given." };
        processes.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int?>() is < 1 or > 256)
            {
                r.AddError($"Found {r.GetValueOrDefault<int?>()} processes; expected 1 to 256.");
            }
        });
        return processes;
    }

    private static List<int>? Ids(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var ids = new List<int>();
        foreach (var part in text.Split(','))
        {
            var ends = part.Split('-');
            if (ends.Length > 2 || !int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first) || !int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last) || first < 1 || last < first || last - first > 20_000)
            {
                return null;
            }

            ids.AddRange(Enumerable.Range(first, last - first + 1));
        }

        return ids;
    }
}
