using System.Globalization;
using System.Text;
using Mandate.Laws;
using Mandate.Results;
using Mandate.Results.Generating;
using Mandate.Results.Units;
using Mandate.Modules.Tests.Results;

namespace Mandate.Modules.Tests.Generating;

/// <summary>A made-up election in memory.</summary>
internal sealed class Made
{
    private readonly Dictionary<string, MemoryStream> files = new(StringComparer.Ordinal);

    private Made(GeneratorOptions options)
    {
        Options = options;
        Summary = Generator.Write(options, name => files[name] = new MemoryStream(), null, CancellationToken.None);
    }

    public GeneratorOptions Options { get; }

    public Generated Summary { get; }

    public IEnumerable<string> Names => files.Keys;

    /// <summary>A small one with all files and many slips.</summary>
    public static Made Small { get; } = Of(new GeneratorOptions { Precincts = 2000, Regions = 5, Lists = 8, Seed = 42, SlipsPerMillion = 100_000, Previous = true, True = true });

    public static Made Of(GeneratorOptions options) => new(options);

    public byte[] Bytes(string file) => files[file].ToArray();

    public string Text(string file) => Encoding.UTF8.GetString(Bytes(file));

    /// <summary>The rows of a table, with its header; no cell of these files but a unit's name holds a comma.</summary>
    public List<string[]> Rows(string file) => [.. Text(file).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(','))];

    /// <summary>Figures by unit and column; blank cells are null.</summary>
    public Dictionary<(string Unit, string Column), long?> Figures(string file)
    {
        var rows = Rows(file);
        return rows.Skip(1).SelectMany(r => r.Skip(1).Select((cell, i) => (Key: (r[0], rows[0][i + 1]), Value: cell.Length == 0 ? (long?)null : long.Parse(cell, CultureInfo.InvariantCulture))))
            .ToDictionary(c => c.Key, c => c.Value);
    }

    public UnitTree Units()
    {
        var findings = new Findings();
        var tree = UnitCsv.Read(new MemoryStream(Bytes("units.csv")), "units.csv", findings);
        findings.All.ShouldBeEmpty();
        return tree!;
    }

    public CheckReport Check(string file)
    {
        var (report, faults) = ProtocolCheck.Stream(new MemoryStream(Bytes(file)), file, new CheckOptions(Sheet.Form("zz-precinct")));
        faults.All.ShouldBeEmpty();
        return report!;
    }
}
