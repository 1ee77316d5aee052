using System.CommandLine;
using System.Data.Common;
using Mandate.Results.Counts;
using Mandate.Results.Entries;
using Mandate.Results.Stores;

namespace Mandate.Cli.Verbs.Counting;

/// <summary>Words that the verbs of a count share, and how they open it.</summary>
internal static class CountWords
{
    public static Option<string?> Data() => new("--data") { HelpName = "DIR", Description = "The folder of the count; MANDATE_DATA, or a folder of yours, where it is not given." };

    public static Option<string> Actor()
    {
        var option = new Option<string>("--as") { HelpName = "ID", Description = "Who does it: an opaque id, never a name, since records are public.", DefaultValueFactory = _ => "operator" };
        option.Validators.Add(r =>
        {
            if (!EntryActor.IsId(r.GetValueOrDefault<string>()))
            {
                r.AddError($"Found the id '{r.GetValueOrDefault<string>()}'; expected 1 to {EntryActor.LongestId} letters a to z, digits, points, hyphens and low lines.");
            }
        });
        return option;
    }

    public static Argument<string?> Unit() => new("UNIT") { Description = "Id of a unit; the top where it is not given.", Arity = ArgumentArity.ZeroOrOne };

    /// <summary>The folder that was meant.</summary>
    public static string Folder(string? given) =>
        given ?? (Environment.GetEnvironmentVariable("MANDATE_DATA") is { Length: > 0 } set ? set : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "mandate"));

    /// <summary>Opens a count, does something with it, and says what is wrong where it cannot be opened.</summary>
    public static int With(Shell shell, string? data, bool write, Func<Count, int> act) => Try(shell, () =>
    {
        using var count = write ? Count.Open(Folder(data), TimeProvider.System) : Count.OpenToRead(Folder(data), TimeProvider.System);
        return act(count);
    });

    /// <summary>Does something with a store.</summary>
    public static int Try(Shell shell, Func<int> act)
    {
        try
        {
            return act();
        }
        catch (Exception e) when (e is StoreException or IOException or UnauthorizedAccessException or DbException)
        {
            return shell.Refuse(e.Message);
        }
    }

    /// <summary>Tells how many rows were read, on a terminal only.</summary>
    public static Action<long>? Progress(Shell shell) => shell.Progress ? n => shell.Error.Write($"\r{n} protocols …") : null;

    /// <summary>Takes that line away.</summary>
    public static void EndProgress(Shell shell)
    {
        if (shell.Progress)
        {
            shell.Error.Write("\r                              \r");
        }
    }
}
