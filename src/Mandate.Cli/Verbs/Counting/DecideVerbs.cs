using System.CommandLine;
using System.Text;
using Mandate.Electoral;
using Mandate.Laws;
using Mandate.Reports.Elections;
using Mandate.Results.Counts;
using Mandate.Results.Units;

namespace Mandate.Cli.Verbs.Counting;

/// <summary><c>results units</c>, <c>sign-off</c> and <c>declare</c>: what commissions decide about a count.</summary>
internal static class DecideVerbs
{
    public static Command Units(Shell shell)
    {
        var file = new Argument<string>("FILE") { Description = "The new units as CSV (unit,parent,kind,name), EML_NL 110a or 110b, or a NIST election report." };
        var (data, actor) = (CountWords.Data(), CountWords.Actor());
        var command = new Command("units", "Put a new version of the units in the place of the old one; counted protocols stay with their units.\n\nExample: mandate results units units-2.csv --data count") { file, actor, data };
        command.SetAction(result => CountWords.With(shell, result.GetValue(data), true, count =>
        {
            var path = result.GetRequiredValue(file);
            var faults = new Findings();
            if (!File.Exists(path))
            {
                return shell.Refuse($"Found no file '{path}'; expected units.");
            }

            if (OpenVerb.UnitsOf(path, faults) is not { } units)
            {
                return shell.Refuse(faults);
            }

            var changes = UnitChanges.Between(count.Units, units);
            var leaf = count.Replace(units, result.GetRequiredValue(actor), faults);
            if (!faults.IsEmpty)
            {
                return shell.Refuse(faults);
            }

            shell.Out.WriteLine(leaf is null ? "Nothing differs." : $"Leaf {leaf}: {string.Join(", ", Enum.GetValues<UnitChangeKind>().Where(k => changes.Count(k) > 0).Select(k => $"{changes.Count(k)} {k.ToString().ToLowerInvariant()}"))}.");
            return Exit.Done;
        }));
        return command;
    }

    public static Command SignOff(Shell shell)
    {
        var unit = CountWords.Unit();
        var (data, actor) = (CountWords.Data(), CountWords.Actor());
        var command = new Command("sign-off", "Sign a unit's totals off: every protocol inside it counts, and nothing waits.\n\nExamples:\n  mandate results sign-off region-3 --as central-7 --data count\n  mandate results sign-off --as central-7 --data count\n\nEnds with 0 signed, 3 protocols are missing or wait.") { unit, actor, data };
        command.SetAction(result => CountWords.With(shell, result.GetValue(data), true, count =>
        {
            if (TallyVerb.One(shell, count, result.GetValue(unit)) is not { } id)
            {
                return Exit.BadInput;
            }

            var (leaf, needed) = count.SignOff(id, result.GetRequiredValue(actor));
            if (leaf is null)
            {
                shell.Error.WriteLine($"Not signed: {needed}.");
                return Exit.NeededFirst;
            }

            shell.Out.WriteLine($"The totals of '{id}' are signed off in leaf {leaf}.");
            return Exit.Done;
        }));
        return command;
    }

    public static Command Declare(Shell shell)
    {
        var provisional = new Option<bool>("--provisional") { Description = "What the protocols counted so far would give; nothing is recorded." };
        var lots = Options.Lots();
        var folder = new Option<string?>("--out") { HelpName = "DIR", Description = "Write declaration.json, hemicycle.svg and declaration.pdf into this folder." };
        var (format, language) = (Options.Format(), Options.Language());
        var (data, actor) = (CountWords.Data(), CountWords.Actor());
        var command = new Command(
            "declare",
            """
            Carry the law out on what was counted, and record the result in the ledger: seats, chamber, papers.

            Examples:
              mandate results declare --provisional --data count
              mandate results declare --as central-7 --out papers --data count
              mandate results declare --lot lists/nation:allocate=green --as central-7 --data count

            Ends with 0 declared, 2 a lot does not fit, 3 something is needed first: a sign-off, a lot, a second round.
            """)
        { provisional, lots, folder, format, language, actor, data };
        command.SetAction(async (result, cancel) =>
        {
            var code = Exit.Done;
            Declaration? declaration = null;
            code = CountWords.With(shell, result.GetValue(data), !result.GetValue(provisional), count =>
                Run(shell, count, result.GetValue(provisional), result.GetValue(lots) ?? [], result.GetRequiredValue(actor), out declaration));
            if (declaration is null)
            {
                return code;
            }

            var tongue = result.GetRequiredValue(language);
            if (result.GetRequiredValue(format) == "json")
            {
                shell.Out.Write(Encoding.UTF8.GetString(DeclarationJson.Write(declaration)));
            }
            else
            {
                PaperText.Write(DeclarationPaper.Result(declaration, tongue), shell);
            }

            return result.GetValue(folder) is { } target && !await PaperFolder.WriteAsync(declaration, tongue, target, shell, cancel) ? Exit.BadInput : code;
        });
        return command;
    }

    private static int Run(Shell shell, Count count, bool provisional, IReadOnlyList<string> lotWords, string actor, out Declaration? declaration)
    {
        declaration = null;
        if (shell.Catalogue() is not { } catalogue)
        {
            return Exit.BadInput;
        }

        var (published, findings) = catalogue.Election(count.ElectionPlace);
        if (published is null)
        {
            return findings.IsEmpty ? shell.Refuse($"Found no election '{count.ElectionPlace}', of which this is the count.") : shell.Refuse(findings);
        }

        if (Elections.Lots(shell, lotWords) is not { } lots || catalogue.Version(count.Definition.Law) is not { } law)
        {
            return Exit.BadInput;
        }

        if (CountedElection.Of(published, count, findings) is not { } election)
        {
            return shell.Refuse(findings);
        }

        var made = Carried(shell, catalogue, election, law, lots) with { Kind = provisional ? DeclarationKind.Provisional : DeclarationKind.Declaration };
        if (!Elections.Fits(shell, made))
        {
            return Exit.BadInput;
        }

        if (provisional)
        {
            declaration = made;
            return Elections.Code(made.Outcome.Status);
        }

        if (made.Outcome.Status != Status.Complete)
        {
            declaration = made with { Kind = DeclarationKind.Provisional };
            shell.Error.WriteLine("Not declared: the result is not complete.");
            return Elections.Code(made.Outcome.Status);
        }

        var (leaf, needed) = count.Declare(Seats(made), lots, actor);
        if (leaf is null)
        {
            shell.Error.WriteLine($"Not declared: {needed}.");
            return Exit.NeededFirst;
        }

        shell.Error.WriteLine($"Declared in leaf {leaf}.");
        declaration = made;
        return Exit.Done;
    }

    /// <summary>Carries the law out. A lot that was drawn before and fits no tie now, since figures have changed, or was drawn anew, is left aside.</summary>
    private static Declaration Carried(Shell shell, Catalogue catalogue, Election election, LawVersion law, IReadOnlyList<Lot> lots)
    {
        var anew = lots.Select(l => (l.Contest, l.Area, l.Step)).ToHashSet();
        var kept = election with { Lots = [.. election.Lots.Where(l => !anew.Contains((l.Contest, l.Area, l.Step)))] };
        var made = Declaration.Of(catalogue, kept, law, lots);
        var unfit = made.LotFaults.Select(f => f.Lot).Where(l => kept.Lots.Any(k => ReferenceEquals(k, l))).ToList();
        if (unfit.Count == 0)
        {
            return made;
        }

        foreach (var lot in unfit)
        {
            shell.Error.WriteLine($"The lot {lot}, drawn before, is left aside: nothing ties there now as it did.");
        }

        return Declaration.Of(catalogue, kept with { Lots = [.. kept.Lots.Where(k => !unfit.Any(u => ReferenceEquals(u, k)))] }, law, lots);
    }

    private static Dictionary<string, IReadOnlyDictionary<string, int>> Seats(Declaration declaration) =>
        declaration.Outcome.Tiers.ToDictionary(
            t => t.Id,
            IReadOnlyDictionary<string, int> (t) => t.Constituencies.SelectMany(c => c.Won).GroupBy(w => w.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(w => w.Value), StringComparer.Ordinal),
            StringComparer.Ordinal);
}
