using System.Text.RegularExpressions;

namespace Mandate.Modules.Tests.Wording;

/// <summary>What stands in a terminal and nowhere else.</summary>
public partial class TerminalTest
{
    [Theory]
    [InlineData("kk")]
    [InlineData("ru")]
    public async Task Explain_LongSentences_BreakNoNumber(string language)
    {
        var text = (await Terminal.RunAsync("explain", "kz-majilis-2021", "--language", language)).Out;
        text.ShouldContain("506\u00A0910");
        Broken().Matches(text).Select(m => m.Value).ShouldBeEmpty();
    }

    [Fact]
    public async Task Declare_SeatsNotKnown_SaysWhichOptionGivesThem() =>
        (await Terminal.RunAsync("declare", "kz-maslikhat-karaganda-2023", "--language", "kk")).Flat
            .ShouldContain("! Мұнда қанша орын бөлінетіні белгісіз. Беру үшін: --fact lists/karaganda:seats=N");

    [Fact]
    public async Task LawList_VersionWithANote_SaysOnlyThatTheDayIsNotKnown()
    {
        var list = (await Terminal.RunAsync("law", "list")).Flat;
        list.ShouldContain("kz/majilis@2020-05-25 day not known");
        list.ShouldNotContain("after first official publication");
        (await Terminal.RunAsync("law", "show", "kz/majilis@2020-05-25")).Flat.ShouldContain("day not known · In force ten calendar days after first official publication");
    }

    [Fact]
    public async Task Explain_TablesOfLists_StandByVotes()
    {
        // The ballot names the People's Party first.
        var lines = (await Terminal.RunAsync("explain", "kz-majilis-2021")).Out.Split('\n');
        var rows = lines.Where(l => l.TrimStart().Split("  ")[0] is "Nur Otan" or "Ak Zhol" or "People's Party").Select(l => l.TrimStart().Split("  ")[0]).Take(6);
        rows.ShouldBe(["Nur Otan", "Ak Zhol", "People's Party", "Nur Otan", "Ak Zhol", "People's Party"]);
        string.Join('\n', lines).ShouldContain("The same votes under other methods · Party lists");
    }

    [Fact]
    public async Task Declare_PartyThatRanAndWonNothingBefore_IsNotNew()
    {
        var text = (await Terminal.RunAsync("declare", "kz-majilis-2023")).Flat;
        text.ShouldContain("Auyl 8 8 0 +8");
        text.ShouldContain("Respublica 6 6 new");
    }

    [Fact]
    public async Task Parliament_InAGap_LeavesOutWhatOnlyTheMissingChamberDecides()
    {
        var text = (await Terminal.RunAsync("parliament", "kz", "--on", "2023-02-01")).Flat;
        text.ShouldContain("Constitutional law at least 2/3 34");
        text.ShouldNotContain("No confidence in the Government");
    }

    [GeneratedRegex(@"\d *\n *\d{3}\b|\d *\n *%|№ *\n")]
    private static partial Regex Broken();
}
