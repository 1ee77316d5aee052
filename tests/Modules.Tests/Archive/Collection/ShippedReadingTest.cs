using Mandate.Archive;
using Mandate.Archive.Intake;
using Mandate.Archive.Reading;

namespace Mandate.Modules.Tests.TheArchive.Shipped;

/// <summary>The small collection is taken into an archive: what is read is what was set.</summary>
public sealed class ShippedReadingTest : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mandate-test-shipped-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("zz-gazette/v1-no1")]
    [InlineData("zz-gazette/v1-no2")]
    [InlineData("zz-gazette/v1-no4")]
    [InlineData("zz-gazette/v2-no1")]
    public async Task TakeIn_AnIssue_GivesItsWordsLabelsAndLinks(string handle)
    {
        using var archive = Open();
        using var plan = ShippedFilesTest.Plan();
        archive.PutTitles([ShippedFilesTest.Title()]);

        var (taken, _) = await archive.TakeInAsync([plan.Items.Single(i => i.Handle.ToString() == handle)], false, new ReadingOptions(), null, TestContext.Current.CancellationToken);

        taken.ShouldHaveSingleItem().Outcome.ShouldBe(TakenOutcome.Taken);
        var document = archive.Documents(null, Access.Public, 0, 10).ShouldHaveSingleItem();
        var issue = GazetteTexts.Issues.Single(i => "zz-gazette/" + i.Item == handle);
        foreach (var page in issue.Pages)
        {
            var kept = archive.Pages(document)[page.Label - issue.FirstLabel];
            kept.Label.ShouldBe($"{page.Label}");
            var text = archive.Text(document, kept.Id)!;
            text.Language.ShouldBe(page.Language);
            WordMatch.Of(ShippedPages.Set(page).Words, text.Words.Select(w => w.Text)).ShouldBeGreaterThanOrEqualTo(0.98, $"{handle}/{kept.Id}: {string.Join(' ', text.Words.Select(w => w.Text))}");
            archive.Navigate($"{issue.Volume} Gaz. {page.Label}", Access.Public).ShouldBe([new CitedPlace(document.Handle, kept.Id, null)]);
        }
    }

    [Fact]
    public async Task TakeIn_TheRestrictedProtocol_ShowsThePublicNothingUntilItIsReleased()
    {
        using var archive = Open();
        using var plan = ShippedFilesTest.Plan();

        await archive.TakeInAsync([plan.Items.Single(i => i.Facts.IsRestricted)], false, new ReadingOptions(), null, TestContext.Current.CancellationToken);

        var document = archive.Documents(null, Access.Public, 0, 10).ShouldHaveSingleItem();
        (document.IsRestricted, archive.Text(document, 1)).ShouldBe((true, null));
        await archive.ReleaseAsync(document, 1, [], new ReadingOptions(), TestContext.Current.CancellationToken);

        // Lines of the table are read as signs here and there; only words and numbers are compared.
        var words = archive.Text(document, 1)!.Words.Select(w => string.Concat(w.Text.Where(c => char.IsLetterOrDigit(c) || c == '-'))).Where(w => w.Length > 0).ToList();
        words.ShouldContain("Marquxadel");
        var printed = ShippedPages.SetProtocol().Words.Select(w => w.Trim(',', ';'));
        WordMatch.Of(printed, words).ShouldBeGreaterThanOrEqualTo(0.85, string.Join(' ', words));
    }

    private DocumentArchive Open()
    {
        var archive = DocumentArchive.Open(new ArchiveOptions { Folder = folder.FullName }, toWrite: true, TimeProvider.System);
        archive.PutCollection(new("zz-gazette", "Gazette of Norraxnor (made-up country)", CollectionAccess.Public, null));
        archive.PutCollection(new("zz-protocols", "Protocols of a made-up election", CollectionAccess.Public, null));
        return archive;
    }
}
