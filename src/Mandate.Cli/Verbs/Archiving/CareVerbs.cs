using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Mandate.Archive;
using Mandate.Archive.Intake;

namespace Mandate.Cli.Verbs.Archiving;

/// <summary><c>archive contents</c>, <c>alias</c>, <c>merge</c>, <c>withdraw</c>, <c>label</c>, <c>release</c>, <c>fixity</c>: care for what was taken in.</summary>
internal static class CareVerbs
{
    public static Command Contents(Shell shell)
    {
        var name = Handled();
        var sheet = new Argument<string?>("SHEET") { Description = "A CSV with one section a row: section, parent, kind, title, authors, first_page, last_page, label. Without it the contents are listed.", Arity = ArgumentArity.ZeroOrOne };
        var (data, format) = (ArchiveShell.Data(), Options.Format());
        var command = new Command("contents", "List the sections of a document, or take them from a sheet.\n\nExample: mandate archive contents gazette/1-1 contents.csv") { name, sheet, data, format };
        command.SetAction((result, _) => ArchiveShell.With(shell, result.GetValue(data), write: result.GetValue(sheet) is not null, archive =>
        {
            if (ArchiveShell.Document(shell, archive, result.GetRequiredValue(name)) is not { } document)
            {
                return Exit.No;
            }

            if (result.GetValue(sheet) is { } path)
            {
                var faults = new ArchiveFaults();
                var facts = ContentsSheet.Read(Path.GetFullPath(path), path, document.Pages, IntakeLimits.Default, faults);
                if (faults.Count > 0)
                {
                    return SetUpVerbs.Refuse(shell, faults.All, faults.More);
                }

                archive.SetSections(document.Handle, [.. facts.Select(f => new Section(f.Section, f.Parent, f.Kind ?? "chapter", f.Title ?? f.Section, [.. f.Authors.Select(a => a.ToString())], f.FirstPage, f.LastPage ?? f.FirstPage, f.Label))]);
                shell.Error.WriteLine($"Sections of {document.Handle} taken from {path}: {facts.Count}.");
                return Exit.Done;
            }

            var sections = archive.Sections(document);
            if (result.GetRequiredValue(format) == "json")
            {
                ArchiveShell.Write(shell, new JsonArray([.. sections.Select(s => new JsonObject { ["section"] = s.Id, ["parent"] = s.Parent, ["kind"] = s.Kind, ["title"] = s.Title, ["label"] = s.Label, ["firstPage"] = s.FirstPage, ["lastPage"] = s.LastPage })]));
                return Exit.Done;
            }

            var level = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var s in sections)
            {
                level[s.Id] = s.Parent is { } parent ? level.GetValueOrDefault(parent) + 1 : 0;
                shell.Out.WriteLine($"{new string(' ', level[s.Id] * 2)}{s.Id}  {s.Title}  {s.FirstPage.ToString(CultureInfo.InvariantCulture)}–{s.LastPage.ToString(CultureInfo.InvariantCulture)}");
            }

            return Exit.Done;
        }));
        return command;
    }

    public static Command Alias(Shell shell)
    {
        var (name, alias, data) = (Handled(), new Argument<string>("ALIAS") { Description = "The name that others gave it, such as hein.crs/goveblk0001." }, ArchiveShell.Data());
        var command = new Command("alias", "Give a document one more name; it leads to the handle for ever.\n\nExample: mandate archive alias crs/in11581 hein.crs/goveblk0001") { name, alias, data };
        return Acting(shell, command, name, data, (archive, document, result) => archive.AddAlias(document.Handle, result.GetRequiredValue(alias)));
    }

    public static Command Merge(Shell shell)
    {
        var (name, into, reason, data) = (Handled(), new Argument<string>("INTO") { Description = "The handle of the document that stays." }, Reason(), ArchiveShell.Data());
        var command = new Command("merge", "Merge a document into another: its handle leads there from now on.\n\nExample: mandate archive merge crs/in11581-copy crs/in11581 --reason \"the same paper\"") { name, into, reason, data };
        return Acting(shell, command, name, data, (archive, document, result) => archive.Merge(document.Handle, Parse(result.GetRequiredValue(into)), result.GetRequiredValue(reason)));
    }

    public static Command Withdraw(Shell shell)
    {
        var (name, reason, data) = (Handled(), Reason(), ArchiveShell.Data());
        var command = new Command("withdraw", "Take a document down: its handle stays and tells why.\n\nExample: mandate archive withdraw crs/in11581 --reason \"at the publisher's request\"") { name, reason, data };
        return Acting(shell, command, name, data, (archive, document, result) => archive.Withdraw(document.Handle, result.GetRequiredValue(reason)));
    }

    public static Command Label(Shell shell)
    {
        var page = new Argument<string>("PAGE") { Description = "A page such as crs/in11581/3." };
        var label = new Option<string?>("--label") { HelpName = "TEXT", Description = "The label printed on it; none where it is not given." };
        var position = new Option<int?>("--position") { HelpName = "N", Description = "Its place in the reading order; as it was where it is not given." };
        var data = ArchiveShell.Data();
        var command = new Command("label", "Correct a page's printed label or its place in the reading order; its id stays.\n\nExample: mandate archive label crs/in11581/3 --label iii") { page, label, position, data };
        command.SetAction((result, _) => ArchiveShell.With(shell, result.GetValue(data), write: true, archive =>
        {
            if (OfPage(shell, archive, result.GetRequiredValue(page)) is not var (document, there))
            {
                return Exit.No;
            }

            archive.SetPlace(document.Handle, there.Id, result.GetValue(position) ?? there.Position, result.GetValue(label));
            return Exit.Done;
        }));
        return command;
    }

    public static Command Release(Shell shell)
    {
        var page = new Argument<string>("PAGE") { Description = "A page of a restricted document, such as protocols/0042/1." };
        var boxes = new Option<string[]>("--box") { HelpName = "L,T,W,H", Description = "What to cover, in pixels of the page's frame: left, top, width, height. May be given several times." };
        var words = new Option<string[]>("--word") { HelpName = "TEXT", Description = "Cover every word that reads so, whatever its case. May be given several times." };
        var open = new Option<bool>("--as-it-is") { Description = "Release the page with nothing covered." };
        var data = ArchiveShell.Data();
        var command = new Command(
            "release",
            """
            Release a page of a restricted document to the public, with parts covered. What is covered is burnt into the public image and cut
            from its text; the original stays with staff. Look at the page afterwards.

            Example: mandate archive release protocols/0042/1 --word Ivanov --box 120,3010,900,140
            """)
        { page, boxes, words, open, data };
        command.SetAction((result, cancel) => ArchiveShell.WithAsync(shell, result.GetValue(data), write: true, async archive =>
        {
            if (OfPage(shell, archive, result.GetRequiredValue(page)) is not var (document, there))
            {
                return Exit.No;
            }

            var cover = new List<Box>();
            foreach (var text in result.GetValue(boxes) ?? [])
            {
                var numbers = text.Split(',').Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
                if (numbers.Count != 4 || numbers.Contains(-1))
                {
                    return shell.Refuse($"Found the box '{text}'; expected left,top,width,height in pixels, such as 120,3010,900,140.");
                }

                cover.Add(new Box(numbers[0], numbers[1], numbers[2], numbers[3]));
            }

            foreach (var word in result.GetValue(words) ?? [])
            {
                var found = archive.MasterBoxes(document, there.Id, word);
                if (found.Count == 0)
                {
                    return shell.Refuse($"Found no word '{word}' on {document.Handle}/{there.Id}; nothing was released. Cover it with --box.");
                }

                cover.AddRange(found);
            }

            if (cover.Count == 0 && !result.GetValue(open))
            {
                return shell.Refuse("Found nothing to cover; expected --box, --word, or --as-it-is to release the whole page.");
            }

            await archive.ReleaseAsync(document, there.Id, cover, ArchiveShell.Reading(1), cancel);
            shell.Error.WriteLine($"{document.Handle}/{there.Id} is released, {cover.Count} places covered.");
            return Exit.Done;
        }));
        return command;
    }

    public static Command Fixity(Shell shell)
    {
        var older = new Option<int>("--older-than") { HelpName = "DAYS", Description = "Check originals that were last checked longer ago.", DefaultValueFactory = _ => 90 };
        var most = new Option<int>("--most") { HelpName = "N", Description = "How many at most, so that a nightly job can go through all of them bit by bit.", DefaultValueFactory = _ => 1_000_000 };
        var (data, format) = (ArchiveShell.Data(), Options.Format());
        var command = new Command(
            "fixity",
            """
            Check originals against their hashes, those checked longest ago first, and note the outcome as an event. Run it every night (cron,
            systemd): each original is then checked again after the days given.

            Example: mandate archive fixity --older-than 90 --most 10000

            Ends with 0 all intact, 1 some are altered, missing or unreadable.
            """)
        { older, most, data, format };
        command.SetAction((result, cancel) => ArchiveShell.WithAsync(shell, result.GetValue(data), write: true, async archive =>
        {
            var before = TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(Math.Clamp(result.GetValue(older), 0, 36_500)) + TimeSpan.FromSeconds(result.GetValue(older) == 0 ? 1 : 0);
            var done = await archive.CheckFixityAsync(before, result.GetValue(most), ArchiveShell.Progress(shell), cancel);
            ArchiveShell.EndProgress(shell);
            var bad = done.Where(d => d.Outcome != "intact").ToList();
            if (result.GetRequiredValue(format) == "json")
            {
                ArchiveShell.Write(shell, new JsonObject { ["checked"] = done.Count, ["intact"] = done.Count - bad.Count, ["not"] = new JsonArray([.. bad.Select(b => new JsonObject { ["sha256"] = b.Sha256, ["outcome"] = b.Outcome, ["detail"] = b.Detail })]) });
            }
            else
            {
                shell.Out.WriteLine($"{done.Count} originals checked, {done.Count - bad.Count} intact.");
                foreach (var (sha256, outcome, detail) in bad)
                {
                    shell.Out.WriteLine($"{sha256} is {outcome}: {detail}");
                }
            }

            return bad.Count > 0 ? Exit.No : Exit.Done;
        }));
        return command;
    }

    private static Command Acting(Shell shell, Command command, Argument<string> name, Option<string?> data, Action<DocumentArchive, Document, ParseResult> act)
    {
        command.SetAction((result, _) => ArchiveShell.With(shell, result.GetValue(data), write: true, archive =>
        {
            if (ArchiveShell.Document(shell, archive, result.GetRequiredValue(name)) is not { } document)
            {
                return Exit.No;
            }

            act(archive, document, result);
            return Exit.Done;
        }));
        return command;
    }

    private static (Document Document, Page Page)? OfPage(Shell shell, DocumentArchive archive, string text)
    {
        var (name, id) = ArchiveShell.Split(text);
        if (id is null)
        {
            shell.Error.WriteLine($"Found '{text}'; expected a page such as crs/in11581/1.");
            return null;
        }

        if (ArchiveShell.Document(shell, archive, name) is not { } document)
        {
            return null;
        }

        if (archive.Page(document, id.Value) is { } page)
        {
            return (document, page);
        }

        shell.Error.WriteLine($"Found no page {id} in {document.Handle}; it has {document.Pages}.");
        return null;
    }

    private static Argument<string> Handled() => new("HANDLE") { Description = "The document's handle, such as crs/in11581." };

    private static Option<string> Reason() => new("--reason") { HelpName = "TEXT", Description = "Why; readers see it.", Required = true };

    private static Handle Parse(string text) => Handle.TryParse(text, out var handle) ? handle : throw new ArchiveException($"Found '{text}'; expected a handle: {Handle.Rule}");
}
