using System.CommandLine;
using Mandate.Laws;
using Mandate.Results.Counts;
using Mandate.Results.Screening;

namespace Mandate.Cli.Verbs.Counting;

/// <summary><c>results screen</c>: questions to the paper beside the checks.</summary>
internal static class ScreenVerb
{
    public static Command Make(Shell shell)
    {
        var previous = new Option<string?>("--previous") { HelpName = "DIR", Description = "The count of the election before, to compare units with." };
        var rules = new Option<string?>("--rules") { HelpName = "FILE", Description = "Limits of the screens; those of forms/screens/standard.yaml where it is not given." };
        var role = new Option<string>("--role") { Description = "Whose words: official or observer.", DefaultValueFactory = _ => "official" };
        role.AcceptOnlyFromAmong([.. Results.CheckWords.Roles]);
        var (format, language, data) = (Options.Format(), Options.Language(), CountWords.Data());
        var command = new Command("screen", "Look at counted protocols for slips that no check can prove: exchanged rows and digits, zeros, equal protocols, changes unlike those next door. Each is a question to the paper and says nothing about how it came about.\n\nExamples:\n  mandate results screen --data count\n  mandate results screen --previous count-2017 --data count") { previous, rules, role, format, language, data };
        command.SetAction(result => CountWords.With(shell, result.GetValue(data), false, count =>
        {
            if (shell.Catalogue() is not { } catalogue)
            {
                return Exit.BadInput;
            }

            var findings = new Findings();
            var path = result.GetValue(rules) ?? Path.Combine(catalogue.Root, "forms", "screens", "standard.yaml");
            if (ScreenRules.Read(path, path, findings) is not { } limits)
            {
                return shell.Refuse(findings);
            }

            ScreenTable? before = null;
            if (result.GetValue(previous) is { } folder)
            {
                using var old = Count.OpenToRead(folder, TimeProvider.System);
                before = old.Screened();
            }

            var report = Screens.Run(count.Screened(), limits, before);
            var paper = new CountPaper(result.GetRequiredValue(language), count);
            return TallyVerb.Show(shell, result.GetRequiredValue(format), paper, p => p.Screens(report, result.GetRequiredValue(role)), p => p.Json(report));
        }));
        return command;
    }
}
