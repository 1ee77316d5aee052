using System.CommandLine;
using System.Data.Common;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Mandate.Archive;
using Mandate.Archive.Reading;
using Mandate.Cli.Verbs.Counting;

namespace Mandate.Cli.Verbs.Archiving;

/// <summary>What the archive's verbs share: how they open it, name things and tell how far they have come.</summary>
internal static class ArchiveShell
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static Option<string?> Data() => new("--data") { HelpName = "DIR", Description = "The folder whose subfolder 'archive' it is; MANDATE_DATA, or a folder of yours, where it is not given." };

    /// <summary>The archive's folder.</summary>
    public static string Folder(string? data) => Path.Combine(CountWords.Folder(data), "archive");

    /// <summary>Opens the archive, does something with it, and says in one line what is wrong where that cannot be done.</summary>
    public static async Task<int> WithAsync(Shell shell, string? data, bool write, Func<DocumentArchive, Task<int>> act)
    {
        try
        {
            var folder = Folder(data);
            using var archive = DocumentArchive.Open(ArchiveSettings.Read(folder).Options(folder), write, TimeProvider.System);
            return await act(archive);
        }
        catch (Exception e) when (e is ArchiveException or ReadingException or IOException or UnauthorizedAccessException or DbException)
        {
            EndProgress(shell);
            return shell.Refuse(e.Message);
        }
        catch (OperationCanceledException)
        {
            EndProgress(shell);
            return shell.Refuse("Ended before it was done; what was done stays. Take it up again: mandate archive resume.");
        }
    }

    /// <summary>Opens the archive for something short.</summary>
    public static Task<int> With(Shell shell, string? data, bool write, Func<DocumentArchive, int> act) => WithAsync(shell, data, write, archive => Task.FromResult(act(archive)));

    /// <summary>The document that a name leads to; null after saying that there is none.</summary>
    public static Document? Document(Shell shell, DocumentArchive archive, string name)
    {
        switch (archive.Find(name, Access.Staff))
        {
            case Named.Found found:
                return found.Document;
            case Named.Moved moved:
                return Document(shell, archive, moved.Handle.ToString());
            case Named.Gone gone:
                shell.Error.WriteLine($"{gone.Document.Handle} was taken down: {gone.Document.Reason}");
                return null;
            default:
                shell.Error.WriteLine($"Found no document '{name}'. Look for it: mandate archive find '{name}'");
                return null;
        }
    }

    /// <summary>A name and a page behind it, <c>collection/item/3</c>; the page is null where there is none.</summary>
    public static (string Name, int? Page) Split(string text) => text.LastIndexOf('/') is > 0 and var at && text.Count(c => c == '/') > 1
        && int.TryParse(text[(at + 1)..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var page) ? (text[..at], page) : (text, null);

    /// <summary>Writes JSON as people can read it too.</summary>
    public static void Write(Shell shell, JsonNode node) => shell.Out.WriteLine(node.ToJsonString(Json));

    /// <summary>A bar on a terminal; nothing elsewhere.</summary>
    public static IProgress<IntakeProgress>? Progress(Shell shell) => shell.Progress ? new Bar(shell) : null;

    public static void EndProgress(Shell shell)
    {
        if (shell.Progress)
        {
            shell.Error.Write("\r" + new string(' ', 78) + "\r");
        }
    }

    /// <summary>How pages are read here; the number of processes may be given.</summary>
    public static ReadingOptions Reading(int? processes) => processes is { } n ? new ReadingOptions { Processes = n } : new ReadingOptions();

    private sealed class Bar(Shell shell) : IProgress<IntakeProgress>
    {
        private const int Width = 30;
        private readonly Lock gate = new();

        public void Report(IntakeProgress value)
        {
            lock (gate)
            {
                var full = value.Of == 0 ? Width : (int)((long)value.Done * Width / value.Of);
                var what = value.Stage switch { IntakeStage.TakingIn => "taking in", IntakeStage.Reading => "reading", IntakeStage.Indexing => "indexing", var other => throw new InvalidOperationException($"Bug in Bar: stage {other}.") };
                var current = value.Current.Length > 22 ? value.Current[..21] + "…" : value.Current;
                shell.Error.Write($"\r{what,-9} [{new string('█', full)}{new string('░', Width - full)}] {value.Done}/{value.Of} {current,-22}");
            }
        }
    }
}
