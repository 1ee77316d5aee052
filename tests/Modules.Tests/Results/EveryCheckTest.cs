using Mandate.Results.Running;

namespace Mandate.Modules.Tests.Results;

/// <summary>Every check of every form, seen to hold on a sound protocol and to fail on one changed for it.</summary>
public class EveryCheckTest
{
    private const string Kz = "registered=1000 added=10 certificates-issued=5 certificates-accepted=3 received=1000 issued=800 cancelled=200 mobile-applications=10 mobile-found=9 found=790 invalid=10 took-part=780 against-all=80 votes=500/200";
    private const string Nl = "poll-cards=90 proxies=8 voter-cards=2 admitted=100 votes=60/36 valid=96 blank=2 invalid=2 cast=100 more=0 fewer=0 list-totals=60/36 candidates=30+30/36";
    private const string Dso = Nl + " same-box=1 more-box=0 fewer-box=0 explained-yes=0 explained-no=0";
    private const string Gsb = Dso + " extra-investigation-yes=0 extra-investigation-no=1 ballots-recounted-yes=0 ballots-recounted-no=1 voters-differ-yes=0 voters-differ-no=1 ballots-differ-yes=0 ballots-differ-no=1";
    private const string Csb = Nl + " electorate=1000";
    private const string Ru = "registered=1000 received=900 issued-early=10 issued-inside=700 issued-outside=40 cancelled=150 found-mobile=49 found-stationary=700 invalid=9 valid=740 certificates-received=10 certificates-issued=6 certificates-used=5 certificates-cancelled=4 certificates-district=0 certificates-lost=0 lost=1 unaccounted=1 votes=500/240";
    private const string Il = "registered=500 voters=300 invalid=5 valid=295 votes=200/95";
    private const string Se = "registered=500 voters=300 invalid=5 blank=4 valid=295 votes=200/95";

    private const string Zz = "registered=1000 added=10 received=1050 issued=800 cancelled=240 spoiled=10 found=795 invalid=15 valid=780 votes=500/280";

    private static readonly (string Form, string? Variant, string Sound)[] Sound =
    [
        ("kz-precinct", null, Kz), ("nl-precinct", "gsb", Gsb), ("nl-precinct", "gsb-dso", Dso), ("nl-precinct", "csb", Csb),
        ("ru-precinct", null, Ru), ("il-precinct", null, Il), ("se-district", null, Se), ("zz-precinct", null, Zz),
    ];

    /// <summary>Code, and the change that makes it fail.</summary>
    private static readonly (string Form, string? Variant, string Code, string Change)[] Broken =
    [
        ("kz-precinct", null, "KZ.01", "against-all=79"), ("kz-precinct", null, "KZ.02", "took-part=779"), ("kz-precinct", null, "KZ.03", "found=801"),
        ("kz-precinct", null, "KZ.04", "issued=1011"), ("kz-precinct", null, "KZ.05", "certificates-issued=1004"), ("kz-precinct", null, "KZ.06", "issued=1009"),
        ("kz-precinct", null, "KZ.07", "cancelled=199"), ("kz-precinct", null, "KZ.08", "mobile-found=11"),
        ("nl-precinct", "gsb", "F.101", "extra-investigation-no=0"), ("nl-precinct", "gsb", "F.102", "extra-investigation-yes=1"), ("nl-precinct", "gsb", "F.111", "voters-differ-no=0"),
        ("nl-precinct", "gsb", "F.112", "ballots-differ-yes=1"), ("nl-precinct", "gsb", "F.201", "admitted=101"), ("nl-precinct", "gsb", "F.202", "valid=97"),
        ("nl-precinct", "gsb", "F.203", "blank=3"), ("nl-precinct", "gsb", "F.204", "valid=0"), ("nl-precinct", "gsb", "F.301", "cast=101"),
        ("nl-precinct", "gsb", "F.302", "same-box=0 more-box=1"), ("nl-precinct", "gsb", "F.303", "same-box=0 fewer-box=1"), ("nl-precinct", "gsb", "F.304", "more-box=1"),
        ("nl-precinct", "gsb-dso", "F.304", "same-box=0"), ("nl-precinct", "gsb", "F.305", "more=1"), ("nl-precinct", "gsb", "F.306", "cast=102 more=1"),
        ("nl-precinct", "gsb", "F.307", "cast=102 more=2 fewer=1"), ("nl-precinct", "gsb", "F.308", "cast=98 fewer=1"), ("nl-precinct", "gsb", "F.309", "cast=98 fewer=2 more=1"),
        ("nl-precinct", "gsb", "F.310", "cast=102"), ("nl-precinct", "gsb-dso", "F.310", "cast=102 explained-yes=1 explained-no=1"), ("nl-precinct", "csb", "F.312", "fewer=1"),
        ("nl-precinct", "gsb", "F.401", "list-totals=0/36"), ("nl-precinct", "gsb", "F.402", "list-totals=61/36"), ("nl-precinct", "gsb", "F.403", "votes=59/36"),
        ("nl-precinct", "gsb", "W.201", "blank=3"), ("nl-precinct", "gsb", "W.202", "invalid=3"), ("nl-precinct", "gsb", "W.203", "admitted=102"),
        ("nl-precinct", "gsb", "W.203", "admitted=2015 cast=2000"), ("nl-precinct", "gsb", "W.204", "cast=0"), ("nl-precinct", "csb", "W.205", "electorate=0"),
        ("nl-precinct", "csb", "W.206", "electorate=89"),
        ("ru-precinct", null, "RU.01", "valid=741"), ("ru-precinct", null, "RU.02", "invalid=10"), ("ru-precinct", null, "RU.03", "cancelled=151"),
        ("ru-precinct", null, "RU.04", "found-mobile=51"), ("ru-precinct", null, "RU.05", "registered=749"), ("ru-precinct", null, "RU.06", "certificates-issued=7"),
        ("ru-precinct", null, "RU.07", "found-mobile=51"),
        ("il-precinct", null, "IL.01", "invalid=6"), ("il-precinct", null, "IL.02", "votes=200/94"), ("il-precinct", null, "IL.03", "registered=299"),
        ("se-district", null, "SE.01", "invalid=6"), ("se-district", null, "SE.02", "votes=200/94"), ("se-district", null, "SE.03", "blank=6"), ("se-district", null, "SE.04", "registered=299"),
        ("zz-precinct", null, "ZZ.01", "invalid=16"), ("zz-precinct", null, "ZZ.02", "votes=500/281"), ("zz-precinct", null, "ZZ.03", "found=801"), ("zz-precinct", null, "ZZ.04", "issued=1011"),
        ("zz-precinct", null, "ZZ.05", "spoiled=9"), ("zz-precinct", null, "ZZ.06", "found=785"), ("zz-precinct", null, "ZZ.07", "invalid=40"), ("zz-precinct", null, "ZZ.08", "found=0"),
    ];

    public static TheoryData<string, string?> Sheets => [.. Sound.Select(s => (s.Form, s.Variant))];

    public static TheoryData<string, string?, string, string> Cases => [.. Broken];

    [Theory, MemberData(nameof(Sheets))]
    public void Check_SoundProtocol_Holds(string form, string? variant)
    {
        var sheet = Of(form, variant, string.Empty);
        sheet.Outcomes.Where(o => o.Value.Any(x => x != CheckOutcome.Holds)).Select(o => o.Key).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Cases))]
    public void Check_ProtocolChangedForIt_Fails(string form, string? variant, string code, string change) => Of(form, variant, change).Failed.ShouldContain(code);

    [Fact]
    public void Check_EveryOneThatReadsFigures_HasACase()
    {
        var all = FormCatalogueTest.Forms.SelectMany(f => f.Checks.Where(c => c.Condition is not null).Select(c => (f.Id, c.Code)));
        all.Except(Broken.Select(b => (b.Form, b.Code))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("kz-precinct", null, "KZ.05", "certificates-issued=1003")] // nobody left is possible
    [InlineData("kz-precinct", null, "KZ.03", "found=800")]
    [InlineData("nl-precinct", "gsb", "W.203", "admitted=2014 cast=2000")] // 14, and 0.7 %
    [InlineData("nl-precinct", "gsb", "W.203", "admitted=100 cast=102")] // 2 of 102 is under 2 %
    [InlineData("nl-precinct", "gsb", "W.201", "blank=0 cast=0")]
    [InlineData("il-precinct", null, "IL.03", "registered=0")]
    [InlineData("zz-precinct", null, "ZZ.06", "found=786")] // 14, and 1.75 %
    [InlineData("zz-precinct", null, "ZZ.07", "invalid=39")]
    public void Check_AtItsLimit_Holds(string form, string? variant, string code, string change) => Of(form, variant, change).Failed.ShouldNotContain(code);

    [Fact]
    public void Check_SilencedByAnother_SaysNothing()
    {
        var sheet = Of("nl-precinct", "gsb", "valid=0");
        sheet.Outcomes["F.204"].ShouldBe([CheckOutcome.Fails]);
        sheet.Outcomes["F.202"].ShouldBe([CheckOutcome.Silent]);
        sheet.Outcomes["F.203"].ShouldBe([CheckOutcome.Silent]);
        Of("nl-precinct", "gsb", "list-totals=0/36").Outcomes["F.402"].ShouldBe([CheckOutcome.Silent, CheckOutcome.Holds]);
    }

    private static Sheet Of(string form, string? variant, string change) =>
        Sheet.Of(Sheet.Form(form), Sound.Single(s => s.Form == form && s.Variant == variant).Sound + " " + change, variant);
}
