using Mandate.Archive;

namespace Mandate.Web.Tests;

/// <summary>A portal without an archive, or with one that cannot be opened.</summary>
public class ArchiveAbsentTest(PortalHost host)
{
    [Theory]
    [InlineData("/en/search")]
    [InlineData("/en/documents")]
    [InlineData("/en/documents/open/paper/1/image")]
    public async Task Portal_WithoutAnArchive_HasNoPageOfIt(string path)
    {
        using var answer = await host.GetAsync(path);

        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        Portal.Faults(host.App).ShouldBeEmpty();
        (await host.PageAsync("/en/")).ShouldNotContain("/en/search");
    }

    [Fact]
    public async Task Portal_ArchiveThatCannotBeOpened_StartsAndSaysSo()
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using var portal = Portal.Build(new PortalOptions { Root = PortalHost.Root, Urls = "http://127.0.0.1:0", Archive = new ArchiveOptions { Folder = folder } });
        await portal.StartAsync(TestContext.Current.CancellationToken);

        var answer = await Wire.SendAsync(new Uri(portal.Urls.Single()), "GET /en/ HTTP/1.1");

        answer.Status.ShouldBe(200);
        answer.Text.ShouldNotContain("/en/documents");
        Portal.Faults(portal).Single().ShouldStartWith("The archive is not shown: ");
        Portal.Faults(portal).Single().ShouldContain(folder);
        Directory.Exists(folder).ShouldBeFalse();
    }
}
