using Mandate.Electoral;
using Mandate.Reports.Elections;
using Mandate.Reports.Language;

namespace Mandate.Modules.Tests.DoubleProportion;

/// <summary>The steps <c>weigh</c> and <c>matrix</c> of a law: voter numbers, ties, promised seats, and what cannot be.</summary>
public class DoubleProportionTest
{
    private const string Winner = "divisors: sainte-lague, winner-takes-one: yes";

    /// <summary>
    /// The north has a seat, the south three: list a has 60 + 10 ÷ 3 = 190 ÷ 3 voters, list b 30 + 80 ÷ 3 = 170 ÷ 3, although b has
    /// more votes, 110 to 70. Two seats each; the next quotient to come is a's: 190 ÷ 3 ÷ 5, in half seats 190 ÷ 3 ÷ 2½.
    /// </summary>
    [Fact]
    public void Weigh_DistrictsOfDifferentSize_CountVotersNotVotes()
    {
        using var council = new MadeCouncil(MadeCouncil.Plain, ("north", 1, [60, 30]), ("south", 3, [10, 80]));

        var upper = council.Declare().Outcome.Parts.SelectMany(p => p.Derivation).Single(t => t.Id == "upper");

        ((Argument.Exact)upper.Arguments["votes"]).Value.ShouldBe(new Ratio(120, 1));
        var select = upper.Rows.Single(r => r.Outcome == "select");
        ((Argument.Exact)select.Arguments["from"]).Value.ShouldBe(new Ratio(190, 3) / new Ratio(5, 2));
    }

    /// <summary>In both districts a has 2 ÷ 3 of a voter and b 1 ÷ 3; rounded to 1 and 0, b has none left.</summary>
    [Fact]
    public void Weigh_RoundedToNearest_CanGiveAnotherResult()
    {
        (string, int, long[])[] areas = [("north", 3, [2, 1]), ("south", 3, [2, 1])];
        using var exact = new MadeCouncil(MadeCouncil.Plain, areas);
        using var rounded = new MadeCouncil(MadeCouncil.Plain.Replace("votes-per: seats", "votes-per: seats, rounded: nearest", StringComparison.Ordinal), areas);

        Upper(exact.Declare()).ShouldBe("a=4 b=2");
        Upper(rounded.Declare()).ShouldBe("a=6");
    }

    [Fact]
    public void Weigh_SeatsWithoutACommonPart_EndUndefined()
    {
        int[] primes = [101, 103, 107, 109, 113, 127, 131, 137, 139, 149];
        using var council = new MadeCouncil(MadeCouncil.Plain, [.. primes.Select((p, i) => ($"d{i}", p, new long[] { 500, 400 }))]);

        var pending = council.Declare().Outcome.Parts.SelectMany(p => p.Pending).First();

        (pending.Status, pending.Reason).ShouldBe((Status.Undefined, "voters-fine"));
    }

    /// <summary>Both districts have a seat and equal votes for both lists: who takes the north decides the south.</summary>
    [Fact]
    public void Matrix_Tie_AsksForOneLotAndFollowsIt()
    {
        using var council = new MadeCouncil(MadeCouncil.Plain, ("north", 1, [10, 10]), ("south", 1, [10, 10]));

        var pending = council.Declare().Outcome.Parts.SelectMany(p => p.Pending).Single();
        (pending.Status, pending.Step, pending.Seats).ShouldBe((Status.Tie, "lower.north", 1));
        pending.Contenders.ShouldBe(["a", "b"]);

        var settled = council.Declare(new Lot("lists", pending.Area, "lower.north", ["b"]));
        settled.Outcome.Status.ShouldBe(Status.Complete);
        Seats(settled, "north").ShouldBe("b=1");
        Seats(settled, "south").ShouldBe("a=1");
    }

    [Fact]
    public void Matrix_TieWhereTheLawIsSilent_EndsUndefined()
    {
        using var council = new MadeCouncil(MadeCouncil.Plain.Replace("sainte-lague, ties: lot, as: seats }", "sainte-lague, as: seats }", StringComparison.Ordinal), ("north", 1, [10, 10]), ("south", 1, [10, 10]));

        council.Declare().Outcome.Status.ShouldBe(Status.Undefined);
    }

    /// <summary>The north's strongest list has its only seat although, without the rule, the second list would take it.</summary>
    [Fact]
    public void Matrix_WinnerTakesOne_GivesTheStrongestListASeat()
    {
        (string, int, long[])[] areas = [("north", 1, [30, 28, 0]), ("south", 4, [900, 40, 20]), ("west", 3, [500, 90, 60])];
        using var plain = new MadeCouncil(Unweighed, areas);
        using var winner = new MadeCouncil(Unweighed.Replace("divisors: sainte-lague, ties: lot, as: seats }", Winner + ", ties: lot, as: seats }", StringComparison.Ordinal), areas);
        Seats(plain.Declare(), "north").ShouldBe("b=1");

        Seats(winner.Declare(), "north").ShouldBe("a=1");
    }

    /// <summary>List c has 90 of 130 voters, so two of four seats, and votes only in the north, which has one.</summary>
    [Fact]
    public void Matrix_ListConfinedToASmallDistrict_IsNamedWithItInEveryLanguage()
    {
        using var council = new MadeCouncil(MadeCouncil.Plain, ("north", 1, [0, 0, 90]), ("south", 3, [60, 60, 0]));

        var declaration = council.Declare();

        var pending = declaration.Outcome.Parts.SelectMany(p => p.Pending).Single();
        (pending.Status, pending.Reason, pending.Seats).ShouldBe((Status.Undefined, "matrix", 2));
        pending.Contenders.ShouldBe(["c"]);
        pending.Facts.ShouldBe(["north"]);
        foreach (var language in new[] { "en", "kk", "ru" })
        {
            var trace = declaration.Outcome.Parts.SelectMany(p => p.Derivation).Single(t => t.Step == "matrix");
            new Speech(language).Sentence(trace, name => name).ShouldNotContain("{");
            DeclarationPaper.Write(declaration, language).Blocks.ShouldNotBeEmpty();
        }

        new Speech("en").Sentence(declaration.Outcome.Parts.SelectMany(p => p.Derivation).Single(t => t.Step == "matrix"), name => name)
            .ShouldBe("No such matrix exists. Lists with votes only in north: c. Seats due there: 2; seats there: 1.");
    }

    [Theory]
    [InlineData("votes-per: seats, ", "", "found no 'votes-per'; expected the key 'votes-per'")]
    [InlineData("votes-per: seats", "votes-per: seats, rounded: up", "found 'up'; expected nearest, or nothing where fractions stand")]
    [InlineData("seats-of-lists: seats-of-lists, ", "", "found no 'seats-of-lists'; expected the key 'seats-of-lists'")]
    [InlineData("seats-of-lists: seats-of-lists, divisors: sainte-lague", "seats-of-lists: seats-of-lists, divisors: dhondt", "found a matrix with dhondt; expected divisors: sainte-lague")]
    [InlineData("seats-of-lists: seats-of-lists, divisors: sainte-lague", "seats-of-lists: upper-seats, divisors: sainte-lague", "found the table 'upper-seats', which no earlier step writes; expected one of voters, seats-of-lists")]
    [InlineData("seats-of-lists: seats-of-lists, ", "seats-of-lists: seats-of-lists, winner-takes-one: maybe, ", "found 'maybe'; expected whether the strongest list of an area has at least one of its seats, yes or no")]
    public void Law_FaultInAStep_IsNamed(string from, string to, string fault)
    {
        using var council = new MadeCouncil(MadeCouncil.Plain.Replace(from, to, StringComparison.Ordinal), ("north", 1, [1, 1]));

        council.Faults()[0].ShouldBe(fault);
    }

    private static string Unweighed => string.Join('\n', MadeCouncil.Plain.Split('\n').Where(l => !l.Contains("weigh", StringComparison.Ordinal))).Replace("votes: voters, ", string.Empty, StringComparison.Ordinal);

    private static string Upper(Declaration declaration) => Written(
        declaration.Outcome.Parts.SelectMany(p => p.Derivation).Single(t => t.Id == "upper" && t.Step == "allocate").Rows.Where(r => r.Outcome == "round")
            .GroupBy(r => r.Contender!).Select(g => KeyValuePair.Create(g.Key, g.Count())));

    private static string Seats(Declaration declaration, string area) => Written(declaration.Outcome.Parts.Single(p => p.Id == area).Won);

    private static string Written(IEnumerable<KeyValuePair<string, int>> seats) =>
        string.Join(' ', seats.Where(s => s.Value > 0).OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key}={s.Value}"));
}
