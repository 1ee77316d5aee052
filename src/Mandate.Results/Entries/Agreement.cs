namespace Mandate.Results.Entries;

/// <summary>How readings of one protocol stand to each other: a cell is settled once as many readers agree as the rules want.</summary>
/// <remarks>
/// A reader is a person, with one reading a cell whatever they keyed before, or a machine's reading that stands in for a
/// missing entry. What a third person keys again counts like any other, so one reading that agrees with another settles a cell.
/// </remarks>
internal sealed class Agreement
{
    private readonly List<(string? Actor, long[] Cells)> readers;

    public Agreement(EntryState state, EntryContext context)
    {
        var needed = context.Rules.Entries;
        var entries = state.Readings.Count(r => r.IsEntry);
        // Only before anybody has begun an entry can a file be accepted by itself; a person's entry is then compared with it instead.
        var alone = entries == 0 && state.Desk is null or { Asked: not null } ? state.Thirds.FirstOrDefault(t => context.Rules.Use(t.Source) == ThirdUse.Acceptance) : null;
        var missing = entries > 0 ? Math.Max(needed - entries, 0) : 0;
        Counted = alone is not null ? [alone] : [.. state.Thirds.Where(t => context.Rules.Use(t.Source) >= ThirdUse.Entry).Take(missing)];
        IsComplete = alone is not null || (entries > 0 && entries + Counted.Count >= needed);
        readers = [.. state.Readings.Select(r => ((string?)r.Actor, r.Cells)), .. Counted.Select(t => ((string?)null, t.Cells))];
        Cells = new long[context.Cells.Count];
        Array.Fill(Cells, Reading.Unread);
        var open = new List<int>();
        for (var i = 0; i < Cells.Length; i++)
        {
            if (!IsComplete)
            {
                // One entry of two: what was sent back of it is open, the rest stands until the second.
                Cells[i] = state.Readings.Count > 0 ? state.Readings[0].Cells[i] : Reading.Unread;
            }
            else if (alone is not null && alone.Cells[i] != Reading.Unread)
            {
                Cells[i] = alone.Cells[i];
            }
            else
            {
                Cells[i] = Settled(i, needed);
            }

            if (Cells[i] == Reading.Unread && (IsComplete || state.Readings.Count > 0))
            {
                open.Add(i);
            }
        }

        Open = open;
    }

    /// <summary>Gets whether there are as many entries as the rules want.</summary>
    public bool IsComplete { get; }

    /// <summary>Gets settled figures; unread where a cell is open. Where only one entry of two is done, that one.</summary>
    public long[] Cells { get; }

    /// <summary>Gets cells that must be keyed again, in order.</summary>
    public IReadOnlyList<int> Open { get; }

    /// <summary>Gets machine readings that stand for entries.</summary>
    public IReadOnlyList<ThirdReading> Counted { get; }

    /// <summary>Whether readings of a cell are at hand that differ; else an open cell waits for its readings.</summary>
    public bool Differs(int cell) => readers.Select(r => r.Cells[cell]).Where(v => v != Reading.Unread).Distinct().Skip(1).Any();

    /// <summary>What every reader says of a cell.</summary>
    public IEnumerable<(string? Actor, long Value)> Readers(int cell) => readers.Where(r => r.Cells[cell] != Reading.Unread).Select(r => (r.Actor, r.Cells[cell]));

    /// <summary>The open cells a person may key: those they have no reading of, and those another one reads otherwise unless they keyed last.</summary>
    public List<int> Askable(string actor, string? lastRekey, EntryState state)
    {
        if (!IsComplete && state.Readings.Count > 0 && state.Readings[0].Actor != actor)
        {
            return [];
        }

        var own = state.Readings.FirstOrDefault(r => r.Actor == actor)?.Cells;
        return [.. Open.Where(i => own is null || own[i] == Reading.Unread || (actor != lastRekey && readers.Any(r => r.Actor != actor && r.Cells[i] != Reading.Unread)))];
    }

    private long Settled(int cell, int needed)
    {
        for (var a = 0; a < readers.Count; a++)
        {
            var value = readers[a].Cells[cell];
            var alike = 0;
            foreach (var reader in readers)
            {
                alike += reader.Cells[cell] == value ? 1 : 0;
            }

            if (value != Reading.Unread && alike >= needed)
            {
                return value;
            }
        }

        return Reading.Unread;
    }
}
