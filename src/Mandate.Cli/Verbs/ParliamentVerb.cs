using System.CommandLine;
using Mandate.Reports.Parliaments;

namespace Mandate.Cli.Verbs;

/// <summary><c>parliament</c>: all chambers on a day.</summary>
internal static class ParliamentVerb
{
    public static Command Make(Shell shell)
    {
        var country = new Argument<string>("COUNTRY") { Description = "A country's id, such as kz." };
        var on = Options.On("The day.");
        on.Required = true;
        var compare = new Option<bool>("--compare") { Description = "Set the term before beside each group; renamed parties are followed." };
        var format = Options.Format();
        var language = Options.Language();
        var command = new Command("parliament", "Show all chambers on a day, and what each majority needs.\n\nExample: mandate parliament kz --on 2021-01-22 --compare")
        {
            country, on, compare, format, language,
        };
        command.SetAction(result =>
        {
            if (shell.Catalogue() is not { } catalogue)
            {
                return Exit.BadInput;
            }

            var (parliament, findings) = catalogue.Parliament(result.GetRequiredValue(country));
            if (parliament is null)
            {
                return findings.IsEmpty
                    ? shell.Refuse($"Found no country '{result.GetRequiredValue(country)}'; expected one of {string.Join(", ", catalogue.Countries)}.")
                    : shell.Refuse(findings);
            }

            var sitting = Sitting.On(catalogue, parliament, result.GetValue(on)!.Value);
            if (result.GetRequiredValue(format) == "json")
            {
                shell.Out.Write(System.Text.Encoding.UTF8.GetString(SittingJson.Write(sitting)));
            }
            else
            {
                PaperText.Write(SittingPaper.Write(sitting, result.GetRequiredValue(language), result.GetValue(compare)), shell);
            }

            return Exit.Done;
        });
        return command;
    }
}
