using Mandate.Laws;
using Mandate.Results;
using Mandate.Results.Import;
using Mandate.Results.Screening;

namespace Mandate.Modules.Tests.Screening;

/// <summary>Real polling stations, which stay outside the repository: MANDATE_SAMPLES names the folder that has them. The counts say how often the screens ask about published results.</summary>
public class ScreenSamplesTest
{
    [Fact]
    public void Run_Sweden2022_AsksAsOftenAsWhenThisWasWritten()
    {
        var report = Screens.Run(Table("se-district", "se-2022", "sweden/se-riksdag-2022-districts.csv", null, 1));
        report.Protocols.ShouldBe(6578);
        Counts(report).ShouldBe("D.01 0, D.02 13, D.03 0, D.04 0, D.05 10, D.06 0, D.07 0");
    }

    [Fact]
    public void Run_Knesset24_AsksAsOftenAsWhenThisWasWritten()
    {
        var report = Screens.Run(Table("il-precinct", "il-knesset-24", "israel/il-knesset-15-25-stations.zip", null, 2));
        report.Protocols.ShouldBe(12_926);
        Counts(report).ShouldBe("D.01 0, D.02 9, D.03 0, D.04 0, D.05 82, D.06 0, D.07 0");
    }

    [Fact]
    public void Run_Knesset24BesideKnesset23_AsksAsOftenAsWhenThisWasWritten()
    {
        var previous = Table("il-precinct", "il-knesset-22-25", "israel/il-knesset-15-25-stations.zip", "knesset_23.csv", 2);
        var report = Screens.Run(Table("il-precinct", "il-knesset-22-25", "israel/il-knesset-15-25-stations.zip", "knesset_24.csv", 2), null, previous);
        Counts(report).ShouldBe("D.01 0, D.02 5, D.03 0, D.04 0, D.05 82, D.06 0, D.07 0, D.08 21, D.09 67");
    }

    private static string Counts(ScreenReport report) => string.Join(", ", report.Tallies.Where(t => t.Ran).Select(t => $"{t.Screen.Code} {t.Count}"));

    /// <summary>Reads stations; the first columns of a unit's name are its parent's.</summary>
    private static ScreenTable Table(string formId, string mappingId, string file, string? member, int parentColumns)
    {
        var samples = Environment.GetEnvironmentVariable("MANDATE_SAMPLES");
        Assert.SkipWhen(string.IsNullOrEmpty(samples), "MANDATE_SAMPLES does not name a folder with station files.");
        var catalogue = new FormCatalogue(Repository.Root);
        var form = catalogue.Form(formId).Form!;
        var mapping = catalogue.Mapping(mappingId, form).Mapping!;
        mapping = member is null ? mapping : mapping with { Format = mapping.Format with { Member = member } };
        var faults = new Findings();
        using var source = Source.Of(Path.Combine(samples!, "stations", file), file, mapping.Format.Member, faults)!;
        var header = Header.Of(ByteScan.Of(source, mapping.Format.Encoding, faults)!, mapping.Format, ColumnPlan.Wanted(mapping), file, faults)!;
        var plan = ColumnPlan.Of(form, null, mapping, header);
        var numbers = new NumberReader(mapping.Format);
        var cells = new List<long>();
        List<string> units = [], parents = [];
        using var text = new StreamReader(source.Open(), Encodings.Find(header.Encoding)!);
        var csv = new WideCsv(text, header.Delimiter);
        while (csv.Read())
        {
            if (csv.Row <= mapping.Format.HeaderRow)
            {
                continue;
            }

            var row = (long[])plan.Empty.Clone();
            foreach (var (column, cell, _) in plan.Cells)
            {
                numbers.Read(csv[column], out row[cell]).ShouldBeNull();
            }

            var names = plan.Unit.Select(c => csv[c].ToString()).ToList();
            units.Add(string.Join('/', names));
            parents.Add(string.Join('/', names.Take(parentColumns)));
            cells.AddRange(row);
        }

        faults.All.ShouldBeEmpty();
        return new ScreenTable(form, null, plan.Layout, units, parents, [.. cells]);
    }
}
