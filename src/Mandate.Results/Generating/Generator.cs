using Mandate.Results.Units;

namespace Mandate.Results.Generating;

/// <summary>Makes up a national election of a country that does not exist: units, protocols with planted slips, and true totals.</summary>
/// <remarks>
/// The same options give the same bytes on every machine and in every culture: all arithmetic is on whole numbers, and
/// every station has a stream of numbers of its own. Protocols are written one by one and not kept.
/// </remarks>
public static class Generator
{
    /// <summary>The version of the generator; another one may give other bytes for the same seed.</summary>
    public const int Version = 1;

    private const int TellEvery = 10_000;
    private static readonly DateOnly PollingDay = new(2030, 5, 19);
    private static readonly DateOnly PollingDayBefore = new(2026, 5, 17);

    /// <summary>Makes an election up and writes it.</summary>
    /// <param name="options">What it is to be like.</param>
    /// <param name="create">Creates a file for a path with slashes, such as <c>election/votes.csv</c>.</param>
    /// <param name="progress">Told now and then how many protocols were made, those of the election before among them; or null.</param>
    /// <param name="cancel">Stops the work between two protocols.</param>
    /// <param name="print">Makes the PDF of a summary protocol; null where none are to be written.</param>
    /// <exception cref="ArgumentException">The options are outside their limits, or ask for papers that nothing prints.</exception>
    public static Generated Write(GeneratorOptions options, Func<string, Stream> create, Action<long>? progress, CancellationToken cancel, Func<MadeProtocol, byte[]>? print = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(create);
        if (options.Faults() is [var fault, ..])
        {
            throw new ArgumentException(fault, nameof(options));
        }

        if (options.Papers > 0 && print is null)
        {
            throw new ArgumentException("Papers are asked for, but there is nothing to print them with.", nameof(print));
        }

        var country = new MadeCountry(options);
        var files = new Files(create);
        using (var units = new Lines(files.Create("units.csv", "the tree of units, by which results open starts a count")))
        {
            units.Add("unit,parent,kind,name\n");
            foreach (var place in country.Places())
            {
                cancel.ThrowIfCancellationRequested();
                Line(units, place.Unit);
            }
        }

        var (totals, slips) = Count(country, files, progress, cancel);
        ElectionFiles.Write("election", PollingDay, country, totals, path => new Lines(files.Create(path, "true totals by region: mandate declare election")));
        if (options.Papers > 0)
        {
            ProtocolPapers.Write("election", PollingDay, country, totals, print!, files.Create, cancel);
        }

        if (options.Previous)
        {
            Before(country, files, progress, cancel);
        }

        using (var readMe = new Lines(create("README.txt")))
        {
            readMe.Add(ReadMe.Text(country, files.All));
        }

        var (registered, found) = (0L, 0L);
        for (var r = 0; r <= options.Regions; r++)
        {
            registered += totals[r, Cells.Registered] + totals[r, Cells.Added];
            found += totals[r, Cells.Found];
        }

        return new Generated(country.Name, country.Units, options.Precincts, registered, found, slips, [.. files.All, new GeneratedFile("README.txt", "what this is")]);
    }

    private static (long[,] Totals, IReadOnlyList<KeyValuePair<string, long>> Slips) Count(MadeCountry country, Files files, Action<long>? progress, CancellationToken cancel)
    {
        var options = country.Options;
        var count = new MadeCount(country, 0);
        var plan = new SlipPlan(options);
        var row = new long[Cells.Votes + options.Lists];
        var written = new long[row.Length];
        var totals = new long[options.Regions + 1, row.Length];
        using var protocols = new ProtocolFile(files.Create("protocols.csv", "a protocol a row by the form zz-precinct, slips among them"), country);
        using var sound = options.True ? new ProtocolFile(files.Create("protocols-true.csv", "the same without slips"), country) : null;
        using var planted = new PlantedFile(files.Create("planted.csv", "every slip: what is true and what is written"), country);
        foreach (var place in country.Places())
        {
            if (place.Kind is null)
            {
                continue;
            }

            cancel.ThrowIfCancellationRequested();
            count.Fill(place, row);
            Add(totals, place.Region, row);
            row.CopyTo(written, 0);
            if (plan.Plant(place.Number, written) is { } slip)
            {
                planted.Write(slip, place.Unit.Id, row, written);
            }

            protocols.Write(place.Unit.Id, written);
            sound?.Write(place.Unit.Id, row);
            Tell(progress, place.Number + 1);
        }

        return (totals, planted.Kinds);
    }

    /// <summary>The election before: the same units, other figures, no slips.</summary>
    private static void Before(MadeCountry country, Files files, Action<long>? progress, CancellationToken cancel)
    {
        var count = new MadeCount(country, 1);
        var row = new long[Cells.Votes + country.Options.Lists];
        var totals = new long[country.Options.Regions + 1, row.Length];
        using (var protocols = new ProtocolFile(files.Create("previous-protocols.csv", "protocols of the election before, without slips"), country))
        {
            foreach (var place in country.Places().Where(p => p.Kind is not null))
            {
                cancel.ThrowIfCancellationRequested();
                count.Fill(place, row);
                Add(totals, place.Region, row);
                protocols.Write(place.Unit.Id, row);
                Tell(progress, country.Options.Precincts + place.Number + 1);
            }
        }

        ElectionFiles.Write("previous-election", PollingDayBefore, country, totals, path => new Lines(files.Create(path, "its totals by region")));
    }

    private static void Tell(Action<long>? progress, int made)
    {
        if (made % TellEvery == 0)
        {
            progress?.Invoke(made);
        }
    }

    private static void Add(long[,] totals, int region, long[] row)
    {
        for (var c = 0; c < row.Length; c++)
        {
            totals[region, c] += row[c];
        }
    }

    private static void Line(Lines units, Unit unit)
    {
        units.Add(unit.Id).Next().Add(unit.Parent ?? string.Empty).Next().Add(unit.Kind).Next();
        var quote = unit.Name.Contains(',', StringComparison.Ordinal) ? "\"" : string.Empty;
        units.Add(quote).Add(unit.Name).Add(quote).End();
    }

    private sealed class Files(Func<string, Stream> create)
    {
        private readonly List<GeneratedFile> all = [];

        public IReadOnlyList<GeneratedFile> All => all;

        public Stream Create(string name, string holds)
        {
            all.Add(new GeneratedFile(name, holds));
            return create(name);
        }
    }
}
