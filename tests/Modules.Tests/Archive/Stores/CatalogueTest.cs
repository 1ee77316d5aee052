using Mandate.Archive;
using Mandate.Archive.Stores;
using Mandate.Modules.Tests.Stores;

namespace Mandate.Modules.Tests.TheArchive.Stores;

/// <summary>The archive's tables, on every kind of database.</summary>
public sealed class CatalogueTest : IDisposable
{
    private const string Hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static readonly string[] Labels = ["i", "ii", "iii"];
    private static readonly Handle Report = Handle.Parse("crs/in11581");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mandate-");
    private static int schemas;

    public static TheoryData<string> Kinds => ["sqlite", "postgres"];

    public void Dispose() => folder.Delete(recursive: true);

    [Theory, MemberData(nameof(Kinds))]
    public void AddDocument_Pages_WaitUntilEachIsReadOnce(string kind)
    {
        using var catalogue = Open(kind);
        Add(catalogue, Report, pages: 2);
        catalogue.Waiting(10).Select(w => (w.Page, w.SourcePage, w.Sha256)).ShouldBe([(1, 1, Hash), (2, 2, Hash)]);

        Read(catalogue, 1);
        catalogue.Waiting(10).Select(w => w.Page).ShouldBe([2]);
        catalogue.Document(Report)!.State.ShouldBe(DocumentState.Reading);
        var again = new WaitingPage(Report, 1, 1, 1, Hash, "a.pdf", null, false);
        Should.Throw<InvalidOperationException>(() => catalogue.FinishPage(again, Reading("again"), "test")).Message.ShouldContain("was read twice");
        catalogue.Text(Report, 1, null)!.Words.Select(w => w.Text).ShouldBe(["page", "1"]);

        Read(catalogue, 2);
        catalogue.Document(Report)!.State.ShouldBe(DocumentState.Ready);
        catalogue.Pages(Report).Select(p => (p.Id, p.State, p.Label, p.Version)).ShouldBe([(1, PageState.Read, "i", 1), (2, PageState.Read, "ii", 1)]);
        catalogue.Events(Report).Select(e => e.Kind).ShouldBe(["ingestion", "text recognition", "text recognition"]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Handle_Given_IsNeverGivenAgain(string kind)
    {
        using var catalogue = Open(kind);
        Add(catalogue, Report, pages: 1);
        Should.Throw<ArchiveException>(() => Add(catalogue, Report, pages: 1)).Message.ShouldContain("names another document");
        catalogue.Withdraw(Report, "court order of the test", "test");
        Should.Throw<ArchiveException>(() => Add(catalogue, Report, pages: 1)).Message.ShouldContain("is never given twice");
        catalogue.Document(Report).ShouldNotBeNull().ShouldSatisfyAllConditions(
            d => d.State.ShouldBe(DocumentState.Withdrawn), d => d.Reason.ShouldBe("court order of the test"));
        catalogue.Waiting(10).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Merge_Handle_LeadsToTheLastOneEvenThroughSeveral(string kind)
    {
        using var catalogue = Open(kind);
        Handle b = Handle.Parse("crs/b"), c = Handle.Parse("crs/c");
        Add(catalogue, Report, pages: 1);
        Add(catalogue, b, pages: 1);
        Add(catalogue, c, pages: 1);
        catalogue.Merge(Report, b, "same paper", "test");
        catalogue.Merge(b, c, "same paper", "test");
        catalogue.Document(Report)!.LeadsTo.ShouldBe(c);
        Should.Throw<ArchiveException>(() => catalogue.Merge(c, c, "itself", "test")).Message.ShouldContain("Found no other document");
        Should.Throw<ArchiveException>(() => catalogue.Merge(c, b, "back", "test")).Message.ShouldContain("Found no other document");
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Alias_Taken_IsRefused(string kind)
    {
        using var catalogue = Open(kind);
        Add(catalogue, Report, pages: 1);
        Add(catalogue, Handle.Parse("crs/b"), pages: 1);
        catalogue.AddAlias(Report, "hein.crs/goveblk0001", "test");
        catalogue.AddAlias(Report, "hein.crs/goveblk0001", "test");
        catalogue.DocumentNamed("hein.crs/goveblk0001")!.Handle.ShouldBe(Report);
        catalogue.DocumentNamed("crs/in11581")!.Handle.ShouldBe(Report);
        catalogue.DocumentNamed("crs/none").ShouldBeNull();
        Should.Throw<ArchiveException>(() => catalogue.AddAlias(Handle.Parse("crs/b"), "hein.crs/goveblk0001", "test")).Message.ShouldContain("names crs/in11581 already");
        Should.Throw<ArchiveException>(() => catalogue.AddAlias(Handle.Parse("crs/b"), "crs/in11581", "test")).Message.ShouldContain("is the handle of a document");
        Should.Throw<ArchiveException>(() => catalogue.AddAlias(Handle.Parse("crs/b"), "two words", "test")).Message.ShouldContain("without spaces");
    }

    [Theory, MemberData(nameof(Kinds))]
    public void AddEdition_Page_ShowsTheOldVersionUntilTheNewOneIsRead(string kind)
    {
        using var catalogue = Open(kind);
        Add(catalogue, Report, pages: 2);
        Read(catalogue, 1);
        Read(catalogue, 2);
        catalogue.AddEdition(Report, new Edition(0, Hash, 5, "b.pdf", "application/pdf", "better scan", string.Empty), [2], [null], "test");
        catalogue.Page(Report, 2, null)!.Version.ShouldBe(1);
        catalogue.Waiting(10).ShouldHaveSingleItem().ShouldSatisfyAllConditions(w => w.Page.ShouldBe(2), w => w.Version.ShouldBe(2), w => w.SourcePage.ShouldBe(1));

        catalogue.FinishPage(catalogue.Waiting(1)[0], Reading("better"), "test");
        catalogue.Page(Report, 2, null)!.ShouldSatisfyAllConditions(p => p.Version.ShouldBe(2), p => p.Label.ShouldBe("ii"), p => p.Edition.ShouldBe(2));
        catalogue.Text(Report, 2, null)!.Words[0].Text.ShouldBe("better");
        catalogue.Text(Report, 2, 1)!.Words[0].Text.ShouldBe("page");
        catalogue.Versions(Report, 2).Select(p => p.IsCurrent).ShouldBe([false, true]);
        catalogue.Document(Report)!.ShouldSatisfyAllConditions(d => d.Edition.ShouldBe(2), d => d.Pages.ShouldBe(2), d => d.State.ShouldBe(DocumentState.Ready));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void RestrictedPage_Read_IsWithheldUntilReleased(string kind)
    {
        using var catalogue = Open(kind);
        Add(catalogue, Report, pages: 1, restricted: true);
        Read(catalogue, 1);
        var page = catalogue.Page(Report, 1, null)!;
        page.State.ShouldBe(PageState.Withheld);
        page.Images.ShouldBeNull();
        catalogue.Text(Report, 1, null).ShouldBeNull();
        catalogue.Master(Report, 1)!.Value.Text.Words.Count.ShouldBe(2);

        catalogue.Release(Report, 1, Text("seen"), Images('b'), "1 box", "test");
        catalogue.Text(Report, 1, null)!.Words.Single().Text.ShouldBe("seen");
        catalogue.Page(Report, 1, null)!.Images!.View.Sha256.ShouldBe(new string('b', 64));
        catalogue.Master(Report, 1)!.Value.Text.Words.Count.ShouldBe(2);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Facts_Kept_ComeBackWhole(string kind)
    {
        using var catalogue = Open(kind);
        var facts = new DocumentFacts
        {
            Title = "О выборах в Республике Казахстан",
            Authors = [new PersonName("Әуезов", "М. О."), new PersonName("Орталық сайлау комиссиясы", null, IsBody: true)],
            Date = PartialDate.Parse("2021-01"),
            Kind = "act",
            Standing = Standing.UnofficialTranslation,
            Language = "kk",
        };
        Add(catalogue, Report, pages: 1);
        catalogue.SetFacts(Report, facts, "test");
        var back = catalogue.Document(Report)!.Facts;
        back.Title.ShouldBe(facts.Title);
        back.Authors.ShouldBe(facts.Authors);
        back.Date.ShouldBe(facts.Date);
        back.Standing.ShouldBe(Standing.UnofficialTranslation);
        back.Volume.ShouldBeNull();
        Section[] sections = [new("s1", null, "chapter", "Глава 1", [], 1, 1, null), new("s2", "s1", "article", "97-1-бап", ["Әуезов, М. О."], 1, 1, "97-1")];
        catalogue.SetSections(Report, sections, "test");
        catalogue.Sections(Report).Select(s => (s.Id, s.Parent, s.Label)).ShouldBe([("s1", null, null), ("s2", "s1", "97-1")]);
        catalogue.SectionsLabelled(null, null, "97-1").ShouldBe([(Report, 1)]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task Changes_ManyWriters_AreNumberedWithoutGaps(string kind)
    {
        using var catalogue = Open(kind);
        var handles = Enumerable.Range(0, 24).Select(i => Handle.Parse($"crs/d{i}")).ToList();
        await Parallel.ForEachAsync(handles, TestContext.Current.CancellationToken, (handle, _) =>
        {
            Add(catalogue, handle, pages: 1);
            return ValueTask.CompletedTask;
        });
        var changes = catalogue.Changes(0, 100);
        changes.Select(c => c.Number).ShouldBe(Enumerable.Range(1, 24).Select(i => (long)i));
        changes.Select(c => c.Handle).ShouldBe(handles, ignoreOrder: true);
        catalogue.LastChange().ShouldBe(24);
        catalogue.Changes(20, 2).Select(c => c.Number).ShouldBe([21L, 22L]);
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Fixity_Checks_GoFromTheLongestAgo(string kind)
    {
        using var catalogue = Open(kind);
        Add(catalogue, Report, pages: 1);
        catalogue.FixityDue("2999", 5).ShouldBe([Hash]);
        catalogue.NoteFixity(Hash, "altered", "found another hash");
        catalogue.FixityDue("2000-01-01T00:00:00Z", 5).ShouldBeEmpty();
        catalogue.FixityState().ShouldHaveSingleItem().Outcome.ShouldBe("altered");
        catalogue.Events(Report)[^1].ShouldSatisfyAllConditions(e => e.Kind.ShouldBe("fixity check"), e => e.Outcome.ShouldBe("failure"), e => e.Detail.ShouldBe("found another hash"));
    }

    [Fact]
    public void OpenFile_SecondWriter_IsToldWhoWrites()
    {
        using var first = Database.OpenFile(Path.Combine(folder.FullName, "archive.db"), toWrite: true);
        Should.Throw<ArchiveException>(() => Database.OpenFile(Path.Combine(folder.FullName, "archive.db"), toWrite: true))
            .Message.ShouldContain($"process {Environment.ProcessId}");
        Database.OpenFile(Path.Combine(folder.FullName, "archive.db"), toWrite: false).Dispose();
    }

    [Fact]
    public void OpenFile_NoArchive_SaysWhatToDo()
    {
        var file = Path.Combine(folder.FullName, "archive.db");
        Should.Throw<ArchiveException>(() => Database.OpenFile(file, toWrite: false)).Message.ShouldContain("Take a document in first");
        File.WriteAllText(file, "no database at all, but long enough to be read as one: " + new string('x', 4096));
        Should.Throw<ArchiveException>(() => Database.OpenFile(file, toWrite: true)).Message.ShouldContain("Found no archive in");
    }

    private Catalogue Open(string kind)
    {
        var database = kind == "sqlite" ? Database.OpenFile(Path.Combine(folder.FullName, "archive.db"), toWrite: true)
            : Database.OpenPostgres(PostgresFixture.Where(), $"a{Interlocked.Increment(ref schemas)}", toWrite: true);
        var catalogue = new Catalogue(database, TimeProvider.System);
        catalogue.PutCollection(new Collection("crs", "Reports", CollectionAccess.Public, null));
        return catalogue;
    }

    private static void Add(Catalogue catalogue, Handle handle, int pages, bool restricted = false) => catalogue.AddDocument(
        handle, new DocumentFacts { Title = "A report", IsRestricted = restricted }, new Edition(1, Hash, 0, "a.pdf", "application/pdf", null, string.Empty),
        [.. Labels.Take(pages)], "test");

    private static void Read(Catalogue catalogue, int page) => catalogue.FinishPage(catalogue.Waiting(10).First(w => w.Page == page), Reading($"page {page}"), "test");

    private static ReadPage Reading(string words) => new(Text(words), Images('a'), null, 0, 0.25);

    private static PageText Text(string words) =>
        new(100, 200, 300, TextOrigin.Recognised, "en", [.. words.Split(' ').Select((w, i) => new Word(w, new Box(i * 10, 0, 9, 9), 90, 0, 0))]);

    private static PageImages Images(char fill)
    {
        var hash = new string(fill, 64);
        var image = new StoredImage(hash, "image/jpeg", 100, 200);
        return new PageImages(image, image, new StoredPrint(hash, "jpeg", 100, 200, 3, false, false, [1, 0, 0, 1, 0, 0]), null, hash);
    }
}
