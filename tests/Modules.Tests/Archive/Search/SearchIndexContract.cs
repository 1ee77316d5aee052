using Mandate.Archive.Search;
using static Mandate.Modules.Tests.TheArchive.Search.MadePages;

namespace Mandate.Modules.Tests.TheArchive.Search;

/// <summary>What every index has to do.</summary>
public abstract partial class SearchIndexContract : IDisposable
{
    private readonly List<ISearchIndex> _open = [];

    /// <summary>Opens the index that the test works on; a second call after the first one's end finds what was kept.</summary>
    private protected abstract ISearchIndex Open();

    public void Dispose()
    {
        _open.ForEach(i => i.Dispose());
        CleanUp();
        GC.SuppressFinalize(this);
    }

    private protected abstract void CleanUp();

    private ISearchIndex With(params IndexedPage[] pages)
    {
        var index = Open();
        _open.Add(index);
        index.Apply(Puts(pages));
        return index;
    }

    private static SearchAnswer Ask(ISearchIndex index, string query)
    {
        var answer = index.Search(new SearchRequest(query, null) { Take = 100, WithFacets = true });
        answer.Fault.ShouldBeNull();
        return answer;
    }

    /// <summary>The pages found, as handle/page, best first in each result.</summary>
    private static List<string> Found(SearchAnswer answer) => [.. answer.Results.SelectMany(r => r.Pages.Select(p => $"{r.Handle}/{p.Page}"))];

    private static List<string> Found(ISearchIndex index, string query) => Found(Ask(index, query));

    /// <summary>Whether a query finds a page of this text alone.</summary>
    private bool Finds(string text, string query) => With(Page("a/one", 1, text), Page("a/two", 1, "nothing of the kind")) is { } index && Found(index, query) is ["a/one/1"];
}
