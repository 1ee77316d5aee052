using System.CommandLine;
using Mandate.Results.Counts;

namespace Mandate.Cli.Verbs.Counting;

/// <summary><c>results tally</c> and <c>results status</c>: totals of a unit, and how far the units inside it are.</summary>
internal static class TallyVerb
{
    public static Command Tally(Shell shell)
    {
        var unit = CountWords.Unit();
        var preliminary = new Option<bool>("--preliminary") { Description = "The preliminary totals; without it the final ones stand beside them." };
        var (format, language, data) = (Options.Format(), Options.Language(), CountWords.Data());
        var command = new Command("tally", "The totals of a unit: every figure, in how many protocols it is known, preliminary and final side by side.\n\nExamples:\n  mandate results tally --data count\n  mandate results tally region-3 --format json --data count") { unit, preliminary, format, language, data };
        command.SetAction(result => CountWords.With(shell, result.GetValue(data), false, count =>
            One(shell, count, result.GetValue(unit)) is { } id
                ? Show(shell, result.GetRequiredValue(format), new CountPaper(result.GetRequiredValue(language), count), p => p.Tally(id), p => p.TallyJson(id))
                : Exit.BadInput));
        return command;
    }

    public static Command Status(Shell shell)
    {
        var unit = CountWords.Unit();
        var (format, language, data) = (Options.Format(), Options.Language(), CountWords.Data());
        var command = new Command("status", "How far the units inside a unit are: protocols due, counted, being entered, set aside, signed off.\n\nExamples:\n  mandate results status --data count\n  mandate results status region-3 --data count") { unit, format, language, data };
        command.SetAction(result => CountWords.With(shell, result.GetValue(data), false, count =>
            One(shell, count, result.GetValue(unit)) is { } id
                ? Show(shell, result.GetRequiredValue(format), new CountPaper(result.GetRequiredValue(language), count), p => p.Status(id), p => p.StatusJson(id))
                : Exit.BadInput));
        return command;
    }

    /// <summary>The unit that is named, or the one at the top; null after saying what is wrong.</summary>
    internal static string? One(Shell shell, Count count, string? unit)
    {
        if (unit is null)
        {
            return count.Units.Units[0].Id;
        }

        if (count.Units.Find(unit) >= 0)
        {
            return unit;
        }

        shell.Refuse($"Found no unit '{unit}'; 'mandate results status' lists units.");
        return null;
    }

    internal static int Show(Shell shell, string format, CountPaper paper, Func<CountPaper, Reports.Paper> text, Func<CountPaper, string> json)
    {
        if (format == "json")
        {
            shell.Out.Write(json(paper));
        }
        else
        {
            PaperText.Write(text(paper), shell);
        }

        return Exit.Done;
    }
}
