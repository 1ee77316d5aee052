using Mandate.Laws;

namespace Mandate.Modules.Tests.BadInput;

/// <summary>Names that a table may use: figures, sources, ids and countries.</summary>
public class NamesInTablesTest
{
    [Fact]
    public async Task Declare_FigureThatNothingKnows_IsNamedWithItsLine()
    {
        using var folder = ElectionFolder.OfLists("kz/majilis@2020-05-25", ("a", 600), ("b", 400)).Write("figures.csv", "contest,unit,figure,value\nlists,nation,registered,5000\nlists,nation,registred,5000\n");
        var answer = await Terminal.RunAsync("declare", folder.Path);
        answer.Code.ShouldBe(2);
        folder.Plain(answer.Error).ShouldStartWith("made/figures.csv:3:3: found the figure 'registred' in column 'figure'; expected one of registered, electors, population,");
        answer.Error.ShouldContain("took-part");
        answer.Error.ShouldContain("polling-stations");
    }

    [Fact]
    public async Task Declare_SourceThatTheElectionDoesNotHave_IsNamedWithItsLine()
    {
        using var folder = ElectionFolder.CopyOf("kz-majilis-2021").Change("figures.csv", ",s5\n", ",s55\n");
        var answer = await Terminal.RunAsync("declare", folder.Path);
        answer.Code.ShouldBe(2);
        folder.Plain(answer.Error).ShouldMatch(@"^copy/figures\.csv:\d+:5: found the source 's55' in column 'source'; expected an id under 'sources' in election\.yaml, or the word derived\n");
    }

    [Fact]
    public void Catalogue_IdWithUnderscore_IsFound()
    {
        using var folder = ElectionFolder.OfLists("kz/majilis@2020-05-25", ("a", 600), ("b", 400));
        using var root = new DataRoot();
        var place = root.Folder("elections").CreateSubdirectory("made_up");
        File.WriteAllText(Path.Combine(place.FullName, "election.yaml"), folder.Read("election.yaml").Replace("id: made\n", "id: made_up\n", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(place.FullName, "votes.csv"), folder.Read("votes.csv"));
        root.Catalogue.Election("made_up").Election!.Id.ShouldBe("made_up");
        root.Catalogue.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void Catalogue_CountryThatIsNotTheFilesName_IsAFault()
    {
        using var root = new DataRoot();
        File.Copy(Repository.PathTo("parliaments", "kz.yaml"), Path.Combine(root.Folder("parliaments").FullName, "xx.yaml"));
        root.Catalogue.Faults().ShouldHaveSingleItem().ToString().ShouldBe("parliaments/xx.yaml:3:10: found 'kz'; expected the file's name 'xx'");
    }

    [Fact]
    public void Add_MoreThanAThousand_CountsTheRest()
    {
        var findings = new Findings();
        for (var line = 1; line <= 1234; line++)
        {
            findings.Add(new Finding("file", line, 1, "this", "that"));
        }

        (findings.All.Count, findings.More).ShouldBe((1000, 234));
    }

    [Fact]
    public async Task Declare_MoreThanAThousandFaults_SaysHowManyMoreThereWere()
    {
        using var folder = ElectionFolder.OfLists("kz/majilis@2020-05-25", ("a", 600), ("b", 400));
        folder.Append("votes.csv", string.Concat(Enumerable.Repeat("lists,nation,nobody,,1\n", 1100)));
        var lines = (await Terminal.RunAsync("declare", folder.Path)).Error.TrimEnd('\n').Split('\n');
        lines[^2..].ShouldBe(["… and 100 more.", "1100 findings; nothing was computed or written."]);
    }

    /// <summary>A folder of data that uses the repository's laws.</summary>
    private sealed class DataRoot : IDisposable
    {
        private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("mandate-");

        public DataRoot() => Directory.CreateSymbolicLink(Path.Combine(root.FullName, "laws"), Repository.PathTo("laws"));

        public Catalogue Catalogue => new(root.FullName);

        public DirectoryInfo Folder(string name) => root.CreateSubdirectory(name);

        public void Dispose() => root.Delete(recursive: true);
    }
}
