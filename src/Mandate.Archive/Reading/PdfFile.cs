using System.Globalization;
using NetVips;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using UglyToad.PdfPig.Outline;

namespace Mandate.Archive.Reading;

/// <summary>An open PDF: its structure where it can be understood, and always the file that can be drawn.</summary>
internal sealed class PdfFile : IDisposable
{
    private const int MaxOutline = 10_000;
    private readonly FileStream? _stream;
    private readonly string? _repaired;

    private PdfFile(string file, string drawn, FileStream? stream, PdfDocument? document, int pages, string? repaired, IReadOnlyList<string> remarks) =>
        (File, Drawn, _stream, Document, Pages, _repaired, Remarks) = (file, drawn, stream, document, pages, repaired, remarks);

    /// <summary>The file that was asked for.</summary>
    public string File { get; }

    /// <summary>The file that is drawn: a repaired copy where the original is damaged.</summary>
    public string Drawn { get; }

    /// <summary>Its structure; null where only drawing it works.</summary>
    public PdfDocument? Document { get; }

    /// <summary>How many pages it really has.</summary>
    public int Pages { get; }

    /// <summary>What was wrong with it.</summary>
    public IReadOnlyList<string> Remarks { get; }

    /// <summary>Opens a PDF, repairing it once where it is damaged.</summary>
    /// <exception cref="ReadingException">It is encrypted, too damaged, or has too many pages.</exception>
    public static PdfFile Open(string file, ReadingOptions options, string folder)
    {
        var remarks = new List<string>();
        var drawn = file;
        string? repaired = null;
        FileStream? stream = null;
        PdfDocument? document = null;
        try
        {
            (stream, document) = Structure(file);
        }
        catch (ReadingException)
        {
            throw;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            var copy = Path.Combine(folder, Path.GetRandomFileName() + ".pdf");
            var outcome = ChildProgram.Run("qpdf", [file, copy], options.MemoryBytes, options.InspectTimeout / 2);
            if (outcome.Code is 0 or 3 && System.IO.File.Exists(copy))
            {
                (repaired, drawn) = (copy, copy);
                remarks.Add("The PDF is damaged; a repaired copy was read. The original is kept as it is.");
                try
                {
                    (stream, document) = Structure(copy);
                }
                catch (Exception second) when (second is not OutOfMemoryException)
                {
                    remarks.Add("The PDF's structure could not be understood; its pages are read from their pictures.");
                }
            }
        }

        var pages = document?.NumberOfPages ?? DrawnPages(drawn);
        var fault = pages < 1 ? "The PDF is too damaged to be read: no page was found, and repairing it failed." : pages > options.MaxPages ? $"The PDF has {pages} pages; at most {options.MaxPages} are read. Split it." : null;
        var opened = new PdfFile(file, drawn, stream, document, Math.Max(0, pages), repaired, remarks);
        if (fault is not null)
        {
            opened.Dispose();
            throw new ReadingException(fault);
        }

        return opened;
    }

    /// <summary>What the document says of itself.</summary>
    public Inspection Inspect()
    {
        if (Document is null)
        {
            return new Inspection(FileKind.Pdf, FileKinds.MediaType(FileKind.Pdf), Pages, null, null, null, [], [], Remarks);
        }

        var remarks = Remarks.ToList();
        var title = Tried(() => Said(Document.Information.Title), "title", remarks);
        var author = Tried(() => Said(Document.Information.Author), "author", remarks);
        var labels = Tried(() => PdfLabels.Of(Document, Pages), "page labels", remarks) ?? [];
        var outline = Tried(Outline, "bookmarks", remarks) ?? [];
        return new Inspection(FileKind.Pdf, FileKinds.MediaType(FileKind.Pdf), Pages, null, title, author, labels, outline, remarks);
    }

    public void Dispose()
    {
        Document?.Dispose();
        _stream?.Dispose();
        if (_repaired is not null)
        {
            System.IO.File.Delete(_repaired);
        }
    }

    private static (FileStream Stream, PdfDocument Document) Structure(string file)
    {
        var stream = System.IO.File.OpenRead(file);
        try
        {
            var document = PdfDocument.Open(stream, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            if (document.NumberOfPages < 1)
            {
                document.Dispose();
                throw new InvalidDataException("No pages.");
            }

            return (stream, document);
        }
        catch (PdfDocumentEncryptedException exception)
        {
            stream.Dispose();
            throw new ReadingException("The PDF is encrypted and needs a password. Save it without one and add it again.", exception);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static int DrawnPages(string file)
    {
        try
        {
            using var image = Image.Pdfload(file);
            return Convert.ToInt32(image.Get("pdf-n_pages"), CultureInfo.InvariantCulture);
        }
        catch (VipsException)
        {
            return 0;
        }
    }

    private List<OutlineEntry> Outline()
    {
        var entries = new List<OutlineEntry>();
        if (Document!.TryGetBookmarks(out var bookmarks))
        {
            foreach (var node in bookmarks.GetNodes())
            {
                if (entries.Count == MaxOutline)
                {
                    break;
                }

                var page = node is DocumentBookmarkNode there && there.PageNumber >= 1 && there.PageNumber <= Pages ? there.PageNumber : (int?)null;
                entries.Add(new OutlineEntry(Said(node.Title) ?? string.Empty, node.Level, page));
            }
        }

        return entries;
    }

    private static T? Tried<T>(Func<T?> get, string what, List<string> remarks)
        where T : class
    {
        try
        {
            return get();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            remarks.Add($"The PDF's {what} could not be read.");
            return null;
        }
    }

    /// <summary>A text of the document, bounded and without control characters; null where nothing is left.</summary>
    internal static string? Said(string? text)
    {
        var clean = string.Join(' ', (text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(WordText.Clean).Where(word => word.Length > 0));
        return clean.Length == 0 ? null : clean.Length > 1000 ? WordText.Clean(clean[..1000]) : clean;
    }
}
