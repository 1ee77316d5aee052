using Mandate.Archive.Stores;

namespace Mandate.Archive.Search;

/// <summary>Brings the index up to the last change of the tables, in order.</summary>
internal sealed class IndexFeeder(Catalogue catalogue, ISearchIndex index)
{
    private const int ChangesARound = 500;

    /// <summary>Feeds every change after the last that the index has taken in.</summary>
    /// <param name="progress">Told after each round.</param>
    /// <returns>How many changes there were.</returns>
    public int Feed(IProgress<IntakeProgress>? progress)
    {
        var (done, last) = (0, catalogue.LastChange());
        var behind = (int)Math.Min(int.MaxValue, last - index.LastChange);
        while (index.LastChange < last && catalogue.Changes(index.LastChange, ChangesARound) is { Count: > 0 } changes)
        {
            // What changed more than once is looked at once, as it is now.
            var whole = changes.Where(c => c.Page is null).Select(c => c.Handle).ToHashSet();
            var seen = new HashSet<(Handle, int?)>();
            var batch = new List<IndexChange>();
            foreach (var (number, handle, page) in changes.Reverse())
            {
                if (seen.Add((handle, page)) && (page is null || !whole.Contains(handle)))
                {
                    batch.InsertRange(0, page is { } id ? [OfPage(number, handle, id)] : OfDocument(number, handle));
                }
            }

            if (batch.Count == 0 || batch[^1].Number < changes[^1].Number)
            {
                batch.Add(new DropPage(changes[^1].Number, string.Empty, 0));
            }

            index.Apply(batch);
            done += changes.Count;
            progress?.Report(new IntakeProgress(IntakeStage.Indexing, Math.Min(done, behind), behind, changes[^1].Handle.ToString()));
        }

        return done;
    }

    private IEnumerable<IndexChange> OfDocument(long number, Handle handle)
    {
        yield return new DropDocument(number, handle.ToString());
        if (catalogue.Document(handle) is not { IsOpen: true } document)
        {
            yield break;
        }

        var sections = catalogue.Sections(handle);
        foreach (var page in catalogue.Pages(handle))
        {
            if (Indexed(document, page, sections) is { } indexed)
            {
                yield return new PutPage(number, indexed);
            }
        }
    }

    private IndexChange OfPage(long number, Handle handle, int id) =>
        catalogue.Document(handle) is { IsOpen: true } document && catalogue.Page(handle, id, null) is { } page && Indexed(document, page, catalogue.Sections(handle)) is { } indexed
            ? new PutPage(number, indexed) : new DropPage(number, handle.ToString(), id);

    private IndexedPage? Indexed(Document document, Page page, IReadOnlyList<Section> sections)
    {
        if (page.State is PageState.Waiting or PageState.Withheld || catalogue.Text(document.Handle, page.Id, null) is not { } text)
        {
            return null;
        }

        var section = Innermost(sections, page.Id);
        var facts = document.Facts;
        var authors = section is { Authors.Count: > 0 } ? section.Authors.Select(PersonName.Parse) : facts.Authors;
        return new IndexedPage(
            document.Handle.ToString(), page.Id, page.Label, facts.Title ?? string.Empty, document.Handle.Collection, facts.Serial, section?.Id, section?.Title,
            [.. authors.Select(a => a.IsBody ? a.Family : a.ToString())], facts.Date?.ToString(), text.Language ?? facts.Language ?? "und", section?.Kind is { } kind && kind != "chapter" ? kind : facts.Kind ?? "document",
            facts.Standing?.ToString(), text);
    }
    /// <summary>The innermost section that has the page to itself: where several begin on a page, none of them speaks for all of it.</summary>
    private static Section? Innermost(IReadOnlyList<Section> sections, int page)
    {
        Section? found = null;
        while (sections.Where(s => s.Parent == found?.Id && s.FirstPage <= page && page <= s.LastPage).Take(2).ToList() is [var only])
        {
            found = only;
        }

        return found;
    }
}
