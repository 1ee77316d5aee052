using System.Runtime.InteropServices;

namespace Mandate.Results.Screening;

/// <summary>D.06 and D.07: the votes of another station, in the same rows or one row further down.</summary>
/// <remarks>
/// How rare that is by chance: with the shares of the whole table, a station with these many votes has exactly these with the
/// multinomial chance, and there are as many others that could. Small stations, where one or two lists have all, are left alone.
/// </remarks>
internal sealed class SameScreens(ScreenTable table, ScreenRules rules, ScreenNotes notes, GroupSums sums)
{
    private readonly HashSet<long> numbers = [];

    public void Run()
    {
        Same();
        if (table.Lists > 1)
        {
            Shifted();
        }
    }

    private void Same()
    {
        var classes = new Dictionary<Rows, List<int>>();
        var order = new List<List<int>>();
        foreach (var unit in Enumerable.Range(0, table.Units.Count).Where(u => Tells(u, 0, table.Lists)))
        {
            ref var units = ref CollectionsMarshal.GetValueRefOrAddDefault(classes, new Rows(table.VotesMemory(unit, 0, table.Lists)), out var there);
            if (!there)
            {
                order.Add(units = []);
            }

            units!.Add(unit);
        }

        foreach (var units in order.Where(u => u.Count > 1))
        {
            Note("D.06", units, units[0], 0, table.Lists);
        }
    }

    private void Shifted()
    {
        var count = table.Lists - 1;
        var upper = new Dictionary<Rows, int>();
        foreach (var unit in Enumerable.Range(0, table.Units.Count).Where(u => Tells(u, 0, count)))
        {
            upper.TryAdd(new Rows(table.VotesMemory(unit, 0, count)), unit);
        }

        foreach (var unit in Enumerable.Range(0, table.Units.Count).Where(u => Tells(u, 1, count)))
        {
            if (upper.TryGetValue(new Rows(table.VotesMemory(unit, 1, count)), out var other) && other != unit)
            {
                Note("D.07", [unit, other], unit, 1, count);
            }
        }
    }

    /// <summary>Whether some of a station's votes are many and different enough to be told from others.</summary>
    private bool Tells(int unit, int from, int count)
    {
        if (sums.Sums[unit] < rules.SameVotes)
        {
            return false;
        }

        numbers.Clear();
        long sum = 0;
        foreach (var votes in table.Votes(unit).Slice(from, count))
        {
            sum += votes;
            if (votes > 0)
            {
                numbers.Add(votes);
            }
        }

        return sum >= rules.SameVotes && numbers.Count >= rules.SameNumbers;
    }

    private void Note(string code, List<int> units, int unit, int from, int count)
    {
        var votes = table.Votes(unit).Slice(from, count);
        long n = 0, whole = 0;
        for (var l = 0; l < count; l++)
        {
            n += votes[l];
            whole += sums.Whole[from + l];
        }

        var log = Figuring.LogFactorial(n) + Figuring.Log(Math.Max(1, table.Units.Count - 1));
        for (var l = 0; l < count; l++)
        {
            log += votes[l] == 0 ? 0 : (votes[l] * Figuring.Log((double)sums.Whole[from + l] / whole)) - Figuring.LogFactorial(votes[l]);
        }

        if (log <= -rules.SameRarity * Figuring.Ln10)
        {
            notes.Add(code, units, [.. Enumerable.Range(from, count).Select(l => table.VotesOf(unit, l))], Figuring.Chance(log), "1", Figuring.Chance(-rules.SameRarity * Figuring.Ln10));
        }
    }

    /// <summary>Some votes as a key; equal where every number is.</summary>
    private readonly struct Rows(Memory<long> votes) : IEquatable<Rows>
    {
        private readonly Memory<long> votes = votes;

        public bool Equals(Rows other) => votes.Span.SequenceEqual(other.votes.Span);

        public override bool Equals(object? obj) => obj is Rows other && Equals(other);

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            hash.AddBytes(MemoryMarshal.AsBytes(votes.Span));
            return hash.ToHashCode();
        }
    }
}
