namespace Mandate.Results.Generating;

/// <summary>Plants slips in protocols.</summary>
internal static class Slips
{
    /// <summary>The kinds by the words of planted.csv, in the order of <see cref="SlipKind"/>.</summary>
    public static readonly string[] Words = ["swapped-rows", "transposed-digits", "unexpected-zero", "duplicate-column", "sum-error", "missing-figure", "over-registered", "outlier"];

    /// <summary>Plants a slip in a row.</summary>
    /// <param name="kind">Which.</param>
    /// <param name="row">The protocol as it is; then as it is written.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <returns>False where this protocol does not allow such a slip; the row is then as it was.</returns>
    public static bool Plant(SlipKind kind, Span<long> row, ref SplitMix random) => kind switch
    {
        SlipKind.SwappedRows => Swap(row, ref random),
        SlipKind.TransposedDigits => Transpose(row, ref random),
        SlipKind.UnexpectedZero => Zero(row, ref random),
        SlipKind.DuplicateColumn => Duplicate(row, ref random),
        SlipKind.SumError => Sum(row, ref random),
        SlipKind.MissingFigure => Blank(row, ref random),
        SlipKind.OverRegistered => Shorten(row, ref random),
        SlipKind.Outlier => Move(row),
        _ => throw new InvalidOperationException($"Bug in Slips: {kind}."),
    };

    private static bool Swap(Span<long> row, ref SplitMix random)
    {
        var votes = row[Cells.Votes..];
        var start = random.Below(votes.Length - 1);
        for (var i = 0; i < votes.Length - 1; i++)
        {
            var at = (int)((start + i) % (votes.Length - 1));
            if (votes[at] != votes[at + 1])
            {
                (votes[at], votes[at + 1]) = (votes[at + 1], votes[at]);
                return true;
            }
        }

        return false;
    }

    private static bool Transpose(Span<long> row, ref SplitMix random)
    {
        var start = random.Below(row.Length);
        for (var i = 0; i < row.Length; i++)
        {
            var at = (int)((start + i) % row.Length);
            for (long place = 1; place * 10 <= row[at]; place *= 10)
            {
                var (low, high) = (row[at] / place % 10, row[at] / (place * 10) % 10);
                if (low != high && (low != 0 || row[at] >= place * 100))
                {
                    row[at] += ((low - high) * place * 10) + ((high - low) * place);
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Zero(Span<long> row, ref SplitMix random)
    {
        var votes = row[Cells.Votes..];
        var start = random.Below(votes.Length);
        for (var i = 0; i < votes.Length; i++)
        {
            var at = (int)((start + i) % votes.Length);
            if (votes[at] >= 10)
            {
                votes[at] = 0;
                return true;
            }
        }

        return false;
    }

    private static bool Duplicate(Span<long> row, ref SplitMix random)
    {
        var votes = row[Cells.Votes..];
        var start = random.Below(votes.Length - 1);
        for (var i = 0; i < votes.Length - 1; i++)
        {
            var at = (int)((start + i) % (votes.Length - 1));
            if (votes[at] != votes[at + 1])
            {
                votes[at + 1] = votes[at];
                return true;
            }
        }

        return false;
    }

    private static bool Sum(Span<long> row, ref SplitMix random)
    {
        var at = random.Below(2) == 0 ? Cells.Found : Cells.Valid;
        var by = random.Below(3) switch { 0 => 1, 1 => 10, _ => 100 };
        row[at] += random.Below(2) == 0 && row[at] > by ? -by : by;
        return true;
    }

    private static bool Blank(Span<long> row, ref SplitMix random)
    {
        row[(int)random.Below(row.Length)] = Cells.Blank;
        return true;
    }

    private static bool Shorten(Span<long> row, ref SplitMix random)
    {
        var most = row[Cells.Issued] - row[Cells.Added] - 1;
        if (most < 0)
        {
            return false;
        }

        row[Cells.Registered] = most - random.Below(1 + (most / 5));
        return true;
    }

    private static bool Move(Span<long> row)
    {
        var votes = row[Cells.Votes..];
        var (strongest, weakest) = (0, 0);
        for (var l = 1; l < votes.Length; l++)
        {
            strongest = votes[l] > votes[strongest] ? l : strongest;
            weakest = votes[l] < votes[weakest] ? l : weakest;
        }

        var moved = votes[strongest] * 9 / 10;
        if (moved < 50 || strongest == weakest)
        {
            return false;
        }

        votes[weakest] += moved;
        votes[strongest] -= moved;
        return true;
    }
}
