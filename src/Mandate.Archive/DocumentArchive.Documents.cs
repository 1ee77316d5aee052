namespace Mandate.Archive;

/// <content>Documents, pages and their files.</content>
public sealed partial class DocumentArchive
{
    /// <summary>What a name leads to: a handle, or a name others gave.</summary>
    public Named Find(string name, Access access)
    {
        ArgumentNullException.ThrowIfNull(access);
        if (catalogue.DocumentNamed(name) is not { } document)
        {
            return new Named.None();
        }

        if (document.State == DocumentState.Merged)
        {
            return new Named.Moved(document.LeadsTo!.Value);
        }

        var collection = catalogue.Collection(document.Handle.Collection)!;
        return !access.MaySee(collection) ? new Named.Closed(document, collection)
            : document.State == DocumentState.Withdrawn ? new Named.Gone(document)
            : document.Handle.ToString() != name ? new Named.Moved(document.Handle)
            : new Named.Found(document);
    }

    /// <summary>The documents a reader may see that have an original with a hash.</summary>
    public IReadOnlyList<Handle> WithOriginal(string sha256, Access access) => [.. catalogue.WithOriginal(sha256).Where(h => MaySee(h.Collection, access))];

    /// <summary>The collections a reader may see.</summary>
    public IReadOnlyList<Collection> Collections(Access access) => [.. catalogue.Collections().Where(access.MaySee)];

    /// <summary>Documents of a collection that a reader may see, by handle; null for all collections.</summary>
    public IReadOnlyList<Document> Documents(string? collection, Access access, int skip, int take) =>
        [.. catalogue.Documents(collection, skip, take).Where(d => MaySee(d.Handle.Collection, access))];

    /// <summary>The titles a reader may see, by name.</summary>
    public IReadOnlyList<TitleFacts> Titles(Access access) => [.. catalogue.Titles().Where(t => MaySee(t.Collection, access))];

    /// <summary>A title; null where there is none that the reader may see.</summary>
    public TitleFacts? Title(string id, Access access) => catalogue.Title(id) is { } title && MaySee(title.Collection, access) ? title : null;

    /// <summary>The documents of a title that a reader may see, by volume, issue and first label in natural order.</summary>
    public IReadOnlyList<Document> DocumentsOf(string title, Access access) =>
    [
        .. catalogue.DocumentsOf(title).Where(d => MaySee(d.Handle.Collection, access))
            .OrderBy(d => d.Facts.Volume ?? string.Empty, Holdings.NaturalOrder.Instance).ThenBy(d => d.Facts.Issue ?? string.Empty, Holdings.NaturalOrder.Instance)
            .ThenBy(d => d.Facts.Date?.ToString() ?? string.Empty, StringComparer.Ordinal).ThenBy(d => d.Handle.ToString(), StringComparer.Ordinal),
    ];

    /// <summary>The current pages of a document in reading order. The caller has found the document for its reader.</summary>
    public IReadOnlyList<Page> Pages(Document document) => catalogue.Pages(document.Handle);

    /// <summary>A page of a document, in its current or another version; null where there is none.</summary>
    public Page? Page(Document document, int page, int? version = null) => catalogue.Page(document.Handle, page, version);

    /// <summary>Every version of a page, the first first.</summary>
    public IReadOnlyList<Page> Versions(Document document, int page) => catalogue.Versions(document.Handle, page);

    /// <summary>The words the public may read on a page; null where there are none for it.</summary>
    public PageText? Text(Document document, int page, int? version = null) => catalogue.Text(document.Handle, page, version);

    /// <summary>The sections of a document, in the order of its table of contents.</summary>
    public IReadOnlyList<Section> Sections(Document document) => catalogue.Sections(document.Handle);

    /// <summary>The originals of a document, the first edition first.</summary>
    public IReadOnlyList<Edition> Editions(Document document) => catalogue.Editions(document.Handle);

    /// <summary>The other names of a document.</summary>
    public IReadOnlyList<string> Aliases(Document document) => catalogue.Aliases(document.Handle);

    /// <summary>What happened to a document, in order.</summary>
    public IReadOnlyList<ArchiveEvent> Events(Document document) => catalogue.Events(document.Handle);

    /// <summary>Opens a file made of a page: an image, or its ALTO.</summary>
    /// <exception cref="ArchiveException">The store does not have it.</exception>
    public async Task<Stream> OpenAsync(string sha256, CancellationToken cancel) =>
        await blobs.OpenAsync(sha256, cancel) ?? throw new ArchiveException($"The file {sha256} is not in {blobs.Shown}. Check the originals: mandate archive fixity.");

    /// <summary>Opens an original, byte for byte; null where the reader may not have it, since it is restricted.</summary>
    public async Task<Stream?> OpenOriginalAsync(Document document, Edition edition, Access access, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(edition);
        ArgumentNullException.ThrowIfNull(access);
        return document.IsRestricted && !access.IsStaff ? null : await OpenAsync(edition.Sha256, cancel);
    }

    private bool MaySee(string collection, Access access) => access.IsStaff || (catalogue.Collection(collection) is { } known && access.MaySee(known));
}
