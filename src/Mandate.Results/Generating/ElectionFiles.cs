using System.Globalization;

namespace Mandate.Results.Generating;

/// <summary>Writes the totals of a made-up election as an election's folder, region by region.</summary>
internal static class ElectionFiles
{
    /// <summary>Figures of the form with those that an election's folder has.</summary>
    private static readonly (string Name, int[] Cells)[] Figures =
    [
        ("registered", [Cells.Registered, Cells.Added]), ("issued", [Cells.Issued]), ("found", [Cells.Found]), ("invalid", [Cells.Invalid]), ("valid", [Cells.Valid]),
    ];

    /// <summary>Writes the folder.</summary>
    /// <param name="folder">Its name, which is the election's id.</param>
    /// <param name="date">Polling day.</param>
    /// <param name="country">The country.</param>
    /// <param name="totals">Sums of all cells by region.</param>
    /// <param name="open">Opens a file.</param>
    public static void Write(string folder, DateOnly date, MadeCountry country, long[,] totals, Func<string, Lines> open)
    {
        Head(folder, date, country, open);
        var regions = country.Regions().ToList();
        using (var units = open($"{folder}/units.csv"))
        {
            units.Add("unit,parent,kind,name,name_kk,name_ru\n");
            units.Add($"nation,,nation,{country.Name} (made-up country),{country.Name} (ойдан шығарылған ел),{country.Name} (вымышленная страна)\n");
            for (var r = 0; r < regions.Count; r++)
            {
                var (kk, ru) = r == 0 ? ("шетелдегі учаскелер", "участки за рубежом") : ($"{country.RegionName(r)} өңірі", $"регион {country.RegionName(r)}");
                units.Add($"{regions[r].Id},nation,region,{regions[r].Name},{kk} (ойдан шығарылған),{ru} (вымысел)\n");
            }
        }

        using (var areas = open($"{folder}/areas.csv"))
        {
            areas.Add("contest,unit,constituency,seats\n");
            regions.ForEach(r => areas.Add($"lists,{r.Id},nation,\n"));
        }

        using (var votes = open($"{folder}/votes.csv"))
        {
            votes.Add("contest,unit,list,candidate,votes,source\n");
            for (var r = 0; r < regions.Count; r++)
            {
                for (var l = 0; l < country.Lists.Count; l++)
                {
                    votes.Add($"lists,{regions[r].Id},{MadeCountry.Id(country.Lists[l])},,").Add(totals[r, Cells.Votes + l]).Add(",made-up\n");
                }
            }
        }

        using var figures = open($"{folder}/figures.csv");
        figures.Add("contest,unit,figure,value,source\n");
        foreach (var (name, value) in NationalFigures(totals))
        {
            figures.Add($"lists,nation,{name},").Add(value).Add(",made-up\n");
        }
    }

    /// <summary>The figures of the whole country, by their names in an election's folder.</summary>
    public static IEnumerable<(string Name, long Value)> NationalFigures(long[,] totals) =>
        Figures.Select(f => (f.Name, f.Cells.Sum(c => Enumerable.Range(0, totals.GetLength(0)).Sum(r => totals[r, c]))));

    /// <summary>A list's name in English.</summary>
    public static string ListName(string list) => $"{list} List (made-up)";

    private static void Head(string folder, DateOnly date, MadeCountry country, Func<string, Lines> open)
    {
        using var yaml = open($"{folder}/election.yaml");
        var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        yaml.Add(
            $$"""
            # Everything here is made up: the country, the lists, the votes.
            id: {{folder}}
            title: { en: "Made-up election of {{country.Name}}, a made-up country", kk: "Ойдан шығарылған {{country.Name}} елінің ойдан шығарылған сайлауы", ru: "Вымышленные выборы вымышленной страны {{country.Name}}" }
            body: { en: "Assembly of {{country.Name}} (made-up)", kk: "{{country.Name}} Ассамблеясы (ойдан шығарылған)", ru: "Ассамблея {{country.Name}} (вымысел)" }
            country: zz
            date: {{day}}
            law: zz/assembly@2020
            synthetic: yes
            contests:
              - id: lists
            lists:

            """);
        foreach (var list in country.Lists)
        {
            yaml.Add($"  - {{ id: {MadeCountry.Id(list)}, name: {{ en: \"{ListName(list)}\", kk: \"{list} тізімі (ойдан шығарылған)\", ru: \"Список {list} (вымысел)\" }}, short: {{ en: {list} }} }}\n");
        }

        yaml.Add(
            $$"""
            sources:
              - { id: made-up, gives: "nothing: every figure here is made up" }
            notes:
              - { en: "Made up by 'mandate results generate' from the seed {{country.Options.Seed.ToString(CultureInfo.InvariantCulture)}}; no place, list or voter exists.", kk: "'mandate results generate' {{country.Options.Seed.ToString(CultureInfo.InvariantCulture)}} санынан ойдан шығарған; мұндай жер де, тізім де, сайлаушы да жоқ.", ru: "Придумано командой 'mandate results generate' из числа {{country.Options.Seed.ToString(CultureInfo.InvariantCulture)}}; таких мест, списков и избирателей нет." }

            """);
    }
}
