using System.CommandLine;
using System.Text;
using Mandate.Laws;
using Mandate.Results.Counts;

namespace Mandate.Cli.Verbs.Counting;

/// <summary><c>results verify</c>, <c>backup</c>, <c>restore</c>, <c>ledger</c> and <c>journal</c>: keeping a count and proving it.</summary>
internal static class KeepVerbs
{
    public static Command Verify(Shell shell)
    {
        var outside = new Option<string[]>("--checkpoint") { HelpName = "FILE", Description = "A signed checkpoint that somebody kept elsewhere. May be given several times." };
        var (format, language, data) = (Options.Format(), Options.Language(), CountWords.Data());
        var command = new Command("verify", "Compute the count again from its ledger: hashes, signatures, checks of every protocol, every sum.\n\nExamples:\n  mandate results verify --data count\n  mandate results verify --checkpoint observers.note --data count\n\nEnds with 0 all is as signed, 1 something is not; each finding names the place.") { outside, format, language, data };
        command.SetAction(result => CountWords.Try(shell, () =>
        {
            var folder = CountWords.Folder(result.GetValue(data));
            var notes = new List<ReadOnlyMemory<byte>>();
            foreach (var file in result.GetValue(outside) ?? [])
            {
                if (!File.Exists(file) || new FileInfo(file).Length > 1_000_000)
                {
                    return shell.Refuse($"Found no checkpoint '{file}'; expected a signed note of at most 1 MB.");
                }

                notes.Add(File.ReadAllBytes(file));
            }

            var verification = CountVerification.Of(folder, notes, TimeProvider.System);
            if (result.GetRequiredValue(format) == "json")
            {
                shell.Out.Write(CountPaper.Json(verification));
            }
            else
            {
                PaperText.Write(CountPaper.Verification(verification, result.GetRequiredValue(language)), shell);
            }

            return verification.Holds ? Exit.Done : Exit.No;
        }));
        return command;
    }

    public static Command BackUp(Shell shell)
    {
        var file = new Argument<string>("FILE") { Description = "The new file." };
        var data = CountWords.Data();
        var command = new Command("backup", "Copy a count into one file while it goes on, and check the copy. The secret key is not in it: keep a copy of the .key file elsewhere.\n\nExample: mandate results backup night-2230.db --data count") { file, data };
        command.SetAction(result => CountWords.Try(shell, () =>
        {
            var leaves = Count.BackUp(CountWords.Folder(result.GetValue(data)), result.GetRequiredValue(file));
            shell.Out.WriteLine($"{result.GetRequiredValue(file)} has {leaves} leaves and is intact.");
            return Exit.Done;
        }));
        return command;
    }

    public static Command Restore(Shell shell)
    {
        var file = new Argument<string>("FILE") { Description = "The backup." };
        var key = new Option<string>("--key") { HelpName = "FILE", Description = "The secret key that was kept apart.", Required = true };
        var election = new Option<string?>("--election") { HelpName = "DIR", Description = "The election's folder, where it is none of Mandate's own." };
        var postgres = new Option<string?>("--postgres") { HelpName = "CONNECTION", Description = "Restore into PostgreSQL." };
        var schema = new Option<string>("--schema") { HelpName = "NAME", Description = "The schema in that database.", DefaultValueFactory = _ => "mandate" };
        var data = CountWords.Data();
        var command = new Command("restore", "Make a count again from a backup; its ledger is verified first.\n\nExample: mandate results restore night-2230.db --key live.key --data count-again") { file, key, election, postgres, schema, data };
        command.SetAction(result => CountWords.Try(shell, () =>
        {
            var leaves = Count.Restore(
                CountWords.Folder(result.GetValue(data)), result.GetRequiredValue(file), result.GetRequiredValue(key), result.GetValue(election) is { } place ? Path.GetFullPath(place) : null,
                result.GetValue(postgres), result.GetRequiredValue(schema), TimeProvider.System);
            shell.Out.WriteLine($"The count has {leaves} leaves and verifies.");
            return Exit.Done;
        }));
        return command;
    }

    public static Command Ledger(Shell shell)
    {
        var target = new Argument<string>("DIR") { Description = "A new folder." };
        var data = CountWords.Data();
        var command = new Command("ledger", "Write the ledger as files that other tools read (C2SP tlog-tiles): tiles, entries and the signed checkpoint.\n\nExample: mandate results ledger public/ledger --data count") { target, data };
        command.SetAction(result => CountWords.Try(shell, () =>
        {
            var findings = new Findings();
            var leaves = Count.WriteTiles(CountWords.Folder(result.GetValue(data)), result.GetRequiredValue(target), findings);
            if (!findings.IsEmpty)
            {
                return shell.Refuse(findings);
            }

            shell.Out.WriteLine($"{result.GetRequiredValue(target)} has {leaves} leaves.");
            return Exit.Done;
        }));
        return command;
    }

    public static Command Proof(Shell shell)
    {
        var unit = CountWords.Unit();
        var since = new Option<long?>("--since") { HelpName = "SIZE", Description = "Prove that the ledger has only grown since it had so many leaves." };
        var data = CountWords.Data();
        var command = new Command(
            "proof",
            """
            Prove from hashes alone that the counted protocol of a unit stands in the ledger, or that the ledger has only grown (RFC 9162).

            Examples:
              mandate results proof p-0017 --data count
              mandate results proof --since 12926 --data count

            Prints the leaf, its number, the hashes from the lowest up in base64, and the signed checkpoint they lead to.
            """)
        { unit, since, data };
        command.SetAction(result => CountWords.Try(shell, () =>
        {
            var folder = CountWords.Folder(result.GetValue(data));
            var (id, size) = (result.GetValue(unit), result.GetValue(since));
            if (id is null == (size is null))
            {
                return shell.Refuse("Name a unit, or a size after --since.");
            }

            if ((id is null ? CountProof.OfGrowth(folder, size!.Value) : CountProof.OfUnit(folder, id, TimeProvider.System)) is not { } proof)
            {
                return shell.Refuse(id is null ? $"The ledger never had {size} leaves." : $"No protocol of '{id}' counts.");
            }

            var text = new StringBuilder();
            if (!proof.Leaf.IsEmpty)
            {
                text.Append("leaf ").Append(Encoding.UTF8.GetString(proof.Leaf.Span)).Append('\n');
            }

            text.Append(id is null ? "since " : "index ").Append(proof.Index).Append('\n');
            foreach (var hash in proof.Hashes)
            {
                text.Append(hash.ToBase64()).Append('\n');
            }

            shell.Out.Write(text.Append('\n').Append(proof.Checkpoint).ToString());
            return Exit.Done;
        }));
        return command;
    }

    public static Command Journal(Shell shell)
    {
        var from = new Option<long>("--from") { HelpName = "N", Description = "The first step.", DefaultValueFactory = _ => 1 };
        var most = new Option<int>("--most") { HelpName = "N", Description = "How many steps; one may have several lines.", DefaultValueFactory = _ => 1000 };
        var data = CountWords.Data();
        var command = new Command("journal", "What happened beside the ledger, oldest first: who opened, keyed, released, decided. Only for those who run the count.\n\nExample: mandate results journal --most 50 --data count") { from, most, data };
        command.SetAction(result => CountWords.With(shell, result.GetValue(data), false, count =>
        {
            var text = new StringBuilder();
            foreach (var line in count.Journal(result.GetValue(from), result.GetValue(most)))
            {
                text.Append(line).Append('\n');
            }

            shell.Out.Write(text.ToString());
            return Exit.Done;
        }));
        return command;
    }
}
