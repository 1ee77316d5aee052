using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Mandate.Archive.Search.Analysis;
using IndexDocument = Lucene.Net.Documents.Document;

namespace Mandate.Archive.Search.Indexing;

/// <summary>Makes the index's documents of pages; one for each thread, since it is filled again for every page.</summary>
internal sealed class PageDocument
{
    private static readonly FieldType PageType = Frozen(omitNorms: false);
    private static readonly FieldType ShortType = Frozen(omitNorms: true);

    private readonly Analyser _analyser = new();
    private readonly PageTokens _text;
    private readonly PageTokens _title;
    private readonly PageTokens _author;
    private readonly StringField _handle = new(Fields.Handle, string.Empty, Field.Store.NO);
    private readonly StringField _id = new(Fields.Id, string.Empty, Field.Store.NO);
    private readonly SortedDocValuesField _row = new(Fields.Row, new BytesRef());
    private readonly NumericDocValuesField _page = new(Fields.Page, 0);
    private readonly NumericDocValuesField _change = new(Fields.Change, 0);
    private readonly BinaryDocValuesField _words = new(Fields.Words, new BytesRef());
    private readonly IndexDocument _document;
    private readonly PageWords _packed = new();
    private IndexedPage? _before;

    /// <summary>Gets the lines of the list of forms for words seen for the first time; whoever writes them empties it.</summary>
    public HashSet<string> NewForms => _analyser.NewForms;

    public PageDocument()
    {
        (_text, _title, _author) = (new PageTokens(_analyser), new PageTokens(_analyser), new PageTokens(_analyser));
        _document =
        [
            _handle, _id, _row, _page, _change, _words,
            new Field(Fields.Text, _text, PageType), new Field(Fields.Title, _title, ShortType), new Field(Fields.Author, _author, ShortType),
        ];
    }

    /// <summary>The document of a page; it holds until the next call.</summary>
    public IndexDocument Of(IndexedPage page, long change)
    {
        _text.Take(page.Text, page.Language == "kk");
        if (_before is not { } before || before.DocumentTitle != page.DocumentTitle || before.SectionTitle != page.SectionTitle || !before.Authors.SequenceEqual(page.Authors))
        {
            _title.Take(page.SectionTitle is null ? [page.DocumentTitle] : [page.DocumentTitle, page.SectionTitle]);
            _author.Take(page.Authors);
        }

        _before = page;
        _handle.SetStringValue(page.Handle);
        _id.SetStringValue(Fields.IdOf(page.Handle, page.Page));
        _row.SetBytesValue(new BytesRef(Row.Write(page)));
        _page.SetInt64Value(page.Page);
        _change.SetInt64Value(change);
        var words = _packed.Pack(page);
        _words.SetBytesValue(new BytesRef(words.ToArray()));
        return _document;
    }

    private static FieldType Frozen(bool omitNorms)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = omitNorms, IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS };
        type.Freeze();
        return type;
    }
}
