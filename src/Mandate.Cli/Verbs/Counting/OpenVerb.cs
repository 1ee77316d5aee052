using System.CommandLine;
using Mandate.Laws;
using Mandate.Results;
using Mandate.Results.Counts;
using Mandate.Results.Entries;
using Mandate.Results.Units;

namespace Mandate.Cli.Verbs.Counting;

/// <summary><c>results open</c>: begins a count. <c>results activate</c>: begins the real one after a training.</summary>
internal static class OpenVerb
{
    public static Command Open(Shell shell)
    {
        var election = Options.Election();
        var contest = new Option<string?>("--contest") { HelpName = "ID", Description = "The contest that is counted; the first with lists where it is not given." };
        var form = new Option<string>("--form") { HelpName = "FORM", Description = "The form of the protocols: an id, such as kz-precinct, or a YAML file.", Required = true };
        var variant = new Option<string?>("--variant") { HelpName = "V", Description = "The form's variant." };
        var absent = new Option<string[]>("--without") { HelpName = "FIGURE", Description = "A figure that this election's form does not have. May be given several times." };
        var units = new Option<string?>("--units") { HelpName = "FILE", Description = "The units: CSV (unit,parent,kind,name), EML_NL 110a or 110b, or a NIST election report." };
        var stations = new Option<string?>("--stations") { HelpName = "FILE", Description = "A file of protocols whose columns name the units, in place of --units." };
        var mapping = new Option<string?>("--mapping") { HelpName = "FILE", Description = "Which column of --stations is what; figures it calls absent are left out of the form." };
        var kinds = new Option<string[]>("--kind") { HelpName = "KIND", Description = "The kind of each column that names units in --stations, the widest first.", AllowMultipleArgumentsPerToken = true };
        var entries = new Option<int>("--entries") { HelpName = "N", Description = "How many people must key each protocol: 2, or 1.", DefaultValueFactory = _ => 2 };
        entries.AcceptOnlyFromAmong("1", "2");
        var import = new Option<ThirdUse>("--imports") { HelpName = "USE", Description = "What an imported protocol is: acceptance, entry, compared or refused.", DefaultValueFactory = _ => ThirdUse.Entry };
        var training = new Option<bool>("--training") { Description = "Train people first; 'results activate' wipes the training and begins the real count." };
        var origin = new Option<string?>("--origin") { HelpName = "NAME", Description = "The ledger's name in its checkpoints, such as results.example.org/majilis." };
        var postgres = new Option<string?>("--postgres") { HelpName = "CONNECTION", Description = "Keep the count in PostgreSQL; otherwise in a SQLite file in the folder." };
        var schema = new Option<string>("--schema") { HelpName = "NAME", Description = "The schema in that database.", DefaultValueFactory = _ => "mandate" };
        schema.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<string>() is not { Length: > 0 and <= 40 } name || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_') || char.IsAsciiDigit(name[0]))
            {
                r.AddError($"Found the schema '{r.GetValueOrDefault<string>()}'; expected small letters, digits and low lines, at most 40.");
            }
        });
        var (data, actor) = (CountWords.Data(), CountWords.Actor());
        var command = new Command(
            "open",
            """
            Begin the count of an election in a folder: its units, its form, who must do what, its ledger and key.

            Examples:
              mandate results open il-knesset-24 --form il-precinct --stations results.csv --mapping il-knesset-24 --imports acceptance --data count
              mandate results open my-election --form kz-precinct --units units.csv --training --data count
              mandate results open my-election --form kz-precinct --units units.csv --postgres "Host=db;Database=count" --data count

            The secret key is in the folder, readable by you alone. Keep a copy of it apart from backups.
            """)
        { election, contest, form, variant, absent, units, stations, mapping, kinds, entries, import, training, origin, postgres, schema, actor, data };
        command.SetAction(result => CountWords.Try(shell, () =>
        {
            var (found, map, code) = FormWords.Find(shell, result.GetRequiredValue(form), result.GetValue(mapping));
            if (found is null)
            {
                return code;
            }

            var catalogue = shell.Catalogue()!;
            var (what, findings) = catalogue.Election(result.GetRequiredValue(election));
            if (what is null)
            {
                return findings.IsEmpty ? shell.Refuse($"Found no election '{result.GetRequiredValue(election)}'; expected an id under elections/ or a folder with election.yaml.") : shell.Refuse(findings);
            }

            var (tree, faults) = Units(result.GetValue(units), result.GetValue(stations), found, map, result.GetValue(kinds) ?? []);
            if (tree is null)
            {
                return shell.Refuse(faults);
            }

            var opening = new Opening(
                what, result.GetValue(contest) ?? (what.Lists is [var list, ..] ? list.Contest : string.Empty), FormText(catalogue, result.GetRequiredValue(form)), result.GetValue(variant),
                [.. (result.GetValue(absent) ?? []).Concat(map is null ? [] : Missing(found, map)).Distinct()], tree,
                EntryRules.Standard with { Entries = result.GetValue(entries), Import = result.GetValue(import) },
                result.GetValue(origin) ?? $"mandate.invalid/{(what.Synthetic ? "synthetic/" : string.Empty)}{what.Id}", result.GetRequiredValue(actor))
            {
                ElectionFolder = Directory.Exists(result.GetRequiredValue(election)) ? Path.GetFullPath(result.GetRequiredValue(election)) : null,
                Training = result.GetValue(training),
                Postgres = result.GetValue(postgres),
                Schema = result.GetRequiredValue(schema),
            };
            var folder = CountWords.Folder(result.GetValue(data));
            using var count = Count.Begin(folder, opening, TimeProvider.System, faults);
            if (count is null)
            {
                return shell.Refuse(faults);
            }

            shell.Out.WriteLine($"The count of {what.Id} is open in {folder}: {count.Units.Reporting} protocols are due, {count.Definition.Lists.Count} lists, {count.Definition.Figures.Count} figures.");
            return Exit.Done;
        }));
        return command;
    }

    public static Command Activate(Shell shell)
    {
        var (data, actor) = (CountWords.Data(), CountWords.Actor());
        var sure = new Option<bool>("--wipe-training") { Description = "Say that all training data may be wiped.", Required = true };
        var command = new Command("activate", "Wipe a training, its store and its key, and begin the real count with the same form, units and rules.\n\nExample: mandate results activate --wipe-training --data count") { sure, actor, data };
        command.SetAction(result => CountWords.Try(shell, () =>
        {
            if (!result.GetValue(sure))
            {
                return shell.Refuse("Found no --wipe-training; everything entered in training goes.");
            }

            using var count = Count.Activate(CountWords.Folder(result.GetValue(data)), result.GetRequiredValue(actor), TimeProvider.System);
            shell.Out.WriteLine($"The training is wiped. The real count is open: {count.Units.Reporting} protocols are due.");
            return Exit.Done;
        }));
        return command;
    }

    /// <summary>The units from a file of units or from a file of protocols.</summary>
    internal static (UnitTree? Units, Findings Faults) Units(string? units, string? stations, Form form, Mapping? mapping, IReadOnlyList<string> kinds)
    {
        var faults = new Findings();
        if (units is null == (stations is null))
        {
            faults.Add(new Finding("--units, --stations", 0, 0, units is null ? "neither" : "both", "one of them"));
            return (null, faults);
        }

        if (!File.Exists(units ?? stations))
        {
            faults.Add(new Finding(units ?? stations!, 0, 0, "no such file", units is null ? "a file of protocols" : "a file of units"));
            return (null, faults);
        }

        if (stations is not null)
        {
            return StationUnits.Read(stations, form, mapping, kinds);
        }

        return (UnitsOf(units!, faults), faults);
    }

    /// <summary>The units in a file of any known format.</summary>
    internal static UnitTree? UnitsOf(string path, Findings faults) => UnitFile.Read(path, path, faults)?.Tree;

    private static string FormText(Catalogue catalogue, string form) =>
        File.ReadAllText(File.Exists(Path.Combine(catalogue.Root, "forms", form + ".yaml")) ? Path.Combine(catalogue.Root, "forms", form + ".yaml") : form);

    /// <summary>Figures that the mapping calls absent, or does not name although the form could do without.</summary>
    private static IEnumerable<string> Missing(Form form, Mapping mapping)
    {
        var named = mapping.Figures.Select(f => f.Figure).Concat(mapping.Lists.SelectMany(l => l.Columns).Select(c => c.Figure)).Append(mapping.Range?.Figure).ToHashSet(StringComparer.Ordinal);
        return mapping.Absent.Concat(form.Figures.Where(f => !f.Required && !named.Contains(f.Id) && f.Kind is FigureKind.VotesPerCandidate or FigureKind.VotesPerList).Select(f => f.Id));
    }
}
