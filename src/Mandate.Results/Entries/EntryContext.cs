using Mandate.Results.Running;

namespace Mandate.Results.Entries;

/// <summary>What the entry of protocols of one shape goes by. One thread uses it at a time, as it does a compiled form.</summary>
internal sealed class EntryContext
{
    /// <param name="form">The form.</param>
    /// <param name="checks">Its checks, made ready.</param>
    /// <param name="rules">The election's rules.</param>
    /// <exception cref="ArgumentException">The rules are impossible.</exception>
    public EntryContext(Form form, CompiledForm checks, EntryRules rules)
    {
        if (rules.Faults is [var fault, ..])
        {
            throw new ArgumentException($"Rules of entry: {fault}", nameof(rules));
        }

        (Form, Checks, Rules) = (form, checks, rules);
        Cells = new CellNames(checks.Layout);
    }

    public Form Form { get; }

    public CompiledForm Checks { get; }

    public Layout Layout => Checks.Layout;

    public EntryRules Rules { get; }

    public CellNames Cells { get; }

    /// <summary>The code of the form's rule of entry, or null.</summary>
    public string? Code(EntryRule rule) => Form.Checks.FirstOrDefault(c => c.Entry == rule)?.Code;
}
