using Mandate.Results.Running;

namespace Mandate.Results.Entries;

/// <summary>Readings that no person keyed.</summary>
internal static class Thirds
{
    private const int HashLength = 64;

    public static RefusalKind? Third(Step step, Third third)
    {
        var (state, context) = (step.State, step.Context);
        if (context.Rules.Use(third.Source) == ThirdUse.Refused)
        {
            return RefusalKind.RulesForbid;
        }

        var found = step.Find([.. third.Cells.Select(c => c.Cell)]);
        if (third.Cells.Count == 0 || third.Cells.Count > context.Cells.Count)
        {
            step.Fault("cells", $"{third.Cells.Count} cells", $"1 to {context.Cells.Count}");
        }

        foreach (var cell in third.Cells.Where(c => c.Value is < 0 or > Figure.Largest || (c.Value > 1 && context.Cells.Find(c.Cell) is { } at && context.Cells.IsBox(at))))
        {
            step.Fault(cell.Cell, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{cell.Value}"), "0 to 999,999,999; for a box 0 or 1");
        }

        if (!IsHash(third.Hash))
        {
            step.Fault("hash", third.Hash, $"{HashLength} small hexadecimal digits");
        }

        if (step.Unreadable is { } unreadable)
        {
            return unreadable;
        }

        var cells = new long[context.Cells.Count];
        Array.Fill(cells, Reading.Unread);
        for (var i = 0; i < found.Count; i++)
        {
            cells[found[i]] = third.Cells[i].Value ?? Layout.Blank;
        }

        Drop(step, t => t.Source == third.Source);
        step.State = step.State with { Thirds = [.. step.State.Thirds, new ThirdReading(third.Source, cells, third.Hash)], ThirdOverruled = null, LastRekey = null };
        step.Note(EntryEventKind.ThirdCame, code: Name(third.Source), text: third.Hash);
        if (!EntryState.IsOpen(state.Stage))
        {
            Settling.Settle(step);
        }

        return null;
    }

    /// <summary>Takes machine readings out; their figures leave in the event.</summary>
    public static void Drop(Step step, Func<ThirdReading, bool> which)
    {
        foreach (var old in step.State.Thirds.Where(which))
        {
            step.Note(EntryEventKind.Discarded, code: Name(old.Source), text: old.Hash, figures: step.Context.Cells.Values(old.Cells));
        }

        step.State = step.State with { Thirds = [.. step.State.Thirds.Where(t => !which(t))] };
    }

    /// <summary>Cells that some machine reading, which stands for no entry, reads otherwise than was agreed.</summary>
    public static List<int> Differing(EntryState state, Agreement agreement, EntryContext context) =>
        [.. state.Thirds.Where(t => !agreement.Counted.Contains(t)).SelectMany(t => Differing(t, agreement.Cells)).Distinct().Order()];

    /// <summary>Cells that a machine read otherwise; those it did not read differ from nothing.</summary>
    public static List<int> Differing(ThirdReading third, long[] agreed) =>
        [.. Enumerable.Range(0, agreed.Length).Where(i => third.Cells[i] != Reading.Unread && third.Cells[i] != agreed[i])];

    public static string Name(ThirdSource source) => source == ThirdSource.Scan ? "scan" : "import";

    public static bool IsHash(string? text) => text is { Length: HashLength } && text.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f');
}
