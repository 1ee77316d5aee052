using System.Globalization;
using Mandate.Results.Units;

namespace Mandate.Results.Generating;

/// <summary>A country that does not exist: its name, its lists and its units. Ids begin with <c>zz-</c>, a code that no country has.</summary>
internal sealed class MadeCountry
{
    private const int DistrictSize = 60;
    private readonly Syllables names;
    private readonly int abroad;
    private readonly int[][] districts;
    private readonly int districtDigits;
    private readonly int stationDigits;

    public MadeCountry(GeneratorOptions options)
    {
        Options = options;
        names = new Syllables(options.Seed);
        Name = names.Short(0);
        Lists = [.. Enumerable.Range(1 + options.Regions, options.Lists).Select(n => names.Short(n))];
        abroad = Math.Max(2, options.Precincts / 200);

        var random = SplitMix.Of(options.Seed, Purpose.Regions);
        var stations = Split(options.Precincts - abroad - options.Regions, options.Regions, 5, () => Fixed.Power(random.Bell(Fixed.One * 3 / 4)));
        districts = [.. stations.Select((count, r) =>
        {
            var stream = SplitMix.Of(options.Seed, Purpose.Districts, r);
            return Split(count, Math.Max(1, count / DistrictSize), 1, () => 1000 + stream.Below(1000));
        })];
        districtDigits = Digits(districts.Max(d => d.Length));
        stationDigits = Digits(Math.Max(abroad, districts.Max(d => d.Max())));
    }

    public GeneratorOptions Options { get; }

    public string Name { get; }

    /// <summary>Gets the lists' names, in the order of the ballot.</summary>
    public IReadOnlyList<string> Lists { get; }

    /// <summary>Gets how many units there are, those with others inside them among them.</summary>
    public int Units => 2 + Options.Regions + districts.Sum(d => d.Length) + Options.Precincts;

    /// <summary>The name of a region, 1 for the first.</summary>
    public string RegionName(int region) => names.Short(region);

    /// <summary>The id of a list.</summary>
    public static string Id(string list) => "zz-" + list.ToLowerInvariant();

    /// <summary>The stations abroad as one unit, and the regions.</summary>
    public IEnumerable<Unit> Regions() => Places(inside: false).Where(p => p.Region >= 0).Select(p => p.Unit);

    /// <summary>Every unit in the order of a walk from the top.</summary>
    public IEnumerable<Place> Places() => Places(inside: true);

    private IEnumerable<Place> Places(bool inside)
    {
        var number = 0;
        yield return new Place(new Unit("zz", null, "country", $"{Name} (made-up country)"), -1, -1, null, -1);
        yield return new Place(new Unit("zz-00", "zz", "region", $"Stations abroad of {Name} (made-up)"), 0, -1, null, -1);
        for (var i = 0; inside && i < abroad; i++)
        {
            yield return Station(StationKind.Abroad, "zz-00", i, Name, 0, -1, number++);
        }

        var district = 0;
        for (var r = 0; r < districts.Length; r++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"zz-{r + 1:00}");
            var name = RegionName(r + 1);
            yield return new Place(new Unit(id, "zz", "region", $"Region {name} (made-up)"), r + 1, -1, null, -1);
            if (!inside)
            {
                continue;
            }

            for (var d = 0; d < districts[r].Length; d++, district++)
            {
                foreach (var place in District(r, d, district, id, number))
                {
                    yield return place;
                }

                number += districts[r][d];
            }

            yield return new Place(new Unit(id + "-e", id, StationKind.Electronic.Word, $"{StationKind.Electronic.Name}, Region {name}"), r + 1, -1, StationKind.Electronic, number++);
        }
    }

    private IEnumerable<Place> District(int region, int place, int number, string parent, int first)
    {
        var id = parent + "-" + Padded(place + 1, districtDigits);
        var name = names.Long(number);
        var count = districts[region][place];
        yield return new Place(new Unit(id, parent, "district", $"District {name}"), region + 1, number, null, -1);

        // A region's first district has one of each kind, so that small countries have them too.
        var one = place == 0 && count >= 4 ? 1 : 0;
        var mobile = Math.Max(one, count / 80);
        var special = Math.Max(one, count / 40);
        for (var i = 0; i < count; i++)
        {
            var kind = i >= count - mobile ? StationKind.Mobile : i >= count - mobile - special ? StationKind.Special : StationKind.Precinct;
            yield return Station(kind, id, i, name, region + 1, number, first + i);
        }
    }

    private Place Station(StationKind kind, string parent, int place, string area, int region, int district, int number)
    {
        var unit = new Unit(parent + "-" + Padded(place + 1, stationDigits), parent, kind.Word, string.Create(CultureInfo.InvariantCulture, $"{kind.Name} {place + 1}, {area}"));
        return new Place(unit, region, district, kind, number);
    }

    /// <summary>Splits a whole into parts of at least a size, by weights as they are drawn.</summary>
    private static int[] Split(int whole, int parts, int least, Func<long> weight)
    {
        var weights = new long[parts];
        for (var i = 0; i < parts; i++)
        {
            weights[i] = weight();
        }

        var (all, spare) = (weights.Sum(), whole - (parts * least));
        var (sum, given) = (0L, 0);
        var split = new int[parts];
        for (var i = 0; i < parts; i++)
        {
            sum += weights[i];
            var upTo = (int)(spare * sum / all);
            split[i] = least + upTo - given;
            given = upTo;
        }

        return split;
    }

    private static int Digits(int largest) => Math.Max(3, largest.ToString(CultureInfo.InvariantCulture).Length);

    private static string Padded(int number, int digits) => number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
}
