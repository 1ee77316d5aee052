using System.CommandLine;
using Mandate.Results.Counts;
using Mandate.Results.Entries;

namespace Mandate.Cli.Verbs.Counting;

/// <summary><c>results enter</c>: people key protocols and decide about them.</summary>
internal static class EnterVerb
{
    public static Command Make(Shell shell)
    {
        var unit = new Argument<string?>("UNIT") { Description = "Id of the unit.", Arity = ArgumentArity.ZeroOrOne };
        var file = new Option<string?>("--file") { HelpName = "FILE", Description = "Key the protocols of a CSV (unit, FIGURE, FIGURE:LIST), each as an entry of this person; a line tells each that is saved." };
        var set = new Option<string[]>("--set") { HelpName = "CELL=FIGURE", Description = "A cell and its figure, such as found=812 or votes:green=97; nothing behind = is blank. May be given several times.", AllowMultipleArgumentsPerToken = true };
        var explain = new Option<string[]>("--explain") { HelpName = "CODE[:LIST]=TEXT", Description = "Why a warning is right as it is." };
        var seen = new Option<long?>("--seen") { HelpName = "N", Description = "The revision you saw; another one now is refused. The present one where it is not given." };
        var withErrors = new Option<bool>("--with-errors") { Description = "With --finish or --file: the paper has these errors." };
        var role = new Option<EntryRole>("--role") { Description = "typist, coordinator or observer.", DefaultValueFactory = _ => EntryRole.Typist };
        var acts = EntryActs.All;
        var (format, language, data, actor) = (Options.Format(), Options.Language(), CountWords.Data(), CountWords.Actor());
        var command = new Command(
            "enter",
            """
            Key the protocol of a unit, twice by two people; or decide about one, as a coordinator. Without anything to do it shows where the entry stands.

            Examples:
              mandate results enter p-0017 --as t1 --open --data count
              mandate results enter p-0017 --as t1 --set registered=1204 found=812 --finish --data count
              mandate results enter --as t2 --file tablet.csv --data count
              mandate results enter p-0017 --as c1 --role coordinator --return found --data count
              mandate results enter p-0017 --as c1 --role coordinator --correct "the protocol was corrected on 12 January" --data count

            Ends with 0 saved, 1 refused, 2 wrong use or bad input.
            """)
        { unit, file, set, explain, seen, withErrors, role, format, language, actor, data };
        foreach (var act in acts)
        {
            command.Options.Add(act.Option);
        }

        command.SetAction(result =>
        {
            var who = new EntryActor(result.GetRequiredValue(actor), result.GetValue(role));
            if (result.GetValue(file) is { } path)
            {
                return CountWords.With(shell, result.GetValue(data), true, count => Batch(shell, count, path, who, result.GetValue(withErrors)));
            }

            if (result.GetValue(unit) is not { } id)
            {
                return shell.Refuse("Found no UNIT and no --file; name one of them.");
            }

            var steps = new List<Func<long, EntryCommand>>();
            string? fault = null;
            steps.AddRange(acts.Where(a => a.Before).SelectMany(a => a.Make(result, who)));
            if ((result.GetValue(set) ?? []) is { Length: > 0 } cells)
            {
                fault ??= cells.FirstOrDefault(c => !c.Contains('=', StringComparison.Ordinal));
                steps.Add(revision => new Key(who, revision, [.. cells.Select(c => new KeyedCell(c[..Math.Max(0, c.IndexOf('=', StringComparison.Ordinal))], c[(c.IndexOf('=', StringComparison.Ordinal) + 1)..]))]));
            }

            foreach (var text in result.GetValue(explain) ?? [])
            {
                var cut = text.IndexOf('=', StringComparison.Ordinal);
                fault ??= cut < 1 ? text : null;
                var code = text[..Math.Max(0, cut)].Split(':', 2);
                steps.Add(revision => new Explain(who, revision, code[0], code.Length > 1 ? code[1] : null, text[(cut + 1)..]));
            }

            if (fault is not null)
            {
                return shell.Refuse($"Found '{fault}'; expected CELL=FIGURE after --set and CODE=TEXT after --explain.");
            }

            steps.AddRange(acts.Where(a => !a.Before).SelectMany(a => a.Make(result, who)));
            return CountWords.With(shell, result.GetValue(data), steps.Count > 0, count => One(shell, count, id, who, steps, result.GetValue(seen), result.GetRequiredValue(format) == "json", result.GetRequiredValue(language)));
        });
        return command;
    }

    private static int One(Shell shell, Count count, string unit, EntryActor who, List<Func<long, EntryCommand>> steps, long? seen, bool isJson, string language)
    {
        if (count.Units.Find(unit) is not (>= 0 and var at) || !count.Units.Reports(at))
        {
            return shell.Refuse($"Found no unit '{unit}' that reports a protocol.");
        }

        var paper = new CountPaper(language, count);
        var answer = steps.Count == 0 ? new DeskAnswer(count.Look(unit, who), null, 0) : count.Enter(unit, who, steps, seen);
        if (answer.Refusal is { } refusal)
        {
            shell.Error.WriteLine(new Reports.Language.Speech(language).Of(refusal.Says));
            foreach (var fault in refusal.Faults)
            {
                shell.Error.WriteLine($"{fault.Where}: found {fault.Found}; expected {fault.Expected}");
            }
        }

        if (isJson)
        {
            shell.Out.Write(paper.Json(unit, answer));
        }
        else
        {
            PaperText.Write(paper.Entry(unit, answer), shell);
        }

        return answer.Refusal is null ? Exit.Done : Exit.No;
    }

    /// <summary>Every protocol of a file as one person's entry, each durable before its line is written.</summary>
    private static int Batch(Shell shell, Count count, string path, EntryActor who, bool withErrors)
    {
        if (!File.Exists(path))
        {
            return shell.Refuse($"Found no file '{path}'; expected a CSV of protocols.");
        }

        var (protocols, faults) = count.ReadEntries(path);
        if (protocols is null)
        {
            return shell.Refuse(faults);
        }

        var refused = 0;
        foreach (var (unit, cells) in protocols)
        {
            var answer = count.EnterWhole(unit, who, cells, withErrors);
            refused += answer.Refusal is null ? 0 : 1;
            shell.Out.WriteLine(answer.Refusal is { } why ? $"{unit}\trefused\t{why.Kind}" : $"{unit}\t{answer.Face.Stage}\t{answer.Face.Version}");
        }

        return refused == 0 ? Exit.Done : Exit.No;
    }
}
