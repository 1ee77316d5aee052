using System.CommandLine;
using System.Text.Json.Nodes;
using Mandate.Archive;
using Mandate.Archive.Intake;
using Mandate.Reports;

namespace Mandate.Cli.Verbs.Archiving;

/// <summary><c>archive open</c>, <c>collection</c>, <c>titles</c>: what documents are taken into.</summary>
internal static class SetUpVerbs
{
    public static Command Open(Shell shell)
    {
        var address = new Option<string?>("--address") { HelpName = "URL", Description = "Where the portal publishes documents, such as https://archive.example.org; it is printed in citations and on covers." };
        var postgres = new Option<string?>("--postgres") { HelpName = "CONNECTION", Description = "Keep the tables in PostgreSQL, such as 'Host=db;Database=mandate;Username=archive'. The password comes from PGPASSWORD." };
        var schema = new Option<string?>("--schema") { HelpName = "NAME", Description = "The schema there; 'archive' where it is not given." };
        var bucket = new Option<string?>("--bucket") { HelpName = "NAME", Description = "Keep originals and images in a bucket of an S3-compatible store. Keys come from AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY." };
        var endpoint = new Option<string?>("--endpoint") { HelpName = "URL", Description = "The store's address." };
        var prefix = new Option<string?>("--prefix") { HelpName = "TEXT", Description = "What every key begins with." };
        var region = new Option<string?>("--region") { HelpName = "NAME", Description = "The region that signatures name." };
        var data = ArchiveShell.Data();
        var command = new Command(
            "open",
            """
            Open an archive and write down where its tables and files are. Without it an archive lies in the data folder: SQLite, files, index.

            Examples:
              mandate archive open --address https://archive.example.org
              mandate archive open --postgres 'Host=db;Database=mandate;Username=archive' --bucket papers --endpoint https://s3.example.org
            """)
        { address, postgres, schema, bucket, endpoint, prefix, region, data };
        command.SetAction((result, _) =>
        {
            foreach (var url in new[] { result.GetValue(address), result.GetValue(endpoint) })
            {
                if (url is not null && !(Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
                {
                    return Task.FromResult(shell.Refuse($"Found the address '{url}'; expected one such as https://archive.example.org."));
                }
            }

            if (result.GetValue(postgres) is { } connection && connection.Contains("password", StringComparison.OrdinalIgnoreCase))
            {
                return Task.FromResult(shell.Refuse("Found a password in --postgres; expected none, since it would be written down. Set PGPASSWORD."));
            }

            var folder = ArchiveShell.Folder(result.GetValue(data));
            new ArchiveSettings(result.GetValue(address), result.GetValue(postgres), result.GetValue(schema), result.GetValue(bucket), result.GetValue(endpoint), result.GetValue(prefix), result.GetValue(region)).Write(folder);
            return ArchiveShell.With(shell, result.GetValue(data), write: true, archive =>
            {
                shell.Error.WriteLine($"The archive is open: {archive.Shown}.");
                return Exit.Done;
            });
        });
        return command;
    }

    public static Command Collection(Shell shell)
    {
        var id = new Argument<string?>("ID") { Description = "The first part of its handles, such as crs; without it all collections are listed.", Arity = ArgumentArity.ZeroOrOne };
        var name = new Option<string?>("--name") { HelpName = "NAME", Description = "Its name; makes the collection where it is not there." };
        var access = new Option<string>("--access") { Description = "Who may read it: public, or granted to holders of a grant.", DefaultValueFactory = _ => "public" };
        access.AcceptOnlyFromAmong("public", "granted");
        var rights = new Option<string?>("--rights") { HelpName = "TEXT", Description = "Its rights statement." };
        var (data, format, language) = (ArchiveShell.Data(), Options.Format(), Options.Language());
        var command = new Command("collection", "List collections, or make and change one: a group of documents with one right of access.\n\nExample: mandate archive collection crs --name \"CRS reports\" --access public")
        { id, name, access, rights, data, format, language };
        command.SetAction((result, _) => ArchiveShell.With(shell, result.GetValue(data), write: result.GetValue(name) is not null, archive =>
        {
            if (result.GetValue(id) is { } made && result.GetValue(name) is { } named)
            {
                if (!Handle.IsPart(made))
                {
                    return shell.Refuse($"Found the id '{made}'; expected {Handle.Rule}");
                }

                archive.PutCollection(new Collection(made, named, result.GetRequiredValue(access) == "public" ? CollectionAccess.Public : CollectionAccess.Granted, result.GetValue(rights)));
            }
            else if (result.GetValue(name) is not null)
            {
                return shell.Refuse("Found a name without an id; expected both: mandate archive collection ID --name NAME.");
            }

            var all = archive.Collections(Access.Staff).Where(c => result.GetValue(id) is null || c.Id == result.GetValue(id)).ToList();
            if (result.GetRequiredValue(format) == "json")
            {
                ArchiveShell.Write(shell, new JsonArray([.. all.Select(c => new JsonObject { ["id"] = c.Id, ["name"] = c.Name, ["access"] = c.Access == CollectionAccess.Public ? "public" : "granted", ["rights"] = c.Rights })]));
            }
            else
            {
                var say = new ArchiveWords(result.GetRequiredValue(language));
                PaperText.Write(say.Paper(say["collections"], new TableBlock(say["collections"], [new("ID"), new(say["name"]), new(say["access"])], [.. all.Select(c => new Row([c.Id, c.Name, say[c.Access == CollectionAccess.Public ? "public" : "granted"]]))])), shell);
            }

            return all.Count == 0 && result.GetValue(id) is not null ? Exit.No : Exit.Done;
        }));
        return command;
    }

    public static Command Titles(Shell shell)
    {
        var sheet = new Argument<string?>("SHEET") { Description = "A CSV with one title a row; without it the titles are listed.", Arity = ArgumentArity.ZeroOrOne };
        var (data, format, language) = (ArchiveShell.Data(), Options.Format(), Options.Language());
        var command = new Command(
            "titles",
            """
            List titles (serials, gazettes, codes, registers, series of laws and reports), or take them from a sheet with the columns
            id, name, collection; abbreviations, patterns (with ; between), kind, issn, language, publisher, place, frequency, first, last,
            issues_per_volume, continuous_issues, continuous_pages, caption_volume, caption_issue, rights.

            Example: mandate archive titles titles.csv
            """)
        { sheet, data, format, language };
        command.SetAction((result, _) => ArchiveShell.With(shell, result.GetValue(data), write: result.GetValue(sheet) is not null, archive =>
        {
            if (result.GetValue(sheet) is { } path)
            {
                var faults = new ArchiveFaults();
                var titles = TitlesSheet.Read(Path.GetFullPath(path), path, IntakeLimits.Default, faults);
                if (faults.Count > 0)
                {
                    return Refuse(shell, faults.All, faults.More);
                }

                archive.PutTitles(titles);
                shell.Error.WriteLine($"Titles taken from {path}: {titles.Count}.");
                return Exit.Done;
            }

            var all = archive.Titles(Access.Staff);
            if (result.GetRequiredValue(format) == "json")
            {
                ArchiveShell.Write(shell, new JsonArray([.. all.Select(t => new JsonObject { ["id"] = t.Id, ["name"] = t.Name, ["collection"] = t.Collection, ["kind"] = t.Kind, ["documents"] = archive.DocumentsOf(t.Id, Access.Staff).Count })]));
            }
            else
            {
                var say = new ArchiveWords(result.GetRequiredValue(language));
                PaperText.Write(say.Paper(say["titles"], new TableBlock(say["titles"], [new("ID"), new(say["name"]), new(say["kind"]), new(say["documents"], true)], [.. all.Select(t => new Row([t.Id, t.Name, t.Kind, say.Number(archive.DocumentsOf(t.Id, Access.Staff).Count)]))])), shell);
            }

            return Exit.Done;
        }));
        return command;
    }

    /// <summary>Says every fault, one a line, and ends with bad input.</summary>
    public static int Refuse(Shell shell, IReadOnlyList<ArchiveFault> faults, int more)
    {
        foreach (var fault in faults)
        {
            shell.Error.WriteLine(fault.ToString());
        }

        shell.Error.WriteLine(more > 0 ? $"… and {more} more. Nothing was taken." : faults.Count == 1 ? "1 fault; nothing was taken." : $"{faults.Count} faults; nothing was taken.");
        return Exit.BadInput;
    }
}
