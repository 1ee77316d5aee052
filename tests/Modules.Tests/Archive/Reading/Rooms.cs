using Mandate.Archive.Reading;

namespace Mandate.Modules.Tests.TheArchive.Reading;

/// <summary>A temporary folder with rooms for files of pages, and a reader.</summary>
internal sealed class Rooms : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mandate-test-reading-").FullName;
    private int _rooms;

    public Rooms(Action<ReadingOptions>? change = null)
    {
        var options = new ReadingOptions();
        change?.Invoke(options);
        Reader = new Reader(options);
    }

    public Reader Reader { get; }

    /// <summary>A new empty folder.</summary>
    public string Room() => Directory.CreateDirectory(Path.Combine(_folder, $"room{Interlocked.Increment(ref _rooms)}")).FullName;

    /// <summary>A file name in the folder.</summary>
    public string Named(string name) => Path.Combine(_folder, name);

    /// <summary>Writes a file.</summary>
    public string Write(string name, ReadOnlySpan<byte> bytes)
    {
        File.WriteAllBytes(Named(name), bytes);
        return Named(name);
    }

    /// <summary>Saves a drawn page.</summary>
    public string Save(DrawnPage page, string name)
    {
        page.Save(Named(name));
        return Named(name);
    }

    public Task<PageReading> ReadAsync(string file, int page = 1, params string[] languages) =>
        Reader.ReadPageAsync(file, page, languages.Length == 0 ? null : languages, Room(), TestContext.Current.CancellationToken);

    public Task<Inspection> InspectAsync(string file) => Reader.InspectAsync(file, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Reader.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
