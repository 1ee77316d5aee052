using Mandate.Archive;
using Mandate.Archive.Search;

namespace Mandate.Modules.Tests.TheArchive.Search;

/// <summary>Pages for tests, of a few words each.</summary>
internal static class MadePages
{
    /// <summary>A page; a line of the text is a line of the page.</summary>
    public static IndexedPage Page(string handle, int page, string text, string title = "") =>
        new(handle, page, null, title, handle.Split('/')[0], null, null, null, [], null, "en", "report", null, Text(text));

    /// <summary>Words where they would stand.</summary>
    public static PageText Text(string text)
    {
        var words = new List<Word>();
        foreach (var (line, number) in text.Split('\n').Select((l, i) => (l, i)))
        {
            words.AddRange(line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((w, i) => new Word(w, new Box(i * 100, number * 40, 90, 30), 90, number, 0)));
        }

        return new PageText(1240, 1754, 150, TextOrigin.Recognised, null, words);
    }

    /// <summary>Puts pages, numbered from 1 on.</summary>
    public static List<IndexChange> Puts(params IndexedPage[] pages) => [.. pages.Select((p, i) => (IndexChange)new PutPage(i + 1, p))];
}
