namespace Mandate.Results.Screening;

/// <summary>Puts a table of protocols to every screen. Nothing is changed; whoever reads the report asks the paper.</summary>
public static class Screens
{
    /// <summary>Looks at protocols.</summary>
    /// <param name="table">The protocols.</param>
    /// <param name="rules">The limits; null for the documented ones.</param>
    /// <param name="previous">Protocols of the previous election; units and lists are the same where their names and ids are. Null where it is not known.</param>
    /// <returns>What they ask; the same bytes for the same table and limits, on every machine.</returns>
    public static ScreenReport Run(ScreenTable table, ScreenRules? rules = null, ScreenTable? previous = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        rules ??= new ScreenRules();
        var notes = new ScreenNotes(table, rules.Most);
        var before = previous is null ? null : new Before(table, previous);
        new RepairScreens(table, rules, notes).Run();
        if (table.Lists > 0)
        {
            var sums = new GroupSums(table);
            new SwapScreen(table, rules, notes, sums, before).Run();
            new ZeroScreen(table, rules, notes, sums).Run();
            new SameScreens(table, rules, notes, sums).Run();
        }

        if (before is not null)
        {
            new SwingScreens(table, rules, notes, before).Run();
        }

        return new ScreenReport(rules, table.Units.Count, notes.Tallies(table.Lists > 0, before is not null), notes.All());
    }
}
