using System.CommandLine;
using Mandate.Results.Entries;

namespace Mandate.Cli.Verbs.Counting;

/// <summary>One thing that can be done with an entry, as an option.</summary>
/// <param name="Option">The option.</param>
/// <param name="Before">Whether it comes before figures are keyed.</param>
/// <param name="Make">The command for what was said; none where the option was not given.</param>
internal sealed record EntryAct(Option Option, bool Before, Func<ParseResult, EntryActor, IReadOnlyList<Func<long, EntryCommand>>> Make)
{
    public static EntryAct Flag(string name, string description, bool before, Func<ParseResult, EntryActor, long, EntryCommand> command)
    {
        var option = new Option<bool>(name) { Description = description };
        return new EntryAct(option, before, (result, who) => result.GetValue(option) ? [seen => command(result, who, seen)] : []);
    }

    public static EntryAct Text(string name, string help, string description, bool before, Func<EntryActor, long, string, EntryCommand> command)
    {
        var option = new Option<string?>(name) { HelpName = help, Description = description };
        return new EntryAct(option, before, (result, who) => result.GetValue(option) is { } text ? [seen => command(who, seen, text)] : []);
    }
}

/// <summary>All that can be done with an entry beside keying and explaining.</summary>
internal static class EntryActs
{
    private static readonly Dictionary<string, Discarded> Entries = new(StringComparer.Ordinal)
    {
        ["first"] = Discarded.First, ["second"] = Discarded.Second, ["machine"] = Discarded.Machine, ["all"] = Discarded.All,
    };

    /// <summary>Gets them anew: options belong to one command.</summary>
    public static IReadOnlyList<EntryAct> All =>
    [
        EntryAct.Flag("--open", "Sit down to it.", true, (_, who, seen) => new Open(who, seen)),
        EntryAct.Text("--correct", "REASON", "Coordinator: enter an accepted protocol again, since the paper was corrected or read wrongly.", true, (who, seen, text) => new OpenCorrection(who, seen, CorrectionKind.Correction, text)),
        EntryAct.Text("--recount", "REASON", "Coordinator: enter an accepted protocol again, since ballots were counted again.", true, (who, seen, text) => new OpenCorrection(who, seen, CorrectionKind.Recount, text)),
        EntryAct.Text("--withdraw", "REASON", "Coordinator: call a correction off.", true, (who, seen, text) => new WithdrawCorrection(who, seen, text)),
        EntryAct.Flag("--finish", "Finish your entry.", false, (result, who, seen) => new Finish(who, seen, result.GetValue<bool>("--with-errors"))),
        EntryAct.Flag("--release", "Stand up and keep what was keyed; or, as coordinator, free the place.", false, (_, who, seen) => new Release(who, seen)),
        Discard(),
        EntryAct.Text("--quarantine", "REASON", "Coordinator: set it aside, such as for unreadable, tampering or other.", false, (who, seen, text) => new Quarantine(who, seen, text)),
        Return(),
        EntryAct.Text("--clear", "REASON", "Coordinator: let it out of quarantine.", false, (who, seen, text) => new Clear(who, seen, text)),
        EntryAct.Text("--accept-errors", "REASON", "Coordinator: order it accepted although checks fail.", false, (who, seen, text) => new AcceptErrors(who, seen, text)),
    ];

    private static EntryAct Discard()
    {
        var option = new Option<string?>("--discard") { HelpName = "ENTRY", Description = "Coordinator: throw an entry away: first, second, machine or all." };
        option.AcceptOnlyFromAmong([.. Entries.Keys]);
        return new EntryAct(option, false, (result, who) => result.GetValue(option) is { } which ? [seen => new Discard(who, seen, Entries[which])] : []);
    }

    private static EntryAct Return()
    {
        var option = new Option<string[]?>("--return") { HelpName = "CELL", Description = "Coordinator: have cells keyed again, beside those that differ.", AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.ZeroOrMore };
        return new EntryAct(option, false, (result, who) => result.GetResult(option) is { Implicit: false } ? [seen => new Return(who, seen, result.GetValue(option) ?? [])] : []);
    }
}
