using System.CommandLine;
using System.CommandLine.Parsing;
using Mandate.Cli.Verbs;
using Mandate.Cli.Verbs.Archiving;
using Mandate.Laws;

namespace Mandate.Cli;

/// <summary>Reads the words of the command line and hands them to a verb.</summary>
internal static class CommandLine
{
    private static readonly Verb[] Verbs =
    [
        new("apportion", ApportionVerb.Make),
        new("declare", DeclareVerb.Make, ReadsLaws: true),
        new("explain", ExplainVerb.Make, ReadsLaws: true),
        new("parliament", ParliamentVerb.Make, ReadsLaws: true),
        new("law", LawVerb.Make, ReadsLaws: true),
        new("results", ResultsVerb.Make),
        new("archive", ArchiveVerb.Make),
        new("serve", ServeVerb.Make),
    ];

    public static async Task<int> RunAsync(string[] args, Shell shell)
    {
        // Only the verb that is asked for is made ready; help and mistakes look at all of them.
        var named = Array.FindAll(Verbs, v => args.Length > 0 && v.Name == args[0]);
        if (named is [{ ReadsLaws: true }])
        {
            // Nobody waits for it: whoever reads a law before it is done loads the same things.
            _ = Task.Run(Catalogue.Prepare);
        }

        var root = new RootCommand(
            """
            Mandate: every seat traces to its votes, and every vote to the page that records it.

            Examples:
              mandate declare kz-majilis-2021
              mandate explain kz-majilis-2021 --list ak_zhol
              mandate parliament kz --on 2021-01-22 --compare
              mandate law list
              mandate law show kz/majilis@2020-05-25
              mandate results forms
              mandate results check --form ru-precinct --mapping ru-2021 stations.csv
              mandate apportion --method dhondt --seats 98 --threshold 7 votes.csv

            Ends with 0 done, 1 the answer is no, 2 wrong use or bad input, 3 something is needed first.
            """);
        foreach (var verb in named.Length == 0 ? Verbs : named)
        {
            root.Add(verb.Make(shell));
        }

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await shell.Error.WriteLineAsync(error.Message);
            }

            await shell.Error.WriteLineAsync($"See: mandate {Words(parsed.CommandResult)}--help");
            return Exit.BadInput;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = shell.Out, Error = shell.Error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or OverflowException)
        {
            // A state that cannot be reached: one line for the user, who can do nothing about it but tell us.
            await shell.Error.WriteLineAsync($"A fault in Mandate itself, nothing was written: {e.Message}");
            return Exit.BadInput;
        }
    }

    /// <summary>The first word of a command line, what reads the words behind it, and whether that opens laws.</summary>
    private sealed record Verb(string Name, Func<Shell, Command> Make, bool ReadsLaws = false);

    /// <summary>A verb with those above it, and a space behind.</summary>
    private static string Words(CommandResult verb) =>
        verb.Command is RootCommand ? string.Empty : (verb.Parent is CommandResult above ? Words(above) : string.Empty) + verb.Command.Name + " ";
}
