using Mandate.Archive.Blobs;

namespace Mandate.Archive.Intake;

/// <summary>A sheet that says what is known of documents, a row each.</summary>
/// <param name="File">The table's file.</param>
/// <param name="Collection">The collection of handles that name none; null where every row is to name its own.</param>
internal sealed record SheetOptions(string File, string? Collection = null);

/// <summary>Reads such a sheet.</summary>
internal static class DocumentSheet
{
    private static readonly string[] Required = ["file"];

    private static readonly string[] Kinds = ["article", "act", "code", "gazette", "report", "protocol", "book", "issue", "case", "debate", "document"];

    private static readonly string[] Optional =
    [
        "handle", "title", "language", "authors", "date", "kind", "collection", "serial", "volume", "issue", "number", "first_label",
        "standing", "rights", "source", "publisher", "place", "issn", "aliases", "sha256", "restricted",
    ];

    /// <summary>A row.</summary>
    /// <param name="Row">Where it stands, for faults found later.</param>
    /// <param name="File">The file's name as the sheet has it: a safe relative path.</param>
    /// <param name="Handle">Its handle; null where none is given.</param>
    /// <param name="Collection">The collection that the handle or the row names; null where neither does.</param>
    /// <param name="Facts">What is known of it.</param>
    /// <param name="Sha256">The SHA-256 it must have; null where none is given.</param>
    public sealed record Document(SheetRow Row, string File, Handle? Handle, string? Collection, DocumentFacts Facts, string? Sha256);

    /// <summary>Reads every row; rows without a usable file name are left out, after a fault like all others.</summary>
    public static IReadOnlyList<Document> Read(SheetOptions options, string shown, IntakeLimits limits, ArchiveFaults faults)
    {
        var documents = new List<Document>();
        var files = new Dictionary<string, int>(StringComparer.Ordinal);
        var handles = new Dictionary<Handle, int>();
        foreach (var row in Sheet.Read(options.File, shown, Required, Optional, limits, faults))
        {
            var handle = HandleOf(row, options.Collection);
            if (handle is { } named && !handles.TryAdd(named, row.Line))
            {
                row.Fault("handle", $"'{named}' again", $"each handle once; it stands in line {handles[named]} as well");
            }

            var collection = row.Id("collection") ?? handle?.Collection ?? options.Collection;
            var facts = FactsOf(row);
            var sha256 = row.Formed("sha256", t => BlobName.Is(t.ToLowerInvariant()), "a SHA-256 in 64 hexadecimal digits")?.ToLowerInvariant();
            if (row.Required("file") is not { } file)
            {
                continue;
            }

            if (SafeName.Fault(file) is { } fault)
            {
                row.Fault("file", fault, SafeName.Rule);
            }
            else if (!files.TryAdd(file, row.Line))
            {
                row.Fault("file", $"'{SafeName.Shown(file)}' again", $"each file once; it stands in line {files[file]} as well");
            }
            else
            {
                documents.Add(new Document(row, file, handle, collection, facts, sha256));
            }
        }

        return documents;
    }

    private static Handle? HandleOf(SheetRow row, string? collection)
    {
        if (row["handle"] is not { } text)
        {
            return null;
        }

        if (text.Contains('/', StringComparison.Ordinal))
        {
            var whole = row.Formed("handle", t => Handle.TryParse(t, out _), "a handle such as crs/in11581: " + Handle.Rule) is { } good ? Handle.Parse(good) : (Handle?)null;
            if (whole is { } handle && row["collection"] is { } own && own != handle.Collection)
            {
                row.Fault("collection", $"'{SafeName.Shown(own)}'", $"'{handle.Collection}', as in the handle, or a blank cell");
            }

            return whole;
        }

        if ((row["collection"] ?? collection) is not { } part)
        {
            row.Fault("handle", $"'{SafeName.Shown(text)}' without a collection", "collection/item, or the collection in the column 'collection'");
            return null;
        }

        if (Handle.TryParse($"{part}/{text}", out var composed))
        {
            return composed;
        }

        // A collection at fault has its own finding.
        if (Handle.IsPart(part))
        {
            row.Fault("handle", $"'{SafeName.Shown(text)}'", "an item's name: " + Handle.Rule);
        }

        return null;
    }

    private static DocumentFacts FactsOf(SheetRow row) => new()
    {
        Title = row.Text("title"),
        Language = row.Language("language"),
        Authors = row.Authors("authors"),
        Date = row.Date("date"),
        Kind = row.OneOf("kind", Kinds),
        Serial = row.Id("serial"),
        Volume = row.Text("volume", 100),
        Issue = row.Text("issue", 100),
        Number = row.Text("number", 100),
        FirstLabel = row.Text("first_label", 40),
        Standing = row.Word<Standing>("standing"),
        Rights = row.Text("rights"),
        Source = row.Text("source"),
        Publisher = row.Text("publisher"),
        Place = row.Text("place"),
        Issn = row.Issn("issn"),
        Aliases = row.List("aliases"),
        IsRestricted = row.YesNo("restricted") ?? false,
    };
}
