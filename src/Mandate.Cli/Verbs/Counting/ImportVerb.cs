using System.CommandLine;
using Mandate.Results.Counts;

namespace Mandate.Cli.Verbs.Counting;

/// <summary><c>results import</c>: takes a file of protocols into a count.</summary>
internal static class ImportVerb
{
    public static Command Make(Shell shell)
    {
        var mapping = new Option<string?>("--mapping") { HelpName = "FILE", Description = "Which column is which figure: a mapping's id, or a YAML file." };
        var preliminary = new Option<bool>("--preliminary") { Description = "Figures of election night; they are kept beside the final ones." };
        var warnings = new Option<string?>("--accept-warnings") { HelpName = "REASON", Description = "Why protocols that fail a check of plausibility are accepted; without it they wait for an explanation each." };
        var errors = new Option<string?>("--accept-errors") { HelpName = "REASON", Description = "Why protocols whose figures contradict each other are accepted as they are; without it they are set aside." };
        var correct = new Option<string?>("--correct") { HelpName = "REASON", Description = "Why other figures may take the place of accepted ones; without it they are a fault." };
        var most = new Option<int>("--most") { HelpName = "N", Description = "How many findings are shown; all are counted.", DefaultValueFactory = _ => 20 };
        most.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int>() is < 0 or > 1_000_000)
            {
                r.AddError($"Found {r.GetValueOrDefault<int>()} findings; expected 0 to 1000000.");
            }
        });
        var (format, language) = (Options.Format(), Options.Language());
        var (data, actor) = (CountWords.Data(), CountWords.Actor());
        var file = new Argument<string>("FILE") { Description = "CSV with one protocol a row, or a zip with one CSV inside." };
        var command = new Command(
            "import",
            """
            Take a file of protocols into the count: all of it, or nothing where it has any fault.

            Examples:
              mandate results import results.csv --mapping il-knesset-24 --data count
              mandate results import night.csv --preliminary --data count
              mandate results import ru-2021.csv.zip --mapping ru-2021 --accept-warnings "as published" --accept-errors "as published" --data count
              mandate results import again.csv --correct "recount ordered on 14 January" --data count

            Ends with 0 taken in, 2 wrong use or a file with faults, 3 protocols wait for people.
            """)
        { mapping, preliminary, warnings, errors, correct, most, format, language, actor, data, file };
        command.SetAction(result => CountWords.With(shell, result.GetValue(data), true, count =>
        {
            var path = result.GetRequiredValue(file);
            if (!File.Exists(path))
            {
                return shell.Refuse($"Found no file '{path}'; expected a CSV with one protocol a row.");
            }

            var (map, code) = FormWords.Mapping(shell, count.Form, result.GetValue(mapping));
            if (code != Exit.Done)
            {
                return code;
            }

            var options = new ImportOptions(
                map, result.GetRequiredValue(actor), result.GetValue(preliminary) ? Phase.Preliminary : Phase.Final, result.GetValue(warnings), result.GetValue(correct), result.GetValue(errors),
                result.GetValue(most), CountWords.Progress(shell));
            var (done, faults) = count.Import(path, options);
            CountWords.EndProgress(shell);
            if (done is null)
            {
                return shell.Refuse(faults);
            }

            var paper = new CountPaper(result.GetRequiredValue(language), count);
            if (result.GetRequiredValue(format) == "json")
            {
                shell.Out.Write(paper.Json(done));
            }
            else
            {
                PaperText.Write(paper.Import(done), shell);
            }

            return done.Waiting + done.LeftOut > 0 ? Exit.NeededFirst : Exit.Done;
        }));
        return command;
    }
}
