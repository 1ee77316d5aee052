using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Mandate.Laws;
using Mandate.Results.Running;

namespace Mandate.Results.Import;

/// <summary>One pass over the rows of a file: reads, checks, counts.</summary>
internal sealed class ProtocolReader
{
    /// <summary>Stands between the parts of a unit's name, so that a/b and c are not a and b/c; people see a slash.</summary>
    private const string Between = "\u001F";

    private const int MostRows = 5_000_000;
    private const int TellEvery = 10_000;
    private readonly Source source;
    private readonly CheckOptions options;
    private readonly Mapping mapping;
    private readonly bool mark;
    private readonly Header header;
    private readonly Findings faults;
    private readonly string? variant;
    private readonly ColumnPlan plan;
    private readonly CompiledForm checks;
    private readonly NumberReader numbers;
    private readonly long[] row;
    private readonly CheckOutcome[] outcomes;
    private readonly long[,] tallies;
    private readonly long[] sums;
    private readonly long[] known;
    private readonly (Figure Figure, int Start, int Count)[] required;
    private readonly HashSet<UInt128> seen = [];
    private readonly bool[]? met;
    private readonly StringBuilder unit = new();
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> first;
    private readonly List<ProtocolFinding> findings = [];
    private readonly long[] levels = new long[2];
    private int number;
    private long protocols;
    private long more;
    private long blanks;
    private long unitsWithErrors;

    public ProtocolReader(Source source, CheckOptions options, Mapping mapping, bool mark, Header header, ColumnPlan plan, string? variant, Findings faults)
    {
        this.source = source;
        this.options = options;
        this.mapping = mapping;
        this.mark = mark;
        this.header = header;
        this.faults = faults;
        this.plan = plan;
        met = options.Sink is { Units: > 0 } sink ? new bool[sink.Units] : null;
        this.variant = variant;
        checks = new CompiledForm(options.Form, plan.Layout, variant);
        first = new Dictionary<string, string>(mapping.Unit.First, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        numbers = new NumberReader(mapping.Format);
        row = new long[plan.Layout.Width];
        outcomes = new CheckOutcome[checks.Outcomes];
        tallies = new long[checks.Checks.Count, 4];
        sums = new long[plan.Layout.RawWidth];
        known = new long[plan.Layout.RawWidth];
        required = [.. plan.Layout.Figures.Where(f => f.Required).Select(f => (f, plan.Layout.Start(f), plan.Layout.Cells(f)))];
    }

    /// <summary>Reads to the end.</summary>
    /// <returns>Null after noting faults.</returns>
    public CheckReport? Run()
    {
        try
        {
            using var text = new StreamReader(source.Open(), Encodings.Find(header.Encoding)!, detectEncodingFromByteOrderMarks: false, bufferSize: 65_536);
            Rows(new WideCsv(text, header.Delimiter));
        }
        catch (DecoderFallbackException)
        {
            faults.Add(new Finding(source.Shown, 0, 0, $"bytes that are not {header.Encoding}", "the encoding that the file has, under 'encoding' in the mapping"));
        }

        if (protocols == 0 && faults.IsEmpty)
        {
            faults.Add(new Finding(source.Shown, mapping.Format.HeaderRow, 1, "no protocol below the header", "one row a protocol"));
        }

        return faults.IsEmpty ? Report() : null;
    }

    private void Rows(WideCsv csv)
    {
        while (csv.Read())
        {
            if (csv.Row <= mapping.Format.HeaderRow)
            {
                continue;
            }

            if (csv.Count != header.Columns.Count)
            {
                faults.Add(new Finding(source.Shown, csv.Row, Math.Min(csv.Count, header.Columns.Count), $"{csv.Count} fields", $"{header.Columns.Count}, as in the header"));
                continue;
            }

            if (protocols == MostRows)
            {
                faults.Add(new Finding(source.Shown, csv.Row, 1, $"more than {MostRows} protocols", "a smaller file"));
                return;
            }

            if (Read(csv) && faults.IsEmpty)
            {
                Check(csv.Row);
            }

            if (++protocols % TellEvery == 0)
            {
                options.Progress?.Invoke(protocols);
            }
        }

        if (csv.Fault is var (at, column, found, expected))
        {
            faults.Add(new Finding(source.Shown, at, column, found, expected));
        }
    }

    private bool Read(WideCsv csv)
    {
        plan.Empty.CopyTo(row, 0);
        var good = Name(csv);
        foreach (var (column, cell, isBox) in plan.Cells)
        {
            var text = csv[column];
            if ((isBox ? numbers.ReadBox(text, out row[cell]) : numbers.Read(text, out row[cell])) is { } expected)
            {
                faults.Add(new Finding(source.Shown, csv.Row, column + 1, $"'{Shown.Cut(text)}' under '{Shown.Cut(header.Columns[column])}'", expected));
                good = false;
            }
        }

        return good;
    }

    /// <summary>Puts the unit's name together and notes one that is empty or was there before.</summary>
    private bool Name(WideCsv csv)
    {
        unit.Clear();
        var empty = true;
        for (var i = 0; i < plan.Unit.Length; i++)
        {
            var part = csv[plan.Unit[i]].Trim();
            empty &= part.IsEmpty;
            unit.Append(i > 0 ? Between : string.Empty);
            if (i == 0 && first.TryGetValue(part, out var id))
            {
                unit.Append(id);
            }
            else
            {
                unit.Append(part);
            }
        }

        if (empty)
        {
            faults.Add(new Finding(source.Shown, csv.Row, plan.Unit[0] + 1, "no name of a unit", "a value in one of the columns that name a unit"));
            return false;
        }

        if (met is null ? seen.Add(Fingerprint()) : !Find() || !met[number])
        {
            return Meet(csv.Row);
        }

        if (mapping.Unit.Numbered)
        {
            unit.Append(System.Globalization.CultureInfo.InvariantCulture, $" (row {csv.Row})");
            Find();
            return Meet(csv.Row);
        }

        faults.Add(new Finding(source.Shown, csv.Row, plan.Unit[0] + 1, $"the unit '{Shown.Cut(UnitName())}' a second time", "each unit once, more columns under 'unit' in the mapping, or 'repeated: numbered' there"));
        return false;
    }

    /// <summary>Asks whoever receives the protocols for the unit's number.</summary>
    private bool Find()
    {
        if (options.Sink is not { } sink)
        {
            return false;
        }

        Span<char> name = unit.Length <= 512 ? stackalloc char[unit.Length] : new char[unit.Length];
        unit.CopyTo(0, name, unit.Length);
        name.Replace(Between[0], '/');
        number = sink.Find(name);
        return number >= 0;
    }

    /// <summary>Notes that a unit was met, or that there is no such unit.</summary>
    private bool Meet(int at)
    {
        if (options.Sink is null)
        {
            return true;
        }

        if (met is null)
        {
            return Find();
        }

        if (number < 0)
        {
            faults.Add(new Finding(source.Shown, at, plan.Unit[0] + 1, $"the unit '{Shown.Cut(UnitName())}'", "a unit of this election that reports protocols"));
            return false;
        }

        met[number] = true;
        return true;
    }

    /// <summary>128 bits of the name, so that a million names need little memory.</summary>
    private UInt128 Fingerprint()
    {
        Span<char> letters = unit.Length <= 512 ? stackalloc char[unit.Length] : new char[unit.Length];
        unit.CopyTo(0, letters, unit.Length);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(letters), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    private void Check(int at)
    {
        var failed = checks.Evaluate(row, outcomes);
        for (var i = 0; i < sums.Length; i++)
        {
            if (row[i] >= 0)
            {
                sums[i] += row[i];
                known[i]++;
            }
        }

        for (var c = 0; c < checks.Checks.Count; c++)
        {
            foreach (var outcome in outcomes.AsSpan(checks.FirstOutcome(c), checks.Times(c)))
            {
                tallies[c, (int)outcome]++;
            }
        }

        var errors = levels[(int)CheckLevel.Error];
        Blanks(at);
        if (failed > 0)
        {
            Failed(at);
        }

        var hasErrors = levels[(int)CheckLevel.Error] > errors;
        unitsWithErrors += hasErrors ? 1 : 0;
        options.Sink?.Take(number, at, row.AsSpan(0, plan.Layout.RawWidth), hasErrors ? Failing.Errors : failed > 0 ? Failing.Warnings : Failing.Nothing, outcomes);
    }

    private void Blanks(int at)
    {
        var any = false;
        foreach (var (figure, start, count) in required)
        {
            if (row.AsSpan(start, count).Contains(Layout.Blank))
            {
                any = true;
                Note(CheckLevel.Error, () => new ProtocolFinding(UnitName(), at, ProtocolFinding.Required, CheckLevel.Error, null, null, figure, null));
            }
        }

        blanks += any ? 1 : 0;
    }

    private void Failed(int at)
    {
        for (var c = 0; c < checks.Checks.Count; c++)
        {
            var check = checks.Checks[c];
            for (var list = 0; list < checks.Times(c); list++)
            {
                if (outcomes[checks.FirstOutcome(c) + list] == CheckOutcome.Fails)
                {
                    var l = list;
                    Note(check.Level, () => new ProtocolFinding(UnitName(), at, check.Code, check.Level, check.PerList ? plan.Layout.Lists[l] : null, check, null, Explainer.Explain(check.Condition!, plan.Layout, row, l)));
                }
            }
        }
    }

    private void Note(CheckLevel level, Func<ProtocolFinding> finding)
    {
        levels[(int)level]++;
        if (findings.Count < options.Most)
        {
            findings.Add(finding());
        }
        else
        {
            more++;
        }
    }

    private string UnitName() => Shown.Clean(unit.ToString().Replace(Between, "/", StringComparison.Ordinal));

    private CheckReport Report()
    {
        var tally = checks.Checks.Select((check, c) => new CheckTally(check, Of(c, CheckOutcome.Fails), Of(c, CheckOutcome.Holds), Of(c, CheckOutcome.Unchecked), Of(c, CheckOutcome.Silent)));
        var reading = new FileReading(header.Encoding, mark, header.Delimiter, numbers.Written);
        return new CheckReport(
            source.Shown, options.Form, variant, reading, protocols, plan.Layout.Lists, [.. tally], blanks, findings, more,
            levels[(int)CheckLevel.Error], levels[(int)CheckLevel.Warning], unitsWithErrors, [.. plan.Layout.Figures.SelectMany(Totals)]);

        long Of(int check, CheckOutcome outcome) => tallies[check, (int)outcome];
    }

    private IEnumerable<FigureTotal> Totals(Figure figure)
    {
        var start = plan.Layout.Start(figure);
        switch (figure.Kind)
        {
            case FigureKind.VotesPerList:
                for (var l = 0; l < plan.Layout.Lists.Count; l++)
                {
                    yield return new FigureTotal(figure, plan.Layout.Lists[l], sums[start + l], known[start + l]);
                }

                break;
            case FigureKind.VotesPerCandidate:
                for (var l = 0; l < plan.Layout.Lists.Count; l++)
                {
                    // A list is known where every candidate is.
                    var (first, count) = plan.Layout.CellsOf(figure, l);
                    yield return new FigureTotal(figure, plan.Layout.Lists[l], sums.AsSpan(first, count).ToArray().Sum(), count == 0 ? 0 : known.AsSpan(first, count).ToArray().Min());
                }

                break;
            default:
                yield return new FigureTotal(figure, null, sums[start], known[start]);
                break;
        }
    }
}
