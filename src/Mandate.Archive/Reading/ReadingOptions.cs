namespace Mandate.Archive.Reading;

/// <summary>How originals are read, and the limits that untrusted files meet.</summary>
public sealed class ReadingOptions
{
    /// <summary>The command that runs a worker: a program and its leading arguments. Null: <c>mandate-cli archive-worker</c> beside the running program.</summary>
    public IReadOnlyList<string>? Worker { get; set; }

    /// <summary>Workers that run at the same time; at least 1. Default: one a core.</summary>
    public int Processes { get; set; } = Environment.ProcessorCount;

    /// <summary>Languages a page may be in (ISO 639-1), where the caller does not know. Default: English, Russian, Kazakh.</summary>
    public IReadOnlyList<string> Languages { get; set; } = ["en", "ru", "kk"];

    /// <summary>The largest original, in bytes. Default: 4 GB.</summary>
    public long MaxFileBytes { get; set; } = 4L * 1024 * 1024 * 1024;

    /// <summary>The most pages an original may have. Default: 20,000.</summary>
    public int MaxPages { get; set; } = 20_000;

    /// <summary>The most pixels of a page; a PDF's page that would have more is drawn at a lower resolution. Default: 120 million.</summary>
    public long MaxPixels { get; set; } = 120_000_000;

    /// <summary>The most pixels along a side of an image. Default: 40,000.</summary>
    public int MaxSide { get; set; } = 40_000;

    /// <summary>How long one page may take. Default: 10 minutes, since a dense newspaper page takes more than one.</summary>
    public TimeSpan PageTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long it may take to look into a file. Default: 1 minute.</summary>
    public TimeSpan InspectTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Memory of a worker and its children, in bytes; one that takes more is ended. Default: 2 GiB.</summary>
    public long MemoryBytes { get; set; } = 2L * 1024 * 1024 * 1024;

    /// <summary>The program that recognises letters. Default: <c>tesseract</c>, found on the path.</summary>
    public string Tesseract { get; set; } = "tesseract";

    /// <summary>Pixels an inch of a page that has no resolution of its own, 72 to 600. Default: 300.</summary>
    public int Dpi { get; set; } = 300;
}
