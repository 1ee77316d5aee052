using Lucene.Net.Documents;
using Lucene.Net.Index;
using Mandate.Archive.Search.Analysis;
using IndexDocument = Lucene.Net.Documents.Document;

namespace Mandate.Archive.Search.Indexing;

/// <summary>What has been written of the list of forms: each line once, more or less.</summary>
/// <remarks>
/// A line outlives the pages whose words it leads to, and then leads nowhere; a line that is written again is merged with
/// the first. So nothing need be looked up before one is written, and forgetting what was written costs a little space.
/// </remarks>
internal sealed class FormList
{
    private const int MostRemembered = 2_000_000;
    private static readonly FieldType ListType = Frozen();
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    /// <summary>The document of the lines that were not written yet, and empties the lists; null where there are none.</summary>
    public IndexDocument? Of(IEnumerable<HashSet<string>> lists)
    {
        var lines = new List<string>();
        foreach (var list in lists)
        {
            lines.AddRange(list.Where(_written.Add));
            list.Clear();
        }

        if (lines.Count == 0)
        {
            return null;
        }

        if (_written.Count > MostRemembered)
        {
            _written.Clear();
        }

        lines.Sort(StringComparer.Ordinal);
        var tokens = new PageTokens(new Analyser());
        tokens.TakeTerms(lines);
        return [new Field(Fields.Forms, tokens, ListType)];
    }

    /// <summary>Forgets what was written, since it was not kept.</summary>
    public void Forget() => _written.Clear();

    private static FieldType Frozen()
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_ONLY };
        type.Freeze();
        return type;
    }
}
