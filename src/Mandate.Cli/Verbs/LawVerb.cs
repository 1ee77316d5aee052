using System.CommandLine;
using System.Globalization;
using Mandate.Laws;
using Mandate.Reports;
using Mandate.Reports.LawPacks;

namespace Mandate.Cli.Verbs;

/// <summary><c>law</c>: list, show and check law packs.</summary>
internal static class LawVerb
{
    public static Command Make(Shell shell)
    {
        var command = new Command("law", "List, show and check electoral laws.\n\nExample: mandate law show kz/majilis@2020-05-25") { List(shell), Show(shell), Check(shell) };
        return command;
    }

    private static Command List(Shell shell)
    {
        var language = Options.Language();
        var format = Options.Format();
        var command = new Command("list", "Every law and version at hand.\n\nExample: mandate law list --language kk") { format, language };
        command.SetAction(result =>
        {
            if (shell.Catalogue() is not { } catalogue)
            {
                return Exit.BadInput;
            }

            var laws = catalogue.LawIds.Select(catalogue.Law).ToList();
            foreach (var finding in laws.SelectMany(l => l.Findings.All))
            {
                shell.Error.WriteLine(finding.ToString());
            }

            if (result.GetRequiredValue(format) == "json")
            {
                shell.Out.Write(LawJson.List(laws.Select(l => l.Law).OfType<Law>()));
            }
            else
            {
                PaperText.Write(LawPaper.List(laws.Select(l => l.Law).OfType<Law>(), result.GetRequiredValue(language)), shell);
            }

            return laws.All(l => l.Law is not null) ? Exit.Done : Exit.No;
        });
        return command;
    }

    private static Command Show(Shell shell)
    {
        var law = new Argument<string>("LAW") { Description = "A law, or a law and version such as kz/majilis@2020-05-25." };
        var language = Options.Language();
        var format = Options.Format();
        var command = new Command("show", "The versions of a law, or the steps of one version.\n\nExample: mandate law show kz/majilis@2020-05-25") { law, format, language };
        command.SetAction(result =>
        {
            if (shell.Catalogue() is not { } catalogue)
            {
                return Exit.BadInput;
            }

            var reference = result.GetRequiredValue(law);
            var tongue = result.GetRequiredValue(language);
            var isJson = result.GetRequiredValue(format) == "json";
            var (found, findings) = catalogue.Law(reference.Split('@')[0]);
            if (found is null)
            {
                return findings.IsEmpty ? shell.Refuse($"Found no law '{reference}'; expected one of {string.Join(", ", catalogue.LawIds)}.") : shell.Refuse(findings);
            }

            if (reference.Split('@') is not [_, var id])
            {
                return Tell(shell, isJson ? LawJson.Show(found) : null, () => LawPaper.List([found], tongue));
            }

            if (found.Version(id) is not { } version)
            {
                return shell.Refuse($"Found no version '{id}' of {found.Id}; expected one of {string.Join(", ", found.Versions.Select(v => v.Id))}.");
            }

            return Tell(shell, isJson ? LawJson.Show(version) : null, () => LawPaper.Version(found, version, tongue));
        });
        return command;
    }

    private static int Tell(Shell shell, string? json, Func<Paper> paper)
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

    private static Command Check(Shell shell)
    {
        var file = new Argument<string>("FILE") { Description = "A law file." };
        var format = Options.Format();
        var command = new Command("check", "Check a law file; every fault is named with file, line and column.\n\nExample: mandate law check laws/kz/majilis.yaml") { file, format };
        command.SetAction(result =>
        {
            var path = result.GetRequiredValue(file);
            if (!File.Exists(path))
            {
                return shell.Refuse($"Found no file '{path}'; expected a law file.");
            }

            var (law, findings) = Catalogue.LawFile(path);
            if (result.GetRequiredValue(format) == "json")
            {
                shell.Out.Write(LawJson.Check(path, findings));
            }
            else if (law is not null)
            {
                shell.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {law.Id}, {law.Versions.Count} versions, no fault."));
            }
            else
            {
                var count = shell.Say(findings);
                shell.Error.WriteLine(count == 1 ? "1 fault." : $"{count} faults.");
            }

            return law is not null ? Exit.Done
                : findings.All.Any(f => f.Found.StartsWith("YAML that cannot be read", StringComparison.Ordinal) || f.Line == 0) ? Exit.BadInput : Exit.No;
        });
        return command;
    }
}
