using System.Net;
using Mandate.Archive;
using Mandate.Archive.Intake;
using Mandate.Archive.Reading;
using Mandate.Modules.Tests.TheArchive;
using Mandate.Web.Tests;
using Microsoft.AspNetCore.Builder;
using NetVips;

[assembly: AssemblyFixture(typeof(ArchiveHost))]

namespace Mandate.Web.Tests;

/// <summary>A portal with a small archive, taken in through the archive's own door: documents that everybody may read, and some that nobody here may.</summary>
public sealed class ArchiveHost : IAsyncLifetime
{
    /// <summary>Two pages in English that everybody may read.</summary>
    public const string Paper = "open/paper";

    /// <summary>One page in Kazakh, made up, that an election's figures cite.</summary>
    public const string Protocol = "open/protocol-107";

    /// <summary>A restricted original of which no page is released.</summary>
    public const string Withheld = "open/withheld";

    /// <summary>A document that was taken down.</summary>
    public const string Withdrawn = "open/withdrawn";

    /// <summary>A document of a collection that is not open to everybody.</summary>
    public const string Closed = "letters/secret";

    /// <summary>What is written in Russian on every page that nobody here may read, and on no other.</summary>
    public const string Secret = "избирател";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mandate-archive-");
    private readonly List<DrawnPage> drawn = [];

    /// <summary>Gets the words of the paper's first page as they were drawn, and their places.</summary>
    internal IReadOnlyList<DrawnWord> Words => drawn[0].Words;

    /// <summary>Gets the width of the paper's pages, in pixels.</summary>
    internal int Width => drawn[0].Image.Width;

    internal WebApplication? App { get; private set; }

    public Uri Address { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var options = new ArchiveOptions { Folder = Path.Combine(folder.FullName, "archive") };
        await FillAsync(options);
        App = Portal.Build(new PortalOptions { Root = PortalHost.Root, Urls = "http://127.0.0.1:0", Archive = options, Evidence = [Evidence(options)] });
        Portal.Faults(App).ShouldBeEmpty();
        await App.StartAsync();
        Address = new Uri(App.Urls.Single());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (App is not null)
        {
            await App.DisposeAsync();
        }

        drawn.ForEach(d => d.Dispose());
        folder.Delete(recursive: true);
    }

    /// <summary>Asks for an address; redirects are not followed.</summary>
    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>The text of an answer that must be there.</summary>
    public async Task<string> TextAsync(string path)
    {
        using var answer = await GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Opens the archive to write to it, as another program does while the portal runs.</summary>
    internal DocumentArchive Write() => DocumentArchive.Open(new ArchiveOptions { Folder = Path.Combine(folder.FullName, "archive") }, toWrite: true, TimeProvider.System);

    private async Task FillAsync(ArchiveOptions options)
    {
        using var archive = DocumentArchive.Open(options, toWrite: true, TimeProvider.System);
        archive.PutCollection(new Collection("open", "Open papers", CollectionAccess.Public, "Public domain"));
        archive.PutCollection(new Collection("letters", "Private letters", CollectionAccess.Granted, null));
        archive.PutTitles(
        [
            new TitleFacts { Id = "review", Name = "Review of Elections", Collection = "open", Abbreviations = ["Rev. Elect."], Kind = "serial", Language = "en", Frequency = "annual", First = "v.1 2018" },
            new TitleFacts { Id = "protocols", Name = "Protocols of Precincts", Collection = "open", Kind = "reports", Patterns = ["Protocol of the precinct commission No. {number}"] },
            new TitleFacts { Id = "diary", Name = "A private diary", Collection = "letters" },
        ]);
        IReadOnlyList<IntakeItem> items =
        [
            Item(Paper, TwoPages(), new DocumentFacts
            {
                Title = "Counting and sharing", Language = "en", Authors = [new PersonName("Marlow", "Ada"), new PersonName("Office of Records", null, IsBody: true)], Date = new PartialDate(2019, 5), Kind = "article",
                Serial = "review", Volume = "2", Issue = "1", FirstLabel = "45", Standing = Standing.Official, Source = "drawn for a test", Aliases = ["old.shelf/Box0001", "Box-1"],
            }),
            Item(Protocol, OnePage("kk", 1, 200), new DocumentFacts { Title = "Учаскелік комиссияның хаттамасы № 107", Language = "kk", Date = new PartialDate(2021, 1, 10), Kind = "protocol", Serial = "protocols", Number = "100", Standing = Standing.Synthetic }),
            Item(Withheld, OnePage("ru", 2, 100), new DocumentFacts { Title = "A restricted protocol", Language = "ru", Kind = "protocol", IsRestricted = true }),
            Item(Withdrawn, OnePage("ru", 3, 100), new DocumentFacts { Title = "A paper taken down", Language = "ru", Kind = "document" }),
            Item(Closed, OnePage("ru", 4, 100), new DocumentFacts { Title = "A secret letter", Language = "ru", Kind = "document", Serial = "diary", Authors = [new PersonName("Hidden", "Nobody")], Aliases = ["hidden/alias"], Number = "XYZ77" }),
            Item("open/double", OnePage("ru", 3, 100), new DocumentFacts { Title = "Taken in twice", Language = "ru" }),
        ];
        var (_, read) = await archive.TakeInAsync(items, allowDouble: true, new ReadingOptions(), null, CancellationToken.None);
        read.Problems.ShouldBe(0);
        archive.CountPages().Sum(c => c.Pages).ShouldBe(7);
        archive.SetSections(Handle.Parse(Paper), [new Section("s1", null, "article", "How votes are counted", [], 1, 2, "I"), new Section("s1a", "s1", "chapter", "Seats", [], 2, 2, null)]);
        archive.Withdraw(Handle.Parse(Withdrawn), "The owner asked for it.");
        archive.Merge(Handle.Parse("open/double"), Handle.Parse(Paper), "It is the same.");
    }

    /// <summary>A document to take in.</summary>
    internal static IntakeItem Item(string handle, string file, DocumentFacts facts) => new(file, Path.GetFileName(file), Handle.Parse(handle), facts, null);

    /// <summary>Draws a page into a file.</summary>
    internal string OnePage(string language, int number, int dpi)
    {
        var file = Path.Combine(folder.FullName, $"{language}{number}.jpg");
        var page = DrawnPage.Draw(language, number, new DrawnStyle { Dpi = dpi });
        page.Save(file);
        page.Dispose();
        return file;
    }

    private string TwoPages()
    {
        var style = new DrawnStyle { Dpi = 200, Noise = 2 };
        drawn.Add(DrawnPage.Draw("en", 0, style));
        drawn.Add(DrawnPage.Draw("en", 2, style));
        var file = Path.Combine(folder.FullName, "paper.tif");
        using var both = drawn[0].Image.Join(drawn[1].Image, Enums.Direction.Vertical);
        both.Tiffsave(file, compression: Enums.ForeignTiffCompression.Deflate, xres: 200 / 25.4, yres: 200 / 25.4, pageHeight: drawn[0].Image.Height);
        return file;
    }

    /// <summary>A copy of a real election whose figures cite pages here: one with the right hash, one with another.</summary>
    private string Evidence(ArchiveOptions options)
    {
        var election = folder.CreateSubdirectory("kz-majilis-2021");
        foreach (var file in Directory.EnumerateFiles(Path.Combine(PortalHost.Root, "elections", "kz-majilis-2021")))
        {
            File.Copy(file, Path.Combine(election.FullName, Path.GetFileName(file)));
        }

        using var archive = DocumentArchive.Open(options, toWrite: false, TimeProvider.System);
        var sha256 = archive.Editions(((Named.Found)archive.Find(Protocol, Access.Public)).Document)[0].Sha256;
        File.WriteAllText(Path.Combine(election.FullName, "evidence.csv"), $"""
            contest,unit,figure,list,handle,page,sha256
            lists,nation,registered,,{Protocol},1,{sha256}
            lists,nation,,nur_otan,{Protocol},1,{new string('0', 64)}
            lists,nation,issued,,{Protocol},,
            lists,nation,printed,,{Closed},1,

            """);
        return election.FullName;
    }
}
