using Mandate.Archive;
using Mandate.Archive.Intake;
using Mandate.Archive.Search;

namespace Mandate.Modules.Tests.TheArchive;

/// <summary>From a file to a page that is found, cited and written as a PDF, through the real worker and store.</summary>
public sealed class ArchiveFlowTest : IDisposable
{
    private readonly Bench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task Add_ScansInThreeLanguages_AreFoundShownAndWrittenThroughTheCommandLine()
    {
        string[] languages = ["en", "ru", "kk"];
        foreach (var (language, i) in languages.Select((l, i) => (l, i)))
        {
            bench.Draw($"page-{language}.jpg", language, i, new DrawnStyle { Skew = 0.8 }).Dispose();
        }

        File.WriteAllText(bench.File("sheet.csv"), "file,handle,title,authors,date,kind,number,standing,first_label,aliases\n"
            + "page-en.jpg,open/en,On the count,\"Smith, Ann; [Central Commission]\",2021-01-22,report,IN11581,synthetic,xi,hein.open/goveblk0001\n"
            + "page-ru.jpg,open/ru,О подсчёте,,2021,act,,,451,\npage-kk.jpg,shut/kk,Санау туралы,,,,,,,\n");
        await Say("archive", "collection", "open", "--name", "Open papers");
        await Say("archive", "collection", "shut", "--name", "Granted papers", "--access", "granted");
        var added = await Say("archive", "add", "--sheet", bench.File("sheet.csv"), "--format", "json");
        added.Json["taken"]!.GetValue<int>().ShouldBe(3);
        added.Json["pagesRead"]!.GetValue<int>().ShouldBe(3);
        added.Json["pagesWithProblems"]!.GetValue<int>().ShouldBe(0);

        foreach (var (language, i) in languages.Select((l, i) => (l, i)))
        {
            using var drawn = DrawnPage.Draw(language, i, new DrawnStyle { Skew = 0.8 });
            var text = (await Say("archive", "show", $"{(language == "kk" ? "shut" : "open")}/{language}/1", "--text")).Out;
            drawn.WordsRight(text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)).ShouldBeGreaterThanOrEqualTo(0.99, language);
        }

        // One question in any of the languages; a look-alike and a missing diaeresis do not matter.
        (await Say("archive", "search", "type:report AND author:Smith", "--format", "json")).Json["shown"]![0]!["handle"]!.GetValue<string>().ShouldBe("open/en");
        (await Say("archive", "search", "title:подсчете", "--format", "json")).Json["shown"]![0]!["handle"]!.GetValue<string>().ShouldBe("open/ru");
        (await Terminal.RunAsync("archive", "search", "nothinglikethis", "--data", bench.Data)).Code.ShouldBe(1);
        var wrong = await Terminal.RunAsync("archive", "search", "(open", "--data", bench.Data);
        wrong.Code.ShouldBe(2);
        wrong.Error.ShouldStartWith("The query cannot be run, letter ");

        (await Say("archive", "find", "IN11581")).Out.ShouldStartWith("open/en");
        (await Say("archive", "find", "hein.open/goveblk0001")).Out.ShouldStartWith("open/en");
        (await Say("archive", "show", "open/en", "--format", "json")).Json["pages"]![0]!["label"]!.GetValue<string>().ShouldBe("xi");
        (await Say("archive", "cite", "open/en/1", "--style", "bibtex")).Out.ShouldContain("Smith");

        await Say("archive", "export", "open/ru", "--out", bench.File("a.pdf"));
        await Say("archive", "export", "open/ru", "--out", bench.File("b.pdf"));
        await Say("archive", "export", "open/ru", "--compact", "--out", bench.File("c.pdf"));
        File.ReadAllBytes(bench.File("a.pdf")).ShouldBe(File.ReadAllBytes(bench.File("b.pdf")));
        new FileInfo(bench.File("c.pdf")).Length.ShouldBeLessThan(140_000, "a cover with two fonts, and a page of at most 100 KB");
        await Say("archive", "export", "open/ru", "--original", "1", "--out", bench.File("original.jpg"));
        File.ReadAllBytes(bench.File("original.jpg")).ShouldBe(File.ReadAllBytes(bench.File("page-ru.jpg")));
        (await Say("archive", "fixity", "--older-than", "0", "--format", "json")).Json["intact"]!.GetValue<int>().ShouldBe(3);
    }

    [Fact]
    public async Task Add_Again_TakesNothingTwice()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var archive = bench.Write();
        var item = Item(bench.Line("a.png", "Threshold of seven per cent"), "open/a");
        (await archive.TakeInAsync([item], false, Bench.Reading, null, cancel)).Read.Pages.ShouldBe(1);
        var (taken, read) = await archive.TakeInAsync([item], false, Bench.Reading, null, cancel);
        taken.Single().Outcome.ShouldBe(TakenOutcome.ThereAlready);
        read.Pages.ShouldBe(0);

        var other = (await archive.TakeInAsync([item with { Handle = Handle.Parse("open/b") }], false, Bench.Reading, null, cancel)).Taken.Single();
        other.Outcome.ShouldBe(TakenOutcome.Refused);
        other.Refusal!.ShouldContain("The same file is open/a already.");
        (await archive.TakeInAsync([item with { Handle = Handle.Parse("open/b") }], true, Bench.Reading, null, cancel)).Taken.Single().Outcome.ShouldBe(TakenOutcome.Taken);

        var wrong = (await archive.TakeInAsync([Item(bench.Line("c.png", "Other"), "open/c") with { ExpectedSha256 = new string('0', 64) }], false, Bench.Reading, null, cancel)).Taken.Single();
        wrong.Refusal!.ShouldContain($"expected {new string('0', 64)}.");
        archive.Find("open/c", Access.Staff).ShouldBeOfType<Named.None>();
    }

    [Fact]
    public async Task Resume_OriginalAltered_LeavesItsPagesWaitingAndReadsTheOthers()
    {
        var cancel = TestContext.Current.CancellationToken;
        using (var archive = bench.Write())
        {
            // Taken in by a run that ended before a page was read.
            using var ended = new CancellationTokenSource();
            var stop = new Stopper(ended);
            await Should.ThrowAsync<OperationCanceledException>(() => archive.TakeInAsync([Item(bench.Line("a.png", "Altered paper"), "open/a"), Item(bench.Line("b.png", "Whole paper"), "open/b")], false, Bench.Reading, stop, ended.Token));
        }

        string sha256;
        using (var archive = bench.Write())
        {
            sha256 = archive.Editions(Found(archive, "open/a"))[0].Sha256;
            var file = Path.Combine(bench.Folder, "files", sha256[..2], sha256[2..4], sha256);
            var bytes = File.ReadAllBytes(file);
            bytes[^1] ^= 1;

            // Files are kept read-only; another takes its place.
            File.Delete(file);
            File.WriteAllBytes(file, bytes);
            var (_, read) = await archive.TakeInAsync([], false, Bench.Reading, null, cancel);
            read.Pages.ShouldBe(1);
            read.Left.ShouldHaveSingleItem().ShouldStartWith($"The original {sha256} has been altered");
            archive.Search(new SearchRequest("whole", null), Access.Public).Pages.ShouldBe(1);
            archive.CountPages().ShouldBe([("read", 1), ("waiting", 1)]);

            bytes[^1] ^= 1;
            File.WriteAllBytes(file, bytes);
            (await archive.TakeInAsync([], false, Bench.Reading, null, cancel)).Read.Pages.ShouldBe(1);
            archive.Text(Found(archive, "open/a"), 1)!.Raw().ShouldBe("Altered paper\n");
        }
    }

    /// <summary>Ends a run once both documents are taken in.</summary>
    private sealed class Stopper(CancellationTokenSource run) : IProgress<IntakeProgress>
    {
        public void Report(IntakeProgress value)
        {
            if (value is { Stage: IntakeStage.TakingIn, Done: 2 })
            {
                run.Cancel();
            }
        }
    }

    [Fact]
    public async Task AddEdition_PageScannedAgain_IsAnotherVersionOfTheSamePage()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var archive = bench.Write();
        await archive.TakeInAsync([Item(bench.Line("a.png", "Blurred protocol"), "open/a")], false, Bench.Reading, null, cancel);
        await archive.AddEditionAsync(Item(bench.Line("b.png", "Sharp protocol"), "open/a"), "scanned again", null, Bench.Reading, null, cancel);
        var document = Found(archive, "open/a");
        archive.Versions(document, 1).Select(p => (p.Version, p.IsCurrent, p.Edition)).ShouldBe([(1, false, 1), (2, true, 2)]);
        archive.Text(document, 1)!.Raw().ShouldBe("Sharp protocol\n");
        archive.Text(document, 1, 1)!.Raw().ShouldBe("Blurred protocol\n");
        archive.Search(new SearchRequest("sharp", null), Access.Public).Pages.ShouldBe(1);
        archive.Search(new SearchRequest("blurred", null), Access.Public).Pages.ShouldBe(0);
    }

    [Fact]
    public async Task Rights_CollectionNotGranted_ShowsNothingOfItAnywhere()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var archive = bench.Write();
        await archive.TakeInAsync([Item(bench.Line("a.png", "Secret ballot paper"), "shut/a", number: "Z-1"), Item(bench.Line("b.png", "Open ballot paper"), "open/b")], false, Bench.Reading, null, cancel);
        archive.Find("shut/a", Access.Public).ShouldBeOfType<Named.Closed>();
        archive.Find("shut/a", Access.To(["shut"])).ShouldBeOfType<Named.Found>();
        var answer = archive.Search(new SearchRequest("ballot", null) { WithFacets = true }, Access.Public);
        answer.Pages.ShouldBe(1);
        answer.Facets.SelectMany(f => f.Values).ShouldNotContain(v => v.Value == "shut");
        archive.Search(new SearchRequest("ballot", null), Access.To(["shut"])).Pages.ShouldBe(2);
        archive.Navigate("Z-1", Access.Public).ShouldBeEmpty();
        archive.Navigate("Z-1", Access.Staff).ShouldHaveSingleItem();
        archive.HitsOnPage("ballot", Handle.Parse("shut/a"), 1, Access.Public).ShouldBeEmpty();
        archive.HitsOnPage("ballot", Handle.Parse("open/b"), 1, Access.Public).ShouldBe([1]);
        archive.Documents(null, Access.Public, 0, 10).Select(d => d.Handle.ToString()).ShouldBe(["open/b"]);
    }

    [Fact]
    public async Task Release_RestrictedPage_LetsOutNothingThatIsCovered()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var archive = bench.Write();
        await archive.TakeInAsync([Item(bench.Line("a.jpg", "Chair Petrova counted 412"), "open/p", restricted: true)], false, Bench.Reading, null, cancel);
        var document = Found(archive, "open/p");
        archive.Page(document, 1)!.ShouldSatisfyAllConditions(p => p.State.ShouldBe(PageState.Withheld), p => p.Images.ShouldBeNull());
        archive.Text(document, 1).ShouldBeNull();
        archive.Search(new SearchRequest("Petrova OR counted", null), Access.Staff).Pages.ShouldBe(0);
        (await archive.OpenOriginalAsync(document, archive.Editions(document)[0], Access.Public, cancel)).ShouldBeNull();
        using var none = new MemoryStream();
        (await Should.ThrowAsync<ArchiveException>(() => archive.WritePdfAsync(document, PdfOrder.Whole, none, cancel))).Message.ShouldContain("withheld");

        await archive.ReleaseAsync(document, 1, archive.MasterBoxes(document, 1, "petrova"), Bench.Reading, cancel);
        archive.Text(document, 1)!.Raw().ShouldBe("Chair counted 412\n");
        archive.Search(new SearchRequest("Petrova", null), Access.Staff).Pages.ShouldBe(0);
        archive.Search(new SearchRequest("counted", null), Access.Public).Pages.ShouldBe(1);
        var images = archive.Page(document, 1)!.Images!;
        var original = archive.Editions(document)[0].Sha256;
        new[] { images.View.Sha256, images.Thumb.Sha256, images.Print.Sha256, images.Alto }.ShouldNotContain(original);
        using var alto = new StreamReader(await archive.OpenAsync(images.Alto, cancel));
        (await alto.ReadToEndAsync(cancel)).ShouldNotContain("Petrova");
        using var pdf = new MemoryStream();
        await archive.WritePdfAsync(document, PdfOrder.Whole, pdf, cancel);
        File.WriteAllBytes(bench.File("released.pdf"), pdf.ToArray());

        // What the released images show is read anew: the name is not to be seen.
        await using var reader = new Archive.Reading.Reader(Bench.Reading);
        Directory.CreateDirectory(bench.File("again"));
        var again = await reader.ReadPageAsync(bench.File("released.pdf"), 2, ["en"], bench.File("again"), cancel);
        again.Text.Raw().ShouldContain("412");
        again.Text.Raw().ShouldNotContain("etrova");
        (await Should.ThrowAsync<ArchiveException>(() => archive.ReleaseAsync(document, 1, [new Box(0, 0, 9999, 9)], Bench.Reading, cancel))).Message.ShouldContain("expected one inside the page");
    }

    [Fact]
    public async Task Index_DeletedOrDamaged_IsMadeAnewOfTheTables()
    {
        var cancel = TestContext.Current.CancellationToken;
        using (var archive = bench.Write())
        {
            await archive.TakeInAsync([Item(bench.Line("a.png", "Threshold of seven"), "open/a"), Item(bench.Line("b.png", "Seven seats"), "open/b")], false, Bench.Reading, null, cancel);
            archive.Withdraw(Handle.Parse("open/b"), "test");
        }

        foreach (var damage in new Action<string>[] { f => Directory.Delete(f, recursive: true), f => Array.ForEach(Directory.GetFiles(f, "segments*"), s => File.WriteAllText(s, "damaged")) })
        {
            damage(Path.Combine(bench.Folder, "index"));
            using var archive = DocumentArchive.Open(new ArchiveOptions { Folder = bench.Folder }, toWrite: false, TimeProvider.System);
            archive.Search(new SearchRequest("seven", null), Access.Public).Results.Select(r => r.Handle).ShouldBe(["open/a"]);
        }
    }

    [Fact]
    public async Task Watch_KeptSearch_TellsOnlyWhatIsNew()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var archive = bench.Write();
        await archive.TakeInAsync([Item(bench.Line("a.png", "Threshold of seven"), "open/a")], false, Bench.Reading, null, cancel);
        archive.SaveSearch("thresholds", "threshold");
        Should.Throw<ArchiveException>(() => archive.SaveSearch("broken", "(threshold")).Message.ShouldContain("cannot be kept");
        archive.Alerts(note: true).Single().New.Pages.ShouldBe(0);
        await archive.TakeInAsync([Item(bench.Line("b.png", "No threshold here"), "open/b")], false, Bench.Reading, null, cancel);
        archive.Alerts(note: false).Single().New.Results.Select(r => r.Handle).ShouldBe(["open/b"]);
        archive.Alerts(note: true).Single().New.Pages.ShouldBe(1);
        archive.Alerts(note: true).Single().New.Pages.ShouldBe(0);
    }

    [Fact]
    public async Task Navigate_Citations_OpenThePageTheyName()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var archive = bench.Write();
        archive.PutTitles([new TitleFacts { Id = "fr", Name = "Federal Register of the test", Collection = "open", Abbreviations = ["FR", "Fed. Reg."], Kind = "register", ContinuousPages = true }, new TitleFacts { Id = "code", Name = "Code of the test", Collection = "open", Kind = "code", Patterns = ["{volume} U.S.C. § {section}", "Art. {article}"] }]);
        DocumentFacts Facts(string serial, string volume, string label) => new() { Serial = serial, Volume = volume, FirstLabel = label, Title = serial };
        await archive.TakeInAsync(
            [Item(bench.Line("fr.png", "Notice"), "open/fr-86") with { Facts = Facts("fr", "86", "1,234".Replace(",", string.Empty, StringComparison.Ordinal)) }, Item(bench.Line("usc.png", "Section"), "open/usc-5") with { Facts = Facts("code", "5", "1") }],
            false, Bench.Reading, null, cancel);
        archive.SetSections(Handle.Parse("open/usc-5"), [new Section("s", null, "act", "Freedom of information", [], 1, 1, "552"), new Section("t", null, "act", "Threshold", [], 1, 1, "97-1")]);
        foreach (var typed in new[] { "86 FR 1234", "86 Fed. Reg. 1,234", "86 fed reg 1234" })
        {
            archive.Navigate(typed, Access.Public).ShouldBe([new CitedPlace(Handle.Parse("open/fr-86"), 1, null)], typed);
        }

        archive.Navigate("5 U.S.C. § 552(b)(1)", Access.Public).ShouldBe([new CitedPlace(Handle.Parse("open/usc-5"), 1, "(b)(1)")]);
        archive.Navigate("Art. 97-1", Access.Public).ShouldBe([new CitedPlace(Handle.Parse("open/usc-5"), 1, null)]);
        archive.Navigate("open/fr-86/1", Access.Public).ShouldBe([new CitedPlace(Handle.Parse("open/fr-86"), 1, null)]);
        archive.Navigate("87 FR 1234", Access.Public).ShouldBeEmpty();
        archive.CitationsOn("see 86 FR 1234 and 99 FR 1", Access.Public).ShouldHaveSingleItem().Start.ShouldBe(4);
        Should.Throw<ArchiveException>(() => archive.PutTitles([new TitleFacts { Id = "x", Name = "x", Collection = "open", Patterns = ["{nonsense} X"] }])).Message.ShouldContain("letter ");
    }

    [Fact]
    public async Task Holdings_IssueMissing_IsNamed()
    {
        var cancel = TestContext.Current.CancellationToken;
        using (var archive = bench.Write())
        {
            archive.PutTitles([new TitleFacts { Id = "gazette", Name = "Gazette of the test", Collection = "open", IssuesPerVolume = 4, First = "1:1 1970", Last = "1:4 1970", Frequency = "quarterly" }]);
            await archive.TakeInAsync(
                [.. Enumerable.Range(1, 4).Where(i => i != 3).Select(i => Item(bench.Line($"i{i}.png", $"Issue number {i}"), $"open/i{i}") with { Facts = new DocumentFacts { Serial = "gazette", Volume = "1", Issue = $"{i}", FirstLabel = $"{i}", Date = PartialDate.Parse("1970") } })],
                false, Bench.Reading, null, cancel);
        }

        var answer = await Terminal.RunAsync("archive", "holdings", "gazette", "--format", "json", "--data", bench.Data);
        answer.Code.ShouldBe(1);
        answer.Json["statement"]!.GetValue<string>().ShouldStartWith("v.1:no.1");
        answer.Json["missing"]!.AsArray().Select(m => m!["name"]!.GetValue<string>()).ShouldContain(n => n.StartsWith("v. 1, no. 3", StringComparison.Ordinal));
        (await Terminal.RunAsync("archive", "holdings", "gazette", "--language", "kk", "--data", bench.Data)).Out.ShouldContain("Жетіспейді");
    }

    private static IntakeItem Item(string file, string handle, bool restricted = false, string? number = null) =>
        new(file, Path.GetFileName(file), Handle.Parse(handle), new DocumentFacts { Title = handle, Language = "en", IsRestricted = restricted, Number = number }, null);

    private static Document Found(DocumentArchive archive, string handle) => archive.Find(handle, Access.Staff).ShouldBeOfType<Named.Found>().Document;

    /// <summary>Runs a verb that is to succeed.</summary>
    private async Task<Answer> Say(params string[] words)
    {
        var answer = await Terminal.RunAsync([.. words, "--data", bench.Data]);
        answer.Code.ShouldBe(0, answer.Error + answer.Out);
        return answer;
    }
}
