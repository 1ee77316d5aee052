using Lucene.Net.Index;
using Lucene.Net.Util;
using Mandate.Archive.Search.Analysis;

namespace Mandate.Archive.Search.Matching;

/// <summary>Looks words up in the list of forms, for one query.</summary>
internal sealed class FormReader(TermReaders readers)
{
    private readonly Dictionary<string, SortedSet<string>> _known = new(StringComparer.Ordinal);

    /// <summary>The words that a key leads to; some may stand on no page any more.</summary>
    public IReadOnlyCollection<string> Of(string key)
    {
        if (!_known.TryGetValue(key, out var forms))
        {
            _known.Add(key, forms = new SortedSet<string>(StringComparer.Ordinal));
            var start = new BytesRef(key + Lexeme.FormMark);
            foreach (var segment in readers.Snapshot.Segments)
            {
                if (readers.Of(segment, Indexing.Fields.Forms) is { } lines)
                {
                    Read(lines, start, forms);
                }
            }
        }

        return forms;
    }

    private static void Read(TermsEnum lines, BytesRef start, SortedSet<string> forms)
    {
        for (var more = lines.SeekCeil(start) != TermsEnum.SeekStatus.END; more && StringHelper.StartsWith(lines.Term, start); more = lines.MoveNext())
        {
            var line = lines.Term;
            forms.Add(System.Text.Encoding.UTF8.GetString(line.Bytes, line.Offset + start.Length, line.Length - start.Length));
        }
    }
}
