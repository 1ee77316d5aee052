using Mandate.Archive.Search.Analysis;
using Mandate.Archive.Search.Indexing;
using Mandate.Archive.Search.Matching;
using Mandate.Archive.Search.Queries;

namespace Mandate.Archive.Search.Answering;

/// <summary>Answers requests from one snapshot, for one thread.</summary>
internal sealed class Answerer(Snapshot snapshot, Analyser analyser)
{
    private const int ShownPages = 3;

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="since">Pages put up to this change are passed over; 0 for none.</param>
    public SearchAnswer Answer(SearchRequest request, long since)
    {
        var (root, fault) = QueryParser.Parse(request.Query);
        if (fault is not null)
        {
            return SearchAnswer.Of(fault);
        }

        try
        {
            var planner = new Planner(snapshot, analyser);
            var plan = planner.Of(root!);
            return Answer(request, request.Handle is { } handle ? Planner.Both(planner.Handle(handle), plan) : plan, since);
        }
        catch (QueryException unfit)
        {
            return SearchAnswer.Of(unfit.Fault);
        }
    }

    /// <summary>Answers a request by a plan of its query.</summary>
    public SearchAnswer Answer(SearchRequest request, Plan plan, long since)
    {
        var sight = new Sight(snapshot.Rows, request);
        using var tally = new Tally(snapshot, sight, request.WithFacets);
        tally.Walk(plan, since);
        var sections = new Ranking(tally, snapshot, request.Sort).Take(request.Skip, request.Take);
        return new SearchAnswer(tally.Pages, tally.Sections.Count, Results(tally, sections, plan), request.WithFacets ? new FacetCounter(snapshot, tally, sight, request).Count() : [], null);
    }

    /// <summary>The ordinals of a page's words that a query hits.</summary>
    public IReadOnlyList<int> Hits(string query, string handle, int page, IReadOnlySet<string>? collections)
    {
        if (QueryParser.Parse(query).Root is not { } root || root is AllNode)
        {
            return [];
        }

        try
        {
            var planner = new Planner(snapshot, analyser);
            var plan = planner.Of(root);
            using var tally = new Tally(snapshot, new Sight(snapshot.Rows, new SearchRequest(query, collections)), false);
            tally.Walk(Planner.Both(planner.Page(handle, page), plan), 0);
            return tally.Pages == 0 ? [] : HitsOf(plan, [tally.Matches[0].Doc])[0];
        }
        catch (QueryException)
        {
            return [];
        }
    }

    private List<SearchResult> Results(Tally tally, List<int> sections, Plan plan)
    {
        var best = Best(tally, sections);
        int[] docs = [.. best.SelectMany(b => b).Select(m => m.Doc).Order()];
        var hits = HitsOf(plan, docs);
        return [.. sections.Select((section, i) =>
        {
            var row = snapshot.Rows.Rows[tally[section].Row];
            List<PageHit> pages = [.. best[i].Select(m => Hit(m, hits[Array.BinarySearch(docs, m.Doc)]))];
            return new SearchResult(row.Handle, row.Section, row.Title, row.SectionTitle, row.Date, row.Language, row.Kind, row.Collection, pages, tally[section].Pages - pages.Count);
        })];
    }

    private PageHit Hit(Tally.Match match, List<int> hits)
    {
        var segment = SegmentOf(match.Doc);
        var doc = match.Doc - segment.DocBase;
        var (label, words) = Snapshot.WordsOf(segment, doc);
        return new PageHit(segment.Pages.Pages[doc], label, match.Score, Snippets.Of(words.Span, hits), hits);
    }

    /// <summary>The best pages of some sections.</summary>
    private List<Tally.Match>[] Best(Tally tally, List<int> sections)
    {
        var best = new List<Tally.Match>[sections.Count];
        var places = new Dictionary<int, int>(sections.Count);
        for (var i = 0; i < sections.Count; i++)
        {
            best[i] = new List<Tally.Match>(ShownPages + 1);
            places.Add(sections[i], i);
        }

        if (sections.Count == 0)
        {
            return best;
        }

        foreach (var match in tally.Matches)
        {
            if (places.TryGetValue(match.Group, out var place))
            {
                var list = best[place];
                var at = list.Count;
                while (at > 0 && IsBetter(match, list[at - 1]))
                {
                    at--;
                }

                if (at < ShownPages)
                {
                    list.Insert(at, match);
                    if (list.Count > ShownPages)
                    {
                        list.RemoveAt(ShownPages);
                    }
                }
            }
        }

        return best;
    }

    private bool IsBetter(Tally.Match a, Tally.Match b) => a.Score != b.Score ? a.Score > b.Score : PageOf(a.Doc) < PageOf(b.Doc);

    private int PageOf(int doc)
    {
        var segment = SegmentOf(doc);
        return segment.Pages.Pages[doc - segment.DocBase];
    }

    /// <summary>The hits of pages of the snapshot, rising; the pages rise.</summary>
    private List<int>[] HitsOf(Plan plan, int[] docs)
    {
        List<int>[] hits = [.. docs.Select(_ => new List<int>())];
        for (var first = 0; first < docs.Length;)
        {
            var segment = SegmentOf(docs[first]);
            var last = first;
            while (last < docs.Length && docs[last] < segment.DocBase + segment.Count)
            {
                last++;
            }

            var inSegment = docs[first..last].Select(d => d - segment.DocBase).ToArray();
            plan.AddHits(segment, inSegment, hits.AsSpan(first, last - first));
            ContinuedWords.Add(segment, inSegment, hits.AsSpan(first, last - first));
            first = last;
        }

        return hits;
    }

    private Segment SegmentOf(int doc)
    {
        var (low, high) = (0, snapshot.Segments.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = snapshot.Segments[middle].DocBase <= doc ? (middle, high) : (low, middle - 1);
        }

        return snapshot.Segments[low];
    }
}
