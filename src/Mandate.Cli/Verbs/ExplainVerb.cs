using System.CommandLine;
using Mandate.Reports.Elections;

namespace Mandate.Cli.Verbs;

/// <summary><c>explain</c>: the derivation, step by step, with articles.</summary>
internal static class ExplainVerb
{
    public static Command Make(Shell shell)
    {
        var election = Options.Election();
        var lots = Options.Lots();
        var facts = Options.Facts();
        var law = Options.Law();
        var on = Options.On("The day the outcome is looked at.");
        var list = new Option<string?>("--list") { HelpName = "L", Description = "Only the lines of this list." };
        var area = new Option<string?>("--area") { HelpName = "AREA", Description = "Only this constituency or wider area." };
        var seat = new Option<int?>("--seat") { HelpName = "N", Description = "Which list takes the Nth seat of the list tier, and why." };
        var format = Options.Format();
        var language = Options.Language();
        var command = new Command("explain", "Show how the seats follow from the votes, step by step, with articles.\n\nExample: mandate explain kz-majilis-2021 --seat 98")
        {
            election, list, area, seat, lots, facts, law, on, format, language,
        };
        command.Validators.Add(r =>
        {
            if (r.GetValue(list) is not null && r.GetValue(seat) is not null)
            {
                r.AddError("Found both --list and --seat; expected one of them.");
            }
        });
        command.SetAction(result =>
        {
            var words = new ElectionWords(result.GetRequiredValue(election), result.GetValue(law), result.GetValue(lots) ?? [], result.GetValue(facts) ?? [], result.GetValue(on));
            var (declaration, code) = Elections.Run(shell, words);
            if (declaration is null)
            {
                return code;
            }

            var tongue = result.GetRequiredValue(language);
            if (result.GetValue(list) is { } only && declaration.Election.Lists.All(l => l.Id != only) && !declaration.Election.Persons.ContainsKey(only))
            {
                return shell.Refuse($"Found no list '{only}'; expected one of {string.Join(", ", declaration.Election.Lists.Select(l => l.Id).Concat(declaration.Election.Persons.Keys).Distinct())}.");
            }

            if (result.GetValue(area) is { } place && declaration.Outcome.Parts.All(p => p.Id != place))
            {
                return shell.Refuse($"Found no area '{place}'; expected one of {string.Join(", ", declaration.Outcome.Parts.Select(p => p.Id).Distinct())}.");
            }

            if (result.GetValue(seat) is { } number)
            {
                var isJson = result.GetRequiredValue(format) == "json";
                if ((isJson ? SeatStory.Json(declaration, number, tongue) : SeatStory.Tell(declaration, number, tongue) + "\n") is not { Length: > 1 } story)
                {
                    return shell.Refuse($"Found no seat {number} that an allocation to lists gave; expected 1 to {SeatStory.Seats(declaration)}.");
                }

                shell.Out.Write(story);
                return code;
            }

            if (result.GetRequiredValue(format) == "json")
            {
                shell.Out.Write(System.Text.Encoding.UTF8.GetString(DeclarationJson.Write(declaration)));
            }
            else
            {
                PaperText.Write(DeclarationPaper.Derivation(declaration, tongue, result.GetValue(list), result.GetValue(area)), shell);
            }

            return code;
        });
        return command;
    }
}
