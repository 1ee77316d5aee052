using System.Collections;
using Mandate.Archive.Search;
using static Mandate.Modules.Tests.TheArchive.Search.MadePages;

namespace Mandate.Modules.Tests.TheArchive.Search;

public abstract partial class SearchIndexContract
{
    [Fact]
    public void Apply_PutAgain_TakesThePlaceOfThePage()
    {
        var index = With(Page("a/one", 1, "old words"), Page("a/one", 2, "old words"));
        index.Apply([new PutPage(3, Page("a/one", 1, "new words"))]);
        Found(index, "old").ShouldBe(["a/one/2"]);
        Found(index, "new").ShouldBe(["a/one/1"]);
        index.Apply([new PutPage(4, Page("a/one", 2, "first try")), new PutPage(5, Page("a/one", 2, "second try"))]);
        Found(index, "first OR old").ShouldBeEmpty();
        Ask(index, "words OR try").Pages.ShouldBe(2);
    }

    [Fact]
    public void Apply_Drops_TakePagesOut()
    {
        var index = With(Page("a/one", 1, "law"), Page("a/one", 2, "law"), Page("a/two", 1, "law"), Page("a/two", 2, "law"));
        index.Apply([new DropPage(5, "a/one", 1), new DropPage(6, "a/one", 9), new DropDocument(7, "a/none")]);
        Found(index, "law").ShouldBe(["a/one/2", "a/two/1", "a/two/2"]);
        index.Apply([new DropDocument(8, "a/two")]);
        Found(index, "law").ShouldBe(["a/one/2"]);
        Shown(Ask(index, "law"), FacetFields.Collection).ShouldBe("a:1/1");
        index.HitsOnPage("law", "a/two", 1, null).ShouldBeEmpty();
    }

    [Fact]
    public void Apply_ChangesOfOneRun_HoldTheirOrder()
    {
        var index = With(Page("a/one", 1, "law"));
        index.Apply(
        [
            new PutPage(2, Page("a/one", 2, "law")), new DropDocument(3, "a/one"), new PutPage(4, Page("a/one", 3, "law")),
            new PutPage(5, Page("a/two", 1, "law")), new DropPage(6, "a/two", 1), new DropPage(7, "a/three", 1), new PutPage(8, Page("a/three", 1, "law")),
        ]);
        Found(index, "law").ShouldBe(["a/one/3", "a/three/1"]);
    }

    [Fact]
    public void Apply_Again_ChangesNothing()
    {
        var pages = Puts(Page("a/one", 1, "law"), Page("a/two", 1, "law"));
        var index = With();
        index.LastChange.ShouldBe(0);
        index.Apply(pages);
        index.LastChange.ShouldBe(2);
        index.Apply([.. pages, new DropPage(3, "a/one", 1)]);
        index.Apply(pages);
        index.LastChange.ShouldBe(3);
        Found(index, "law").ShouldBe(["a/two/1"]);
    }

    [Fact]
    public void Apply_NumbersThatFall_ThrowAndChangeNothing()
    {
        var index = With();
        Should.Throw<ArgumentException>(() => index.Apply([new DropPage(2, "a/one", 1), new DropPage(1, "a/one", 2)])).Message.ShouldStartWith("Change 1 stands after change 2; numbers are not to fall.");
        index.LastChange.ShouldBe(0);
    }

    [Fact]
    public void Apply_EndsInTheMiddle_KeepsNothingOfIt()
    {
        var index = With(Page("a/one", 1, "law"));
        var half = new PutPage(4, Page("a/four", 1, "law") with { Text = Text("law") with { Words = new Broken() } });
        Should.Throw<AggregateException>(() => index.Apply([new DropDocument(2, "a/one"), new PutPage(3, Page("a/three", 1, "law")), half]));
        index.LastChange.ShouldBe(1);
        Found(index, "law").ShouldBe(["a/one/1"]);

        // What came before the fault is applied again, and nothing of the half is there twice.
        index.Apply([new DropDocument(2, "a/one"), new PutPage(3, Page("a/three", 1, "law"))]);
        Found(index, "law").ShouldBe(["a/three/1"]);
        index.LastChange.ShouldBe(3);
    }

    [Fact]
    public void Open_AfterTheEnd_FindsWhatWasKept()
    {
        With(Page("a/one", 1, "law"), Page("a/two", 1, "law")).Dispose();
        var again = Open();
        _open.Add(again);
        again.LastChange.ShouldBe(2);
        Found(again, "law").ShouldBe(["a/one/1", "a/two/1"]);
        again.Apply([new PutPage(3, Page("a/one", 1, "order"))]);
        Found(again, "law").ShouldBe(["a/two/1"]);
    }

    [Fact]
    public void SearchSince_Change_FindsNewPagesAlone()
    {
        var index = With(Page("a/one", 1, "law"), Page("a/two", 1, "law"));
        index.Apply([new PutPage(3, Page("a/three", 1, "law")), new PutPage(4, Page("a/four", 1, "order")), new PutPage(5, Page("a/one", 1, "law"))]);
        var request = new SearchRequest("law", null);
        Found(index.SearchSince(request, 2)).ShouldBe(["a/one/1", "a/three/1"]);
        Found(index.SearchSince(request, 3)).ShouldBe(["a/one/1"]);
        index.SearchSince(request, 5).Pages.ShouldBe(0);
        index.SearchSince(request, 0).Pages.ShouldBe(3);
    }

    [Fact]
    public async Task Search_WhileChangesAreApplied_SeesWholeCommits()
    {
        var index = With();
        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                (index.Search(new SearchRequest("law", null) { WithFacets = true }).Pages % 10).ShouldBe(0);
            }
        })).ToArray();
        for (var run = 0; run < 20; run++)
        {
            index.Apply([.. Enumerable.Range(1, 10).Select(p => new PutPage((run * 10) + p, Page($"a/d{run}", p, $"law {run}")))]);
        }

        await stop.CancelAsync();
        await Task.WhenAll(readers);
        index.Search(new SearchRequest("law", null)).Pages.ShouldBe(200);
    }

    [Fact]
    public void Apply_ManyPages_AnswersAsASlowSearchWould()
    {
        var random = new Random(3);
        string[] vocabulary = ["act", "bill", "court", "debate", "edict", "fine", "grant", "house"];
        List<IndexedPage> pages = [.. Enumerable.Range(0, 3000).Select(i => Page($"a/d{i / 10}", (i % 10) + 1, string.Join(' ', Enumerable.Range(0, random.Next(1, 12)).Select(_ => vocabulary[random.Next(vocabulary.Length)]))))];
        var index = With([.. pages[..1000]]);
        index.Apply([.. pages[1000..].Select((p, i) => new PutPage(1001 + i, p))]);
        for (var round = 0; round < 60; round++)
        {
            var (a, b, c) = (vocabulary[random.Next(8)], vocabulary[random.Next(8)], vocabulary[random.Next(8)]);
            Check($"{a} {b} -{c}", w => w.Contains(a) && w.Contains(b) && !w.Contains(c));
            Check($"{a} OR ({b} {c})", w => w.Contains(a) || (w.Contains(b) && w.Contains(c)));
            Check($"({a} OR {b}) (NOT {c})", w => (w.Contains(a) || w.Contains(b)) && !w.Contains(c));
            Check($"\"{a} {b} {c}\"", w => Enumerable.Range(0, Math.Max(0, w.Count - 2)).Any(i => w[i] == a && w[i + 1] == b && w[i + 2] == c));
            Check($"\"{a} {b}\" {c}", w => w.Contains(c) && w.Zip(w.Skip(1)).Any(n => n == (a, b)));
            if (a != b)
            {
                Check($"\"{a} {b}\"~2", w => Enumerable.Range(0, w.Count).Any(i => w[i] == a && Enumerable.Range(Math.Max(0, i - 3), Math.Min(w.Count, i + 4) - Math.Max(0, i - 3)).Any(j => w[j] == b)));
            }
        }

        void Check(string query, Predicate<List<string>> fits)
        {
            var expected = pages.Where(p => fits([.. p.Text.Words.Select(w => w.Text)])).ToList();
            var answer = index.Search(new SearchRequest(query, null));
            (query, answer.Pages, answer.Sections).ShouldBe((query, expected.Count, expected.Select(p => p.Handle).Distinct().Count()));
        }
    }

    /// <summary>Words that cannot be read to the end.</summary>
    private sealed class Broken : IReadOnlyList<Mandate.Archive.Word>
    {
        public int Count => 2;

        public Mandate.Archive.Word this[int index] => throw new InvalidDataException("broken");

        public IEnumerator<Mandate.Archive.Word> GetEnumerator() => throw new InvalidDataException("broken");

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
