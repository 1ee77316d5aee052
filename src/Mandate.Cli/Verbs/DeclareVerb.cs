using System.CommandLine;
using Mandate.Reports.Elections;

namespace Mandate.Cli.Verbs;

/// <summary><c>declare</c>: law and votes make seats, a chamber and papers.</summary>
internal static class DeclareVerb
{
    public static Command Make(Shell shell)
    {
        var election = Options.Election();
        var lots = Options.Lots();
        var facts = Options.Facts();
        var law = Options.Law();
        var on = Options.On("The day the outcome is looked at; deadlines before it have passed.");
        var folder = new Option<string?>("--out") { HelpName = "DIR", Description = "Write declaration.json, hemicycle.svg and declaration.pdf into this folder." };
        var format = Options.Format();
        var language = Options.Language();
        var command = new Command(
            "declare",
            """
            Carry out an election: seats, chamber, papers. What comes from published figures is a recalculation, not an act of the commission.

            Examples:
              mandate declare kz-majilis-2021 --out papers --language kk
              mandate declare kz-majilis-2007 --law kz/majilis@2009-02-09
              mandate declare my-election --fact lists/nation:registered.A=2020-11-20
            """)
        {
            election, lots, facts, law, on, folder, format, language,
        };
        command.SetAction(async (result, cancel) =>
        {
            var words = new ElectionWords(result.GetRequiredValue(election), result.GetValue(law), result.GetValue(lots) ?? [], result.GetValue(facts) ?? [], result.GetValue(on));
            var json = result.GetRequiredValue(format) == "json";

            // The layout is made ready on another core while the election is carried out.
            var layout = json ? Task.CompletedTask : Task.Run(() => PaperText.Prepare(shell), cancel);
            var (declaration, code) = Elections.Run(shell, words);
            await layout;
            if (declaration is null)
            {
                return code;
            }

            var tongue = result.GetRequiredValue(language);
            if (json)
            {
                shell.Out.Write(System.Text.Encoding.UTF8.GetString(DeclarationJson.Write(declaration)));
            }
            else
            {
                PaperText.Write(DeclarationPaper.Result(declaration, tongue), shell);
            }

            if (result.GetValue(folder) is { } target && !await PaperFolder.WriteAsync(declaration, tongue, target, shell, cancel))
            {
                return Exit.BadInput;
            }

            return code;
        });
        return command;
    }
}
