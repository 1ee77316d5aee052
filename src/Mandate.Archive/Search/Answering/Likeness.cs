using Mandate.Archive.Search.Analysis;
using Mandate.Archive.Search.Indexing;
using Mandate.Archive.Search.Matching;
using Mandate.Archive.Search.Queries;

namespace Mandate.Archive.Search.Answering;

/// <summary>Finds the telling words of a page or a document, and pages that have them.</summary>
/// <remarks>A word tells much where it is frequent here and rare elsewhere (tf·idf).</remarks>
internal sealed class Likeness(Snapshot snapshot, Analyser analyser)
{
    private const int MostWords = 20;
    private const int MostPages = 30;
    private const int ShortestWord = 3;

    // A word on more than a tenth of all pages tells nothing; in a small archive no word is that rare.
    private const int CommonShare = 10;
    private const int SmallArchive = 200;

    public LikeAnswer Of(LikeRequest request)
    {
        var planner = new Planner(snapshot, analyser);
        var all = new SearchRequest(string.Empty, request.Collections) { Take = request.Take };
        var words = request.Words ?? Telling(planner, request, all);
        var plans = words.Take(QueryParser.MostClauses).Select(w => planner.Word(w.Word, Scope.Text, (float)w.Weight)).ToList();
        return plans.Count == 0
            ? new LikeAnswer([], new SearchAnswer(0, 0, [], [], null))
            : new LikeAnswer(words, new Answerer(snapshot, analyser).Answer(all, new AndPlan([new OrPlan(plans)], [planner.Handle(request.Handle)]), 0));
    }

    private List<LikeWord> Telling(Planner planner, LikeRequest request, SearchRequest all)
    {
        using var tally = new Tally(snapshot, new Sight(snapshot.Rows, all), false);
        tally.Walk(request.Page is { } page ? planner.Page(request.Handle, page) : planner.Handle(request.Handle), 0);
        var words = new Dictionary<string, Found>(StringComparer.Ordinal);
        var step = Math.Max(1, (tally.Pages + MostPages - 1) / MostPages);
        for (var i = 0; i < tally.Pages; i += step)
        {
            Count(tally.Matches[i].Doc, words);
        }

        var common = snapshot.Pages < SmallArchive ? snapshot.Pages : snapshot.Pages / CommonShare;
        var telling = new List<(string Word, double Weight)>();

        // Only the most frequent are looked up; the rest are on the page once or twice.
        foreach (var found in words.Values.OrderByDescending(w => w.Count).ThenBy(w => w.Word.Exact, StringComparer.Ordinal).Take(300))
        {
            var with = planner.PagesWith(found.Word);
            if (with > 1 && with <= common)
            {
                telling.Add((found.Word.Exact, found.Count * (double)Bm25.Rarity(snapshot.Pages, with)));
            }
        }

        var best = telling.OrderByDescending(t => t.Weight).ThenBy(t => t.Word, StringComparer.Ordinal).Take(MostWords).ToList();
        return [.. best.Select(t => new LikeWord(t.Word, t.Weight / best[0].Weight))];
    }

    /// <summary>Counts words by their first stem; the form seen first stands for it.</summary>
    private void Count(int doc, Dictionary<string, Found> words)
    {
        var segment = snapshot.Segments.Last(s => s.DocBase <= doc);
        foreach (var word in Snapshot.WordsOf(segment, doc - segment.DocBase).Words.Span)
        {
            foreach (var part in analyser.Parts(word))
            {
                if (part.Exact.Length >= ShortestWord && part.Stems.Count > 0)
                {
                    var found = words.TryGetValue(part.Stems[0], out var known) ? known : words[part.Stems[0]] = new Found(part);
                    found.Count++;
                }
            }
        }
    }

    private sealed class Found(Lexeme word)
    {
        public Lexeme Word => word;

        public int Count { get; set; }
    }
}
