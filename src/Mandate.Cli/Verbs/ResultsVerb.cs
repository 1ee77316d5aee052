using System.CommandLine;
using Mandate.Cli.Verbs.Counting;
using Mandate.Laws;
using Mandate.Results;

namespace Mandate.Cli.Verbs;

/// <summary><c>results</c>: polling-station protocols and their checks.</summary>
internal static class ResultsVerb
{
    public static Command Make(Shell shell) =>
        new("results", "Polling-station protocols: their forms and checks, and the count of an election from its units to its declaration.\n\nExamples:\n  mandate results check --form se-district --mapping se-2022 districts.csv\n  mandate results open il-knesset-24 --form il-precinct --stations results.csv --mapping il-knesset-24 --imports acceptance --data count\n  mandate results import results.csv --mapping il-knesset-24 --data count\n  mandate results tally --data count")
        {
            Check(shell),
            Forms(shell),
            OpenVerb.Open(shell),
            OpenVerb.Activate(shell),
            ImportVerb.Make(shell),
            TallyVerb.Tally(shell),
            TallyVerb.Status(shell),
            KeepVerbs.Verify(shell),
            KeepVerbs.BackUp(shell),
            KeepVerbs.Restore(shell),
            KeepVerbs.Ledger(shell),
            EnterVerb.Make(shell),
            ScreenVerb.Make(shell),
            DecideVerbs.Units(shell),
            DecideVerbs.SignOff(shell),
            DecideVerbs.Declare(shell),
            KeepVerbs.Proof(shell),
            KeepVerbs.Journal(shell),
            ResultsGenerateVerb.Make(shell),
        };

    private static Command Check(Shell shell)
    {
        var form = new Option<string>("--form") { HelpName = "FORM", Description = "A form's id, such as kz-precinct, or a YAML file.", Required = true };
        var mapping = new Option<string?>("--mapping") { HelpName = "FILE", Description = "Which column is which figure: a mapping's id, such as ru-2021, or a YAML file. Without one the columns are named unit, FIGURE, and FIGURE:LIST." };
        var variant = new Option<string?>("--variant") { HelpName = "V", Description = "The form's variant; its first where there are several." };
        var role = new Option<string>("--role") { Description = "Whose words: official or observer.", DefaultValueFactory = _ => "official" };
        role.AcceptOnlyFromAmong([.. CheckWords.Roles]);
        var most = new Option<int>("--most") { HelpName = "N", Description = "How many findings are shown; all are counted.", DefaultValueFactory = _ => 100 };
        most.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int>() is < 0 or > 1_000_000)
            {
                r.AddError($"Found {r.GetValueOrDefault<int>()} findings; expected 0 to 1000000.");
            }
        });
        var language = Options.Language();
        var format = Options.Format();
        var file = new Argument<string>("FILE") { Description = "CSV with one protocol a row, a zip with one CSV inside, or - for standard input." };
        var command = new Command(
            "check",
            """
            Put every protocol of a file to the checks of a form, and add its figures up.

            Examples:
              mandate results check --form se-district --mapping se-2022 districts.csv
              mandate results check --form ru-precinct --mapping ru-2021 --most 20 ru-2021.csv.zip
              mandate results check --form kz-precinct --role observer --language kk - < protocols.csv

            Ends with 0 no error was found, 1 there are errors, 2 wrong use or a file with faults.
            """)
        { form, mapping, variant, role, most, format, language, file };
        command.SetAction(result =>
        {
            var words = new ResultsPaper(result.GetRequiredValue(language), result.GetRequiredValue(role));
            return Run(shell, result.GetRequiredValue(form), result.GetValue(mapping), result.GetValue(variant), result.GetValue(most), result.GetRequiredValue(format) == "json", words, result.GetRequiredValue(file));
        });
        return command;
    }

    private static int Run(Shell shell, string formId, string? mappingId, string? variant, int most, bool isJson, ResultsPaper words, string file)
    {
        var (form, mapping, code) = FormWords.Find(shell, formId, mappingId);
        if (form is null)
        {
            return code;
        }

        if (variant is not null && !form.Variants.Any(v => v.Id == variant))
        {
            return shell.Refuse(form.Variants.Count == 0 ? $"Found variant '{variant}'; the form {form.Id} has none." : $"Found variant '{variant}'; expected one of {string.Join(", ", form.Variants.Select(v => v.Id))}.");
        }

        if (file != "-" && !File.Exists(file))
        {
            return shell.Refuse($"Found no file '{file}'; expected a CSV with one protocol a row.");
        }

        var options = new CheckOptions(form, mapping, variant, most, shell.Progress ? n => shell.Error.Write($"\r{n} protocols …") : null);
        CheckReport? report;
        Findings faults;
        if (file == "-")
        {
            using var input = shell.OpenInput();
            (report, faults) = ProtocolCheck.Stream(input, "standard input", options);
        }
        else
        {
            (report, faults) = ProtocolCheck.File(file, options);
        }

        if (shell.Progress)
        {
            shell.Error.Write("\r                              \r");
        }

        if (report is null)
        {
            return shell.Refuse(faults);
        }

        if (isJson)
        {
            shell.Out.Write(words.Json(report));
        }
        else
        {
            PaperText.Write(words.Report(report), shell);
        }

        return report.Errors > 0 ? Exit.No : Exit.Done;
    }

    private static Command Forms(Shell shell)
    {
        var form = new Argument<string?>("FORM") { Description = "Shows the figures and checks of one form: an id or a YAML file.", Arity = ArgumentArity.ZeroOrOne };
        var language = Options.Language();
        var format = Options.Format();
        var command = new Command("forms", "Every form and mapping at hand, or the figures and checks of one form.\n\nExamples:\n  mandate results forms\n  mandate results forms nl-precinct") { form, format, language };
        command.SetAction(result =>
        {
            if (shell.Catalogue() is not { } laws)
            {
                return Exit.BadInput;
            }

            var catalogue = new FormCatalogue(laws.Root);
            var words = new ResultsPaper(result.GetRequiredValue(language), "official");
            var isJson = result.GetRequiredValue(format) == "json";
            if (result.GetValue(form) is { } wanted)
            {
                var (found, faults) = catalogue.Form(wanted);
                return found is not null ? Tell(shell, isJson ? words.Json(found) : null, () => words.Form(found))
                    : faults.IsEmpty ? shell.Refuse($"Found no form '{wanted}'; expected a YAML file or one of {string.Join(", ", catalogue.FormIds)}.") : shell.Refuse(faults);
            }

            var read = catalogue.FormIds.Select(catalogue.Form).ToList();
            foreach (var finding in read.SelectMany(r => r.Findings.All))
            {
                shell.Error.WriteLine(finding.ToString());
            }

            List<Form> forms = [.. read.Select(r => r.Form).OfType<Form>()];
            Tell(shell, isJson ? ResultsPaper.Json(forms, catalogue.MappingIds) : null, () => words.Forms(forms, catalogue.MappingIds));
            return read.TrueForAll(r => r.Form is not null) ? Exit.Done : Exit.No;
        });
        return command;
    }

    private static int Tell(Shell shell, string? json, Func<Reports.Paper> paper)
    {
        if (json is not null)
        {
            shell.Out.Write(json);
        }
        else
        {
            PaperText.Write(paper(), shell);
        }

        return Exit.Done;
    }
}
