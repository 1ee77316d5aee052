using System.Globalization;
using Mandate.Archive.Reading;

namespace Mandate.Archive.Intake;

/// <summary>Makes sections of a PDF's bookmarks, where nobody has described the contents.</summary>
internal static class OutlineSections
{
    /// <summary>The sections; bookmarks without a page are left out with those below them going one up.</summary>
    /// <param name="outline">The bookmarks in order.</param>
    /// <param name="pages">How many pages the document has.</param>
    public static IReadOnlyList<Section> Of(IReadOnlyList<OutlineEntry> outline, int pages)
    {
        var entries = outline.Where(e => e.Page is >= 1 && e.Page <= pages && !string.IsNullOrWhiteSpace(e.Title)).ToList();
        var sections = new List<Section>(entries.Count);
        var open = new Stack<(int Level, string Id)>();
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            while (open.Count > 0 && open.Peek().Level >= entry.Level)
            {
                open.Pop();
            }

            // A section ends where the next of its level or above begins; two may share that page.
            var next = entries.FindIndex(i + 1, e => e.Level <= entry.Level);
            var last = next < 0 ? pages : Math.Max(entry.Page!.Value, entries[next].Page!.Value - (entries[next].Page > entry.Page ? 1 : 0));
            var id = string.Create(CultureInfo.InvariantCulture, $"s{i + 1}");
            sections.Add(new Section(id, open.Count > 0 ? open.Peek().Id : null, "chapter", entry.Title.Trim(), [], entry.Page!.Value, last, null));
            open.Push((entry.Level, id));
        }

        return sections;
    }
}
