using System.CommandLine;
using System.Text;
using Mandate.Electoral.Certificates;
using Mandate.Electoral.Margins;
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
        var certificate = new Option<bool>("--certificate") { Description = "The inequalities on whole numbers from which every result follows; with --format json in the form of docs/certificates.md." };
        var margins = new Option<bool>("--margins") { Description = "How many votes would have to move from one list to another for each seat to change, the closest first." };
        var format = Options.Format();
        var language = Options.Language();
        var command = new Command(
            "explain",
            """
            Show how the seats follow from the votes, step by step, with articles.

            Examples:
              mandate explain kz-majilis-2021 --seat 98
              mandate explain kz-majilis-2021 --certificate
              mandate explain kz-majilis-2021 --margins
              mandate explain no-storting-2025 --certificate --area oslo
            """)
        {
            election, list, area, seat, certificate, margins, lots, facts, law, on, format, language,
        };
        command.Validators.Add(r =>
        {
            if (r.GetValue(list) is not null && r.GetValue(seat) is not null)
            {
                r.AddError("Found both --list and --seat; expected one of them.");
            }

            if ((r.GetValue(seat) is null ? 0 : 1) + (r.GetValue(certificate) ? 1 : 0) + (r.GetValue(margins) ? 1 : 0) > 1)
            {
                r.AddError("Found several of --seat, --certificate and --margins; expected one of them.");
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

            if (result.GetValue(certificate) || result.GetValue(margins))
            {
                Show(declaration, result.GetValue(certificate), result.GetRequiredValue(format) == "json", tongue, result.GetValue(list), result.GetValue(area), shell);
                return code;
            }

            if (result.GetRequiredValue(format) == "json")
            {
                shell.Out.Write(Encoding.UTF8.GetString(DeclarationJson.Write(declaration)));
            }
            else
            {
                PaperText.Write(DeclarationPaper.Derivation(declaration, tongue, result.GetValue(list), result.GetValue(area)), shell);
            }

            return code;
        });
        return command;
    }

    private static void Show(Declaration declaration, bool certificate, bool json, string language, string? list, string? area, Shell shell)
    {
        if (certificate)
        {
            if (json)
            {
                var proofs = Certificate.Of(declaration.Outcome);
                shell.Out.Write(Encoding.UTF8.GetString(CertificateJson.Write(proofs, declaration.Election.Id, declaration.Law.Reference, DeclarationJson.Name(declaration.Outcome.Status))));
            }
            else
            {
                PaperText.Write(DeclarationPaper.Certificate(declaration, language, list, area), shell);
            }

            return;
        }

        var margins = SeatMargins.Of(declaration.Law.Rules, declaration.Election.Input, declaration.Lots, declaration.Outcome);
        if (json)
        {
            shell.Out.Write(Encoding.UTF8.GetString(MarginJson.Write(declaration, margins)));
        }
        else
        {
            PaperText.Write(DeclarationPaper.Margins(declaration, margins, language, list, area), shell);
        }
    }
}
