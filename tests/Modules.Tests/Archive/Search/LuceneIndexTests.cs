using Mandate.Archive.Search;
using static Mandate.Modules.Tests.TheArchive.Search.MadePages;

namespace Mandate.Modules.Tests.TheArchive.Search;

public sealed class LuceneIndexTests : SearchIndexContract
{
    private static readonly LuceneIndexOptions Options = new() { BufferMegabytes = 16, Workers = 2 };
    private readonly string _folder = Directory.CreateTempSubdirectory("mandate-index-").FullName;

    private protected override ISearchIndex Open() => LuceneIndex.Open(_folder, Options);

    private protected override void CleanUp() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Open_HeldByAnother_SaysSo()
    {
        using var first = LuceneIndex.Open(_folder, Options);
        Should.Throw<IndexHeldException>(() => LuceneIndex.Open(_folder, Options)).Message.ShouldBe($"Index {_folder}: another process writes to it. End that one first, or ask it.");
        Should.Throw<IndexHeldException>(() => LuceneIndex.OpenAnew(_folder, Options));
        first.Apply(Puts(Page("a/one", 1, "law")));
        first.LastChange.ShouldBe(1);
    }

    [Fact]
    public void Open_KilledBeforeACommit_AppliesAgainFromTheLastOne()
    {
        using (var index = LuceneIndex.Open(_folder, Options))
        {
            index.Apply(Puts(Page("a/one", 1, "law")));
        }

        var kept = Directory.GetFiles(_folder).ToDictionary(f => f, File.ReadAllBytes);
        using (var index = LuceneIndex.Open(_folder, Options))
        {
            index.Apply([new PutPage(2, Page("a/two", 1, "law"))]);
        }

        // The disk as it was before the second commit, with a new segment's file beside it.
        var left = Directory.GetFiles(_folder).First(f => !kept.ContainsKey(f) && Path.GetExtension(f) == ".cfs");
        var bytes = File.ReadAllBytes(left);
        Array.ForEach(Directory.GetFiles(_folder), File.Delete);
        foreach (var (file, content) in kept)
        {
            File.WriteAllBytes(file, content);
        }

        File.WriteAllBytes(left, bytes[..(bytes.Length / 2)]);
        using var again = LuceneIndex.Open(_folder, Options);
        again.LastChange.ShouldBe(1);
        again.Apply([new PutPage(2, Page("a/two", 1, "law"))]);
        again.Search(new SearchRequest("law", null)).Pages.ShouldBe(2);
    }

    [Fact]
    public void Search_ByStem_FindsWordsAfterTheirFirstPageIsGoneAndAfterReopening()
    {
        using (var index = LuceneIndex.Open(_folder, Options))
        {
            index.Apply(Puts(Page("a/one", 1, "elections избирателями")));
            index.Apply([new DropDocument(2, "a/one")]);
            index.Settle();
            index.Apply([new PutPage(3, Page("a/two", 1, "elections избирателями"))]);
            index.Search(new SearchRequest("election избиратель", null)).Pages.ShouldBe(1);
        }

        using (var index = LuceneIndex.Open(_folder, Options))
        {
            index.Search(new SearchRequest("election избиратель", null)).Pages.ShouldBe(1);
            index.Apply([new DropDocument(4, "a/two"), new PutPage(5, Page("a/three", 1, "elections избирателями"))]);
            index.Settle();
            index.Search(new SearchRequest("election избиратель", null)).Results.ShouldHaveSingleItem().Handle.ShouldBe("a/three");
        }
    }

    [Theory]
    [InlineData("segments_*", 0)]
    [InlineData("segments_*", 20)]
    [InlineData("*.si", 3)]
    [InlineData("*.cfe", 3)]
    [InlineData("*.cfs", 3)]
    public void Open_DamagedFile_SaysBuildAnew(string files, int length)
    {
        using (var index = LuceneIndex.Open(_folder, Options))
        {
            index.Apply(Puts(Page("a/one", 1, "law")));
        }

        using (var file = File.Open(Directory.GetFiles(_folder, files).Where(f => !f.EndsWith(".gen", StringComparison.Ordinal)).ShouldHaveSingleItem(), FileMode.Open))
        {
            file.SetLength(length);
        }

        Should.Throw<IndexUnusableException>(() => LuceneIndex.Open(_folder, Options)).Message.ShouldEndWith("Delete it and build it anew from change 0; it holds nothing that the archive has not.");
        using var anew = LuceneIndex.OpenAnew(_folder, Options);
        anew.LastChange.ShouldBe(0);
        anew.Apply(Puts(Page("a/one", 1, "law")));
        anew.Search(new SearchRequest("law", null)).Pages.ShouldBe(1);
    }

    [Fact]
    public void Open_AnotherVersion_SaysBuildAnew()
    {
        using (var folder = Lucene.Net.Store.FSDirectory.Open(_folder))
        using (var writer = new Lucene.Net.Index.IndexWriter(folder, new Lucene.Net.Index.IndexWriterConfig(Lucene.Net.Util.LuceneVersion.LUCENE_48, null)))
        {
            writer.SetCommitData(new Dictionary<string, string> { ["format"] = "0" });
            writer.Commit();
        }

        Should.Throw<IndexUnusableException>(() => LuceneIndex.Open(_folder, Options)).Message.ShouldBe($"Index {_folder}: found version '0', expected '2'. Delete it and build it anew from change 0; it holds nothing that the archive has not.");
        using var anew = LuceneIndex.OpenAnew(_folder, Options);
        anew.LastChange.ShouldBe(0);
    }

    [Fact]
    public void Settle_AfterManyCommits_FindsTheSame()
    {
        using var index = LuceneIndex.Open(_folder, Options);
        for (var i = 1; i <= 30; i++)
        {
            index.Apply([new PutPage(i, Page("a/one", i, $"law {i}"))]);
        }

        index.Settle();
        index.Search(new SearchRequest("law", null)).Pages.ShouldBe(30);
        index.LastChange.ShouldBe(30);
    }
}
