namespace Mandate.Web.Tests;

/// <summary>An election whose files have faults is missed on the home page, not passed over.</summary>
public class UnreadableElectionTest(PortalHost host)
{
    [Theory]
    [InlineData("en", "Elections that could not be read, because their files have faults: 1.")]
    [InlineData("kk", "Файлдарындағы қателерге байланысты оқылмаған сайлаулар: 1.")]
    [InlineData("ru", "Выборы, которые не удалось прочитать из-за ошибок в файлах: 1.")]
    public async Task Home_OneElectionHasAFault_SaysSo(string language, string sentence)
    {
        var root = Directory.CreateTempSubdirectory("mandate-portal-");
        try
        {
            Directory.CreateSymbolicLink(Path.Combine(root.FullName, "laws"), Path.Combine(PortalHost.Root, "laws"));
            var good = root.CreateSubdirectory("elections/kz-majilis-2021");
            foreach (var file in Directory.EnumerateFiles(Path.Combine(PortalHost.Root, "elections", "kz-majilis-2021")))
            {
                File.Copy(file, Path.Combine(good.FullName, Path.GetFileName(file)));
            }

            await File.WriteAllTextAsync(Path.Combine(root.CreateSubdirectory("elections/bad").FullName, "election.yaml"), "id: bad\n", TestContext.Current.CancellationToken);
            await using var portal = Portal.Build(new PortalOptions { Root = root.FullName, Urls = "http://127.0.0.1:0" });
            await portal.StartAsync(TestContext.Current.CancellationToken);

            var answer = await Wire.SendAsync(new Uri(portal.Urls.Single()), $"GET /{language}/ HTTP/1.1");

            answer.Status.ShouldBe(200);
            Html.Text(answer.Text).ShouldContain(sentence);
            Html.Links(answer.Text, "a").ShouldContain($"/{language}/elections/kz-majilis-2021");
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Home_OfTheRepository_MissesNone() => Html.Text(await host.PageAsync("/en/")).ShouldNotContain("could not be read");
}
