using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Mandate.Archive;
using Mandate.Archive.Citations;
using Mandate.Reports;

namespace Mandate.Cli.Verbs.Archiving;

/// <summary><c>archive show</c>, <c>export</c>, <c>cite</c>: what there is of a document.</summary>
internal static class ShowVerbs
{
    public static Command Show(Shell shell)
    {
        var name = Name();
        var text = new Option<bool>("--text") { Description = "The raw text of the page, or of every page." };
        var alto = new Option<bool>("--alto") { Description = "The words of the page with their boxes, as ALTO." };
        var events = new Option<bool>("--events") { Description = "What happened to the document (PREMIS events)." };
        var (data, format, language) = (ArchiveShell.Data(), Options.Format(), Options.Language());
        var command = new Command("show", "Show a document or a page.\n\nExamples:\n  mandate archive show crs/in11581\n  mandate archive show crs/in11581/1 --text\n  mandate archive show crs/in11581 --events") { name, text, alto, events, data, format, language };
        command.SetAction((result, cancel) => ArchiveShell.WithAsync(shell, result.GetValue(data), write: false, async archive =>
        {
            var (handle, id) = ArchiveShell.Split(result.GetRequiredValue(name));
            if (ArchiveShell.Document(shell, archive, handle) is not { } document)
            {
                return Exit.No;
            }

            var pages = archive.Pages(document).Where(p => id is null || p.Id == id).ToList();
            if (pages.Count == 0)
            {
                shell.Error.WriteLine($"Found no page {id} in {document.Handle}; it has {document.Pages}.");
                return Exit.No;
            }

            if (result.GetValue(text))
            {
                foreach (var page in pages)
                {
                    shell.Out.Write(archive.Text(document, page.Id)?.Raw() ?? string.Empty);
                }

                return Exit.Done;
            }

            if (result.GetValue(alto))
            {
                if (id is null || pages[0].Images is not { } images)
                {
                    return shell.Refuse($"Found '{result.GetRequiredValue(name)}'; expected a page that is read and open, such as {document.Handle}/1.");
                }

                using var reader = new StreamReader(await archive.OpenAsync(images.Alto, cancel));
                shell.Out.Write(await reader.ReadToEndAsync(cancel));
                return Exit.Done;
            }

            if (result.GetRequiredValue(format) == "json")
            {
                ArchiveShell.Write(shell, Json(archive, document, pages));
                return Exit.Done;
            }

            var say = new ArchiveWords(result.GetRequiredValue(language));
            PaperText.Write(result.GetValue(events) ? Events(say, archive, document) : Paper(say, archive, document, pages, id), shell);
            return Exit.Done;
        }));
        return command;
    }

    public static Command Export(Shell shell)
    {
        var name = Name();
        var pages = new Option<string?>("--pages") { HelpName = "A-B", Description = "A range of page ids." };
        var section = new Option<string?>("--section") { HelpName = "ID", Description = "One section, by its id." };
        var compact = new Option<bool>("--compact") { Description = "Scans as bilevel images, about a tenth of the size. Protocols keep their greys." };
        var original = new Option<int?>("--original") { HelpName = "N", Description = "The original of edition N, byte for byte, in place of a PDF." };
        var output = new Option<string>("--out") { HelpName = "FILE", Description = "The file to write.", Required = true };
        var (data, language) = (ArchiveShell.Data(), Options.Language());
        var command = new Command(
            "export",
            """
            Write a document, a section or a range of pages as a searchable PDF with a cover; the same pages give the same bytes.

            Examples:
              mandate archive export crs/in11581 --out in11581.pdf
              mandate archive export gazette/1-1 --section s2 --compact --out decree.pdf
              mandate archive export crs/in11581 --original 1 --out original.pdf
            """)
        { name, pages, section, compact, original, output, data, language };
        command.SetAction((result, cancel) => ArchiveShell.WithAsync(shell, result.GetValue(data), write: false, async archive =>
        {
            var (handle, page) = ArchiveShell.Split(result.GetRequiredValue(name));
            if (ArchiveShell.Document(shell, archive, handle) is not { } document)
            {
                return Exit.No;
            }

            var file = result.GetRequiredValue(output);
            var part = file + ".part";
            try
            {
                await using (var to = File.Create(part))
                {
                    if (result.GetValue(original) is { } number)
                    {
                        if (archive.Editions(document).FirstOrDefault(e => e.Number == number) is not { } edition)
                        {
                            return shell.Refuse($"Found no edition {number} of {document.Handle}; it has {document.Edition}.");
                        }

                        await using var from = (await archive.OpenOriginalAsync(document, edition, Access.Staff, cancel))!;
                        await from.CopyToAsync(to, cancel);
                    }
                    else if (Order(archive, document, page, result.GetValue(pages), result.GetValue(section), result.GetValue(compact), result.GetRequiredValue(language)) is not { } order)
                    {
                        return shell.Refuse($"Found pages '{result.GetValue(pages) ?? result.GetValue(section)}'; expected a range such as 2-5 within 1-{document.Pages}, or the id of a section ('archive contents {document.Handle}' lists them).");
                    }
                    else
                    {
                        await archive.WritePdfAsync(document, order, to, cancel);
                    }
                }

                File.Move(part, file, overwrite: true);
                return Exit.Done;
            }
            finally
            {
                File.Delete(part);
            }
        }));
        return command;
    }

    public static Command Cite(Shell shell)
    {
        var name = Name();
        var style = new Option<string>("--style") { Description = "line, bluebook, apa, mla, chicago, csl, bibtex or ris.", DefaultValueFactory = _ => "line" };
        style.AcceptOnlyFromAmong("line", "bluebook", "apa", "mla", "chicago", "csl", "bibtex", "ris");
        var section = new Option<string?>("--section") { HelpName = "ID", Description = "The section that is cited." };
        var data = ArchiveShell.Data();
        var command = new Command("cite", "Write the citation of a document, section or page.\n\nExample: mandate archive cite crs/in11581/1 --style chicago") { name, style, section, data };
        command.SetAction((result, _) => ArchiveShell.With(shell, result.GetValue(data), write: false, archive =>
        {
            var (handle, id) = ArchiveShell.Split(result.GetRequiredValue(name));
            if (ArchiveShell.Document(shell, archive, handle) is not { } document)
            {
                return Exit.No;
            }

            var page = id is { } number ? archive.Page(document, number) : null;
            if (id is not null && page is null)
            {
                return shell.Refuse($"Found no page {id} in {document.Handle}; it has {document.Pages}.");
            }

            var part = result.GetValue(section) is { } wanted ? archive.Sections(document).FirstOrDefault(s => s.Id == wanted) : null;
            if (result.GetValue(section) is not null && part is null)
            {
                return shell.Refuse($"Found no section '{result.GetValue(section)}' in {document.Handle}: 'archive contents {document.Handle}' lists them.");
            }

            var work = archive.Cited(document, part, page);
            shell.Out.WriteLine(result.GetRequiredValue(style) switch
            {
                "bluebook" => CitationWriter.Write(CitationStyle.Bluebook, work).Plain,
                "apa" => CitationWriter.Write(CitationStyle.Apa, work).Plain,
                "mla" => CitationWriter.Write(CitationStyle.Mla, work).Plain,
                "chicago" => CitationWriter.Write(CitationStyle.Chicago, work).Plain,
                "csl" => CslJson.Write(work).TrimEnd(),
                "bibtex" => BibTex.Write(work).TrimEnd(),
                "ris" => Ris.Write(work).TrimEnd(),
                _ => CitationLine.Write(work),
            });
            return Exit.Done;
        }));
        return command;
    }

    private static Argument<string> Name() => new("NAME") { Description = "A handle such as crs/in11581, a page such as crs/in11581/1, or a name others gave it." };

    private static PdfOrder? Order(DocumentArchive archive, Document document, int? page, string? pages, string? section, bool compact, string language)
    {
        if (section is not null)
        {
            return archive.Sections(document).FirstOrDefault(s => s.Id == section) is { } found ? new PdfOrder(found.FirstPage, found.LastPage, found.Id, compact, language) : null;
        }

        if (pages is null)
        {
            return page is { } only ? new PdfOrder(only, only, null, compact, language) : PdfOrder.Whole with { IsCompact = compact, Language = language };
        }

        var ends = pages.Split('-');
        return ends.Length <= 2 && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first) && int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last) && first >= 1 && last >= first
            ? new PdfOrder(first, last, null, compact, language) : null;
    }

    private static Paper Paper(ArchiveWords say, DocumentArchive archive, Document document, List<Page> pages, int? id)
    {
        var facts = document.Facts;
        var rows = new List<Fact>
        {
            new(say["handle"], document.Handle.ToString()), new(say["citation"], CitationLine.Write(archive.Cited(document, null, id is null ? null : pages[0]))),
            new(say["authors"], string.Join("; ", facts.Authors)), new(say["date"], facts.Date?.ToString() ?? string.Empty), new(say["kind"], facts.Kind ?? string.Empty), new(say["language"], facts.Language ?? string.Empty),
            new(say["serial"], string.Join(" ", new[] { facts.Serial, facts.Volume, facts.Issue }.Where(p => p is not null))), new(say["standing"], facts.Standing is { } s ? say["standing." + s] : say["unknown"]),
            new(say["rights"], facts.Rights ?? string.Empty), new(say["source"], facts.Source ?? string.Empty), new(say["aliases"], string.Join(", ", archive.Aliases(document))),
        };
        rows.AddRange(archive.Editions(document).Select(e => new Fact($"{say["original"]} {e.Number.ToString(CultureInfo.InvariantCulture)}", $"{e.Name}, {e.MediaType}, {say.Number(e.Length)} B, SHA-256 {e.Sha256}{(e.Note is null ? string.Empty : $" ({e.Note})")}")));
        var blocks = new List<Block>();
        if (facts.Standing == Standing.Synthetic)
        {
            blocks.Add(new NoticeBlock(NoticeKind.Standing, say["synthetic"]));
        }

        blocks.Add(new FactsBlock([.. rows.Where(r => r.Value.Length > 0)]));
        blocks.Add(new TableBlock(
            say["pages"], [new("ID", true), new(say["label"]), new(say["state"]), new(say["language"]), new(say["confidence"], true), new(say["version"], true), new(say["problem"])],
            [.. pages.Take(500).Select(p => new Row([p.Id.ToString(CultureInfo.InvariantCulture), p.Label ?? "–", say[p.State.ToString().ToLowerInvariant()], p.Language ?? "–", p.Confidence is { } c ? c.ToString("0", CultureInfo.InvariantCulture) : "–", p.Version.ToString(CultureInfo.InvariantCulture), p.Problem ?? string.Empty]))]));
        return say.Paper(document.Title, [.. blocks]);
    }

    private static Paper Events(ArchiveWords say, DocumentArchive archive, Document document) => say.Paper(
        document.Title,
        new TableBlock(
            say["events"], [new(say["date"]), new(say["event"]), new(say["page"], true), new(say["outcome"]), new(say["detail"])],
            [.. archive.Events(document).Select(e => new Row([e.At, e.Kind, e.Page?.ToString(CultureInfo.InvariantCulture) ?? string.Empty, e.Outcome, e.Detail ?? string.Empty]))]));

    private static JsonObject Json(DocumentArchive archive, Document document, List<Page> pages) => new()
    {
        ["handle"] = document.Handle.ToString(),
        ["title"] = document.Title,
        ["authors"] = new JsonArray([.. document.Facts.Authors.Select(a => JsonValue.Create(a.ToString()))]),
        ["date"] = document.Facts.Date?.ToString(),
        ["kind"] = document.Facts.Kind,
        ["language"] = document.Facts.Language,
        ["serial"] = document.Facts.Serial,
        ["volume"] = document.Facts.Volume,
        ["issue"] = document.Facts.Issue,
        ["standing"] = document.Facts.Standing?.ToString(),
        ["rights"] = document.Facts.Rights,
        ["restricted"] = document.IsRestricted,
        ["state"] = document.State.ToString().ToLowerInvariant(),
        ["aliases"] = new JsonArray([.. archive.Aliases(document).Select(a => JsonValue.Create(a))]),
        ["originals"] = new JsonArray([.. archive.Editions(document).Select(e => new JsonObject { ["edition"] = e.Number, ["sha256"] = e.Sha256, ["bytes"] = e.Length, ["name"] = e.Name, ["mediaType"] = e.MediaType, ["note"] = e.Note })]),
        ["pages"] = new JsonArray([.. pages.Select(p => new JsonObject
        {
            ["page"] = p.Id,
            ["label"] = p.Label,
            ["position"] = p.Position,
            ["version"] = p.Version,
            ["state"] = p.State.ToString().ToLowerInvariant(),
            ["problem"] = p.Problem,
            ["language"] = p.Language,
            ["confidence"] = p.Confidence,
            ["skew"] = p.Skew,
            ["turned"] = p.Turned,
        })]),
    };
}
