using Mandate.Archive.Citations;
using Mandate.Archive.Search;

namespace Mandate.Archive;

/// <content>Search, citations as typed, kept searches.</content>
public sealed partial class DocumentArchive
{
    private IReadOnlyList<TitleFacts>? patternsOf;
    private Navigator? navigator;

    /// <summary>Brings the index up to the last change. Where another process writes to the index, that one will.</summary>
    /// <param name="progress">Told how far it has come.</param>
    /// <returns>Whether the index is at the last change now.</returns>
    public bool UpdateIndex(IProgress<IntakeProgress>? progress = null)
    {
        lock (indexing)
        {
            try
            {
                Index();
            }
            catch (IndexHeldException)
            {
                return false;
            }

            new IndexFeeder(catalogue, index!).Feed(progress);
            return true;
        }
    }

    /// <summary>Makes the index anew from the first change.</summary>
    /// <exception cref="ArchiveException">Another process writes to it.</exception>
    public void RebuildIndex(IProgress<IntakeProgress>? progress = null)
    {
        lock (indexing)
        {
            index?.Dispose();
            index = null;
            try
            {
                index = LuceneIndex.OpenAnew(IndexFolder, new LuceneIndexOptions());
            }
            catch (IndexHeldException e)
            {
                throw new ArchiveException(e.Message, e);
            }

            new IndexFeeder(catalogue, index).Feed(progress);
            index.Settle();
        }
    }

    /// <summary>Answers a search with what the reader may see.</summary>
    /// <exception cref="ArchiveException">Another process writes to the index.</exception>
    internal SearchAnswer Search(SearchRequest request, Access access) => Current().Search(request with { Collections = Visible(access) });

    /// <summary>Answers a search from the pages that were taken in or changed last: those of the latest changes that give enough results, or of all.</summary>
    /// <param name="request">What is looked for; how many are wanted is said by <paramref name="want"/>.</param>
    /// <param name="access">What the reader may see.</param>
    /// <param name="want">Results wanted: 1 to <see cref="SearchRequest.MostTaken"/>.</param>
    /// <exception cref="ArchiveException">Another process writes to the index.</exception>
    internal SearchAnswer SearchNewest(SearchRequest request, Access access, int want)
    {
        var current = Current();
        var seen = request with { Collections = Visible(access), Take = want };
        for (var window = 1000L; ; window *= 10)
        {
            var since = Math.Max(0, current.LastChange - window);
            if (current.SearchSince(seen, since) is var answer && (since == 0 || answer.Fault is not null || answer.Sections >= want))
            {
                return answer;
            }
        }
    }

    /// <summary>The words of a page that a query hits, by ordinal.</summary>
    internal IReadOnlyList<int> HitsOnPage(string query, Handle handle, int page, Access access) => Current().HitsOnPage(query, handle.ToString(), page, Visible(access));

    /// <summary>Pages that speak of the same things as a page or document.</summary>
    internal LikeAnswer MoreLike(LikeRequest request, Access access) => Current().MoreLike(request with { Collections = Visible(access) });

    /// <summary>Keeps a search under a name.</summary>
    /// <exception cref="ArchiveException">The name is taken, or the query cannot be run.</exception>
    internal void SaveSearch(string name, string query)
    {
        MustWrite();
        if (Current().Search(new SearchRequest(query, null) { Take = 0 }).Fault is { } fault)
        {
            throw new ArchiveException($"The search '{query}' cannot be kept: {fault}");
        }

        catalogue.SaveSearch(name, query);
    }

    /// <summary>The kept searches, each with what is new since the last look; looking is noted where asked.</summary>
    internal IReadOnlyList<Alert> Alerts(bool note)
    {
        var current = Current();
        var last = current.LastChange;
        var alerts = new List<Alert>();
        foreach (var saved in catalogue.SavedSearches())
        {
            alerts.Add(new Alert(saved.Name, saved.Request, saved.Added, current.SearchSince(new SearchRequest(saved.Request, null) { Take = SearchRequest.MostTaken }, saved.Seen)));
            if (note)
            {
                catalogue.SeenSearch(saved.Name, last);
            }
        }

        return alerts;
    }

    /// <summary>Forgets a kept search; whether there was one.</summary>
    public bool RemoveSearch(string name) => catalogue.RemoveSearch(name);

    /// <summary>The pages that a citation as typed may mean: by handle, alias, number, or a title's patterns.</summary>
    /// <param name="text">What was typed, at most 500 letters.</param>
    /// <param name="access">What the reader may see.</param>
    public IReadOnlyList<CitedPlace> Navigate(string text, Access access)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(access);
        var typed = text.Trim();
        var places = new List<CitedPlace>();
        var parts = typed.Split('/');
        if (Find(typed, access) is Named.Found or Named.Moved)
        {
            places.Add(new CitedPlace((catalogue.DocumentNamed(typed)!.LeadsTo ?? catalogue.DocumentNamed(typed)!.Handle), null, null));
        }
        else if (parts.Length == 3 && int.TryParse(parts[2], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id)
            && Find($"{parts[0]}/{parts[1]}", access) is Named.Found found && catalogue.Page(found.Document.Handle, id, null) is not null)
        {
            places.Add(new CitedPlace(found.Document.Handle, id, null));
        }

        foreach (var target in Patterns().Find(text))
        {
            places.AddRange(Places(target.Query));
        }

        // A report's own number needs no pattern.
        places.AddRange(catalogue.DocumentsNumbered(null, typed).Select(d => new CitedPlace(d.Handle, null, null)));
        places.AddRange(catalogue.SectionsLabelled(null, null, typed).Select(p => new CitedPlace(p.Handle, p.Page, null)));
        return [.. places.Where(p => MaySee(p.Handle.Collection, access) && catalogue.Document(p.Handle) is { IsOpen: true }).DistinctBy(p => (p.Handle, p.Page)).Take(50)];
    }

    /// <summary>Citations printed on a page that lead to a page of this archive, at most 200.</summary>
    internal IReadOnlyList<(int Start, int Length, CitedPlace Place)> CitationsOn(string text, Access access)
    {
        var found = new List<(int, int, CitedPlace)>();
        foreach (var target in Patterns().FindAll(text).Take(1000))
        {
            if (Places(target.Query).FirstOrDefault(p => MaySee(p.Handle.Collection, access)) is { } place && found.Count < 200)
            {
                found.Add((target.Start, target.Length, place));
            }
        }

        return found;
    }

    /// <summary>What is wrong with the titles' patterns.</summary>
    internal IReadOnlyList<string> PatternFaults() => [.. Patterns().Faults.Select(f => f.ToString())];

    private string IndexFolder => Path.Combine(options.Folder, "index");

    private HashSet<string>? Visible(Access access) => access.IsStaff ? null : Collections(access).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>The index, at the last change.</summary>
    private LuceneIndex Current() => UpdateIndex() ? index!
        : throw new ArchiveException($"The index in '{IndexFolder}' is held by another process, such as the portal; search there, or end it.");

    private void Index()
    {
        if (index is null)
        {
            try
            {
                index = LuceneIndex.Open(IndexFolder, new LuceneIndexOptions());
            }
            catch (IndexUnusableException)
            {
                // It holds nothing of its own: all of it comes from the tables.
                index = LuceneIndex.OpenAnew(IndexFolder, new LuceneIndexOptions());
            }
        }
    }

    private IEnumerable<CitedPlace> Places(CitationQuery query)
    {
        if ((query.Pin ?? query.Page) is { } printed)
        {
            foreach (var (handle, page) in catalogue.PagesLabelled(query.Title, query.Volume, query.Issue, printed))
            {
                yield return new CitedPlace(handle, page, null);
            }
        }
        else if (query.Section is { } section)
        {
            foreach (var (handle, page) in catalogue.SectionsLabelled(query.Title, query.Volume, section))
            {
                yield return new CitedPlace(handle, page, query.Item);
            }
        }
        else if (query.Number is { } number)
        {
            foreach (var document in catalogue.DocumentsNumbered(query.Title, number))
            {
                yield return new CitedPlace(document.Handle, null, null);
            }
        }
        else
        {
            foreach (var document in catalogue.DocumentsOf(query.Title).Where(d => (query.Volume is null || d.Facts.Volume == query.Volume) && (query.Issue is null || d.Facts.Issue == query.Issue) && (query.Volume ?? query.Issue) is not null))
            {
                yield return new CitedPlace(document.Handle, null, null);
            }
        }
    }

    private Navigator Patterns()
    {
        lock (indexing)
        {
            var titles = catalogue.Titles();
            if (navigator is null || !titles.SequenceEqual(patternsOf!))
            {
                patternsOf = titles;
                navigator = new Navigator([.. titles.SelectMany(t => t.Abbreviations.SelectMany(a => CitationPattern.ForAbbreviation(t.Id, a)).Concat(t.Patterns.Select((p, i) => new CitationPattern(t.Id, $"{i + 1}", p))))]);
            }

            return navigator;
        }
    }
}

/// <summary>A place that a citation names.</summary>
/// <param name="Handle">The document.</param>
/// <param name="Page">The page; null for the document as a whole.</param>
/// <param name="Item">The part of an article or section, such as <c>(b)(1)</c>; or null.</param>
public sealed record CitedPlace(Handle Handle, int? Page, string? Item);

/// <summary>A kept search and what is new to it.</summary>
internal sealed record Alert(string Name, string Query, string Added, SearchAnswer New);
