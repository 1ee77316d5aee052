namespace Mandate.Modules.Tests.Elections;

/// <summary>The main job: the vote of 10 January 2021. Official: 76, 12 and 10 of 98 list seats, nine of the Assembly.</summary>
public class Majilis2021Test
{
    [Fact]
    public async Task Declare_FinalVotes_GivesTheOfficialSeats()
    {
        var answer = await Terminal.RunAsync("declare", "kz-majilis-2021", "--format", "json");
        answer.Code.ShouldBe(0);
        Seats.OfTier(answer.Json, "lists").ShouldBe("nur_otan 76, ak_zhol 12, qhp 10");
        Seats.OfChamber(answer.Json).ShouldBe("nur_otan 76, ak_zhol 12, qhp 10, assembly 9");
        ((int)answer.Json["chambers"]![0]!["size"]!).ShouldBe(107);
    }

    [Theory]
    [InlineData("Auyl 383,023 5.29 % missed 0")]
    [InlineData("ADAL 258,618 3.57 % missed 0")]
    [InlineData("Nur Otan 5,148,074 71.09 % passed 76")]
    [InlineData("Total 7,241,562 98")]
    public async Task Declare_Text_SaysWhoPassedAndWhoMissed(string row) =>
        (await Terminal.RunAsync("declare", "kz-majilis-2021")).Flat.ShouldContain(row);

    [Fact]
    public async Task Declare_Text_ShowsTheChangeSinceTheElectionBefore()
    {
        // The People's Party is the Communist People's Party of 2016 under its new name: 7 then, 10 now.
        var text = (await Terminal.RunAsync("declare", "kz-majilis-2021")).Flat;
        text.ShouldContain("Nur Otan 76 76 84 −8 Ak Zhol 12 12 7 +5 People's Party 10 10 7 +3 Assembly of the People 9 9 9 = Total 98 9 107 107 =");
    }

    [Fact]
    public async Task Explain_Quota_IsExactAndRemaindersAreNamed()
    {
        // 6,599,921 votes of the three lists over 98 seats. Whole quotas: 76 + 11 + 9 = 96. Two seats are left; the largest
        // remainders are 0.785551 (People's Party) and 0.772435 (Ak Zhol), and Nur Otan's 0.442014 gets none.
        var text = (await Terminal.RunAsync("explain", "kz-majilis-2021")).Flat;
        text.ShouldContain("Quota (Hare): 6,599,921/98 ≈ 67,346.133. Whole quotas give 96; the other 2 go one by one to the largest remainders.");
        text.ShouldContain("Nur Otan 5,148,074 76.442014 76 0.442014 0 76");
        text.ShouldContain("Ak Zhol 792,828 11.772435 11 0.772435 1 12");
        text.ShouldContain("People's Party 659,019 9.785551 9 0.785551 1 10");
        text.ShouldContain("A list is admitted with at least 7 % of those who took part: 506,910 of 7,241,562. 3 pass.");
    }

    [Fact]
    public async Task Explain_Json_CarriesTheQuotaAsAFraction()
    {
        var json = (await Terminal.RunAsync("explain", "kz-majilis-2021", "--format", "json")).Json;
        var steps = json["chambers"]![0]!["tiers"]![0]!["constituencies"]![0]!["derivation"]!.AsArray();
        ((string?)steps.Single(s => (string?)s!["step"] == "allocate")!["arguments"]!["quota"]).ShouldBe("6599921/98");
    }

    [Fact]
    public async Task Explain_OtherMethods_ShowsWhatDHondtWouldGive()
    {
        var text = (await Terminal.RunAsync("explain", "kz-majilis-2021")).Flat;
        text.ShouldContain("Method Nur Otan Ak Zhol People's Party");
        text.ShouldContain("Hare 76 12 10");
        text.ShouldContain("D'Hondt 77 12 9");
        text.ShouldContain("Sainte-Laguë 76 12 10");
    }

    [Theory]
    [InlineData(76, "Seat 76 goes to Nur Otan: whole quota number 76 of its 76.442014.")]
    [InlineData(97, "Seat 97 goes to People's Party: its remainder 0.785551 is number 1 among the largest.")]
    [InlineData(98, "Seat 98 goes to Ak Zhol: its remainder 0.772435 is number 2 among the largest.")]
    public async Task Explain_Seat_SaysWhoTakesItAndWhy(int seat, string sentence) =>
        (await Terminal.RunAsync("explain", "kz-majilis-2021", "--seat", seat.ToString(System.Globalization.CultureInfo.InvariantCulture))).Out.ShouldBe(sentence + "\n");

    [Fact]
    public async Task Declare_PartyThatStayedAway_IsNamed()
    {
        var text = (await Terminal.RunAsync("declare", "kz-majilis-2021")).Flat;
        text.ShouldContain("stayed away OSDP (Registered as a party; its conference of 27 November 2020 decided not to take part, and it handed in no list)");
    }

    [Fact]
    public async Task Declare_FiguresThatWereNotPublished_AreNotKnownAndNeverZero()
    {
        var text = (await Terminal.RunAsync("declare", "kz-majilis-2021")).Flat;
        text.ShouldContain("Figure Party lists Assembly of the People");
        text.ShouldContain("Ballots issued 7,539,280 not known");
        text.ShouldContain("Ballots found not known not known");
        text.ShouldContain("Invalid ballots not known not known");
        text.ShouldContain("Turnout 63.25 % not known");
    }
}
