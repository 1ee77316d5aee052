using Mandate.Modules.Tests.LawFiles;
using Mandate.Results;
using Mandate.Results.Running;
using NJsonSchema;

namespace Mandate.Modules.Tests.Results;

/// <summary>The forms and mappings of the repository.</summary>
public class FormCatalogueTest
{
    private static readonly FormCatalogue Catalogue = new(Repository.Root);

    public static TheoryData<string> Ids => [.. Catalogue.FormIds];

    public static TheoryData<string> Mappings => [.. Catalogue.MappingIds];

    internal static IEnumerable<Form> Forms => Catalogue.FormIds.Select(Sheet.Form);

    [Fact]
    public void Forms_AreSix() => Catalogue.FormIds.ShouldBe(["il-precinct", "kz-precinct", "nl-precinct", "ru-precinct", "se-district", "zz-precinct"]);

    [Theory, MemberData(nameof(Ids))]
    public async Task Form_OfTheRepository_PassesTheSchema(string id) =>
        (await SchemaFaultsAsync(await File.ReadAllTextAsync(Repository.PathTo("forms", id + ".yaml"), TestContext.Current.CancellationToken))).ShouldBeEmpty();

    [Theory]
    [InlineData("required: yes", "required: perhaps")]
    [InlineData("level: error", "level: grave")]
    [InlineData("holds: valid == sum(votes)", "hold: valid == sum(votes)")]
    [InlineData("kind: votes-per-list", "kind: votes")]
    [InlineData("id: registered", "id: Registered")]
    public async Task Form_Broken_IsRefusedBySchemaAndReader(string from, string to)
    {
        var text = (await File.ReadAllTextAsync(Repository.PathTo("forms", "se-district.yaml"), TestContext.Current.CancellationToken)).Replace(from, to, StringComparison.Ordinal);
        text.ShouldContain(to);
        (await SchemaFaultsAsync(text)).ShouldNotBeEmpty();
        var findings = new Mandate.Laws.Findings();
        Mandate.Results.Forms.FormReader.Parse(text, "form.yaml", findings).ShouldBeNull();
        findings.IsEmpty.ShouldBeFalse();
    }

    [Theory, MemberData(nameof(Ids))]
    public void Form_OfTheRepository_SpeaksThreeLanguages(string id)
    {
        var form = Sheet.Form(id);
        var words = form.Figures.Select(f => f.Label).Concat(form.Checks.Select(c => c.Says.Official)).Append(form.Title);
        words.Where(w => w.Texts.Count < 3).Select(w => w["en"]).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Mappings))]
    public void Mapping_OfTheRepository_FitsItsForm(string id)
    {
        var form = Sheet.Form(id[..2] == "se" ? "se-district" : id[..2] + "-precinct");
        var (mapping, findings) = Catalogue.Mapping(id, form);
        findings.All.ShouldBeEmpty();
        mapping!.Form.ShouldBe(form.Id);
    }

    [Fact]
    public void Netherlands_Rules_AreTwentyTwoAndEight()
    {
        var codes = Sheet.Form("nl-precinct").Checks.Select(c => c.Code).ToList();
        codes.Where(c => c[0] == 'F').Order(StringComparer.Ordinal).ShouldBe([
            "F.101", "F.102", "F.111", "F.112", "F.201", "F.202", "F.203", "F.204", "F.301", "F.302", "F.303", "F.304", "F.305",
            "F.306", "F.307", "F.308", "F.309", "F.310", "F.312", "F.401", "F.402", "F.403"]);
        codes.Where(c => c[0] == 'W').Order(StringComparer.Ordinal).ShouldBe(["W.001", "W.002", "W.201", "W.202", "W.203", "W.204", "W.205", "W.206"]);
    }

    [Fact]
    public void Door_PublicTypes_AreTheseOnly() =>
        typeof(Form).Assembly.GetExportedTypes().Where(t => t.Namespace == typeof(Form).Namespace).Select(t => t.Name).Order(StringComparer.Ordinal).ShouldBe([
            "Arithmetic", "Check", "CheckLevel", "CheckOptions", "CheckReport", "CheckTally", "CheckWords", "EntryRule", "Figure", "FigureColumn",
            "FigureKind", "FigureTotal", "FigureValue", "FileFormat", "FileReading", "Form", "FormCatalogue", "ListColumns", "ListRange", "Mapping",
            "ProtocolCheck", "ProtocolFinding", "Side", "UnitColumns", "Variant"]);

    [Theory, MemberData(nameof(Ids))]
    public void Evaluate_RandomProtocols_AgreesWithTheSlowReading(string id)
    {
        var form = Sheet.Form(id);
        foreach (var variant in form.Variants.Select(v => v.Id).DefaultIfEmpty(null))
        {
            var layout = new Layout([.. form.Figures.Where(f => f.IsOn(variant))], ["a", "b", "c"], [2, 0, 1]);
            var checks = new CompiledForm(form, layout, variant);
            var row = new long[layout.Width];
            var outcomes = new CheckOutcome[checks.Outcomes];
            var random = new Random(20_210_110);
            for (var n = 0; n < 2000; n++)
            {
                Fill(layout, row, random, n % 2 == 0 ? 4 : Figure.Largest);
                checks.Evaluate(row, outcomes);
                for (var c = 0; c < checks.Checks.Count; c++)
                {
                    for (var list = 0; list < checks.Times(c); list++)
                    {
                        var outcome = outcomes[checks.FirstOutcome(c) + list];
                        var check = checks.Checks[c];
                        if (outcome is CheckOutcome.Holds or CheckOutcome.Fails)
                        {
                            var applies = check.Guard is null || Explainer.IsTrue(check.Guard, layout, row, list);
                            var fails = applies && Explainer.IsTrue(check.Condition!, layout, row, list) == check.Fires;
                            outcome.ShouldBe(fails ? CheckOutcome.Fails : CheckOutcome.Holds, $"{check.Code} in protocol {n}");
                        }
                    }
                }
            }
        }
    }

    [Fact]
    public void Evaluate_ManyProtocols_AllocatesNothing()
    {
        var form = Sheet.Form("nl-precinct");
        var layout = new Layout([.. form.Figures.Where(f => f.IsOn("gsb"))], ["a", "b", "c"], [2, 0, 1]);
        var checks = new CompiledForm(form, layout, "gsb");
        var row = new long[layout.Width];
        var outcomes = new CheckOutcome[checks.Outcomes];
        checks.Evaluate(row, outcomes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var n = 0; n < 1000; n++)
        {
            checks.Evaluate(row, outcomes);
        }

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static void Fill(Layout layout, long[] row, Random random, int largest)
    {
        foreach (var figure in layout.Figures)
        {
            for (var i = 0; i < layout.Cells(figure); i++)
            {
                row[layout.Start(figure) + i] = random.Next(20) == 0 ? Layout.Blank : random.Next(figure.Kind == FigureKind.YesNo ? 2 : largest);
            }
        }
    }

    private static async Task<IEnumerable<string>> SchemaFaultsAsync(string yaml)
    {
        var text = await File.ReadAllTextAsync(Repository.PathTo("forms", "form.schema.json"), TestContext.Current.CancellationToken);
        var schema = await JsonSchema.FromJsonAsync(text, TestContext.Current.CancellationToken);
        return schema.Validate(YamlAsJson.Of(yaml)).Select(e => e.ToString());
    }
}
