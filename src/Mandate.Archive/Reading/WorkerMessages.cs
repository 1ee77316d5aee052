using System.Text.Json.Serialization;

namespace Mandate.Archive.Reading;

/// <summary>What a worker can be asked.</summary>
internal enum WorkerVerb
{
    /// <summary>Look into a file.</summary>
    Inspect,

    /// <summary>Read a page.</summary>
    Page,

    /// <summary>Make an empty page for one that cannot be read.</summary>
    Blank,

    /// <summary>Cover parts of a page.</summary>
    Redact,
}

/// <summary>A request to a worker: one line of JSON.</summary>
/// <param name="Verb">What to do.</param>
/// <param name="Options">Limits and languages.</param>
/// <param name="File">The original; null for <see cref="WorkerVerb.Blank"/> and <see cref="WorkerVerb.Redact"/>.</param>
/// <param name="Page">The page from 1.</param>
/// <param name="Languages">The page's languages; null where they are not known.</param>
/// <param name="Folder">Where files are written; null for <see cref="WorkerVerb.Inspect"/>.</param>
/// <param name="Reading">The page to cover parts of.</param>
/// <param name="Boxes">What to cover.</param>
/// <param name="Problem">Why the page is empty.</param>
internal sealed record WorkerRequest(WorkerVerb Verb, ReadingOptions Options, string? File = null, int Page = 0, IReadOnlyList<string>? Languages = null, string? Folder = null, WorkerPage? Reading = null, IReadOnlyList<Box>? Boxes = null, string? Problem = null);

/// <summary>A worker's answer: one line of JSON with one of these.</summary>
/// <param name="Inspection">What a file is.</param>
/// <param name="Page">What a page gave.</param>
/// <param name="Fault">Why neither could be had, as a sentence.</param>
internal sealed record WorkerAnswer(Inspection? Inspection = null, WorkerPage? Page = null, string? Fault = null);

/// <summary>A page on its way between processes: its words in their compact form.</summary>
internal sealed record WorkerPage(byte[] Text, ImageFile View, ImageFile Thumb, PrintImage Print, PrintImage? Compact, string AltoFile, double Skew, int Turned, string? Problem)
{
    /// <summary>Packs a page.</summary>
    public static WorkerPage Of(PageReading page) => new(PageTextCodec.Write(page.Text), page.View, page.Thumb, page.Print, page.Compact, page.AltoFile, page.Skew, page.Turned, page.Problem);

    /// <summary>Unpacks a page.</summary>
    /// <exception cref="InvalidDataException">Its words are damaged.</exception>
    public PageReading Unpacked() => new(PageTextCodec.Read(Text), View, Thumb, Print, Compact, AltoFile, Skew, Turned, Problem);

    /// <summary>Whether every file lies right in a folder, so that a worker cannot name another.</summary>
    public bool LiesIn(string folder) => ((string?[])[View.File, Thumb.File, Print.File, Compact?.File, AltoFile]).All(file => file is null || Path.GetDirectoryName(file) == folder);
}

/// <summary>How messages are written.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(WorkerRequest))]
[JsonSerializable(typeof(WorkerAnswer))]
internal sealed partial class WorkerJson : JsonSerializerContext;
