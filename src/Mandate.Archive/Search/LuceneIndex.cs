using System.Collections.Concurrent;
using System.Globalization;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Mandate.Archive.Search.Analysis;
using Mandate.Archive.Search.Answering;
using Mandate.Archive.Search.Indexing;

namespace Mandate.Archive.Search;

/// <summary>The index in a folder. One process writes to it, held by Lucene's lock.</summary>
internal sealed class LuceneIndex : ISearchIndex
{
    private const string ChangeKey = "change";
    private const string FormatKey = "format";
    private const int MostBuffered = 20_000;
    private const int FewBuffered = 1000;

    private readonly System.Threading.Lock _writing = new();
    private readonly ConcurrentBag<Analyser> _analysers = [];
    private readonly ConcurrentBag<PageDocument> _documents = [];
    private readonly Dictionary<object, SegmentPages> _known = [];
    private readonly RowTable _rows = new();
    private readonly FormList _forms = new();
    private readonly LuceneIndexOptions _options;
    private readonly FSDirectory _folder;
    private IndexWriter _writer;
    private Snapshot _snapshot;
    private bool _isDisposed;

    private LuceneIndex(FSDirectory folder, LuceneIndexOptions options, IndexWriter writer, DirectoryReader reader)
    {
        (_folder, _options, _writer) = (folder, options, writer);
        LastChange = ChangeOf(reader.IndexCommit.UserData);
        _snapshot = Snapshot.Of(reader, _rows, _known);
    }

    public long LastChange { get; private set; }

    /// <summary>Opens an index, or begins an empty one where the folder has none.</summary>
    /// <exception cref="IndexHeldException">Another process, or this one, has it open.</exception>
    /// <exception cref="IndexUnusableException">It is damaged or of another version: call <see cref="OpenAnew"/> and apply all changes again.</exception>
    public static LuceneIndex Open(string folder, LuceneIndexOptions options) => Open(folder, options, OpenMode.CREATE_OR_APPEND);

    /// <summary>Deletes an index and begins an empty one, to which all changes from the first on are to be applied.</summary>
    /// <exception cref="IndexHeldException">Another process, or this one, has it open.</exception>
    public static LuceneIndex OpenAnew(string folder, LuceneIndexOptions options) => Open(folder, options, OpenMode.CREATE);

    public void Apply(IReadOnlyList<IndexChange> changes)
    {
        lock (_writing)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            var batch = Batch.Of(changes, LastChange);
            if (changes.Count == 0 || changes[^1].Number <= LastChange)
            {
                return;
            }

            try
            {
                Remove(batch);
                Put(batch.Puts);
                Keep(changes[^1].Number);
            }
            catch
            {
                // Half of the changes are to be kept by no later commit.
                _writer.Rollback();
                _writer = Writer(_folder, _options, OpenMode.APPEND);

                // Nor what was written of the list of forms, which those who remember words would not give again.
                _forms.Forget();
                _documents.Clear();
                throw;
            }

            Refresh();
        }
    }

    /// <summary>Waits until segments are merged and shows readers the merged ones; worth while after an archive was read in.</summary>
    public void Settle()
    {
        lock (_writing)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _writer.MaybeMerge();
            _writer.WaitForMerges();
            Keep(LastChange);
            Refresh();
        }
    }

    public SearchAnswer Search(SearchRequest request) => SearchSince(request, 0);

    public SearchAnswer SearchSince(SearchRequest request, long change)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(request.Skip);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Skip, SearchRequest.MostSkipped);
        ArgumentOutOfRangeException.ThrowIfNegative(request.Take);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Take, SearchRequest.MostTaken);
        return Read((snapshot, analyser) => new Answerer(snapshot, analyser).Answer(request, change));
    }

    public IReadOnlyList<int> HitsOnPage(string query, string handle, int page, IReadOnlySet<string>? collections) =>
        Read((snapshot, analyser) => new Answerer(snapshot, analyser).Hits(query, handle, page, collections));

    public LikeAnswer MoreLike(LikeRequest request)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(request.Take);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Take, SearchRequest.MostTaken);
        return Read((snapshot, analyser) => new Likeness(snapshot, analyser).Of(request));
    }

    public void Dispose()
    {
        lock (_writing)
        {
            if (!_isDisposed)
            {
                _isDisposed = true;
                _writer.Rollback();
                _snapshot.Reader.DecRef();
                _folder.Dispose();
            }
        }
    }

    private static LuceneIndex Open(string path, LuceneIndexOptions options, OpenMode mode)
    {
        System.IO.Directory.CreateDirectory(path);
        var folder = FSDirectory.Open(path);
        IndexWriter? writer = null;
        try
        {
            if (mode == OpenMode.CREATE)
            {
                Empty(folder);
            }

            writer = Writer(folder, options, mode);
            if (mode == OpenMode.CREATE || !DirectoryReader.IndexExists(folder))
            {
                Commit(writer, 0);
            }

            var reader = DirectoryReader.Open(folder);
            var format = reader.IndexCommit.UserData.TryGetValue(FormatKey, out var found) ? found : "none";
            return format == Indexing.Fields.Format
                ? new LuceneIndex(folder, options, writer, reader)
                : throw new IndexUnusableException($"Index {path}: found version '{format}', expected '{Indexing.Fields.Format}'. Delete it and build it anew from change 0; it holds nothing that the archive has not.", null);
        }
        catch (Exception fault)
        {
            writer?.Rollback();
            folder.Dispose();
            throw fault switch
            {
                LockObtainFailedException => new IndexHeldException($"Index {path}: another process writes to it. End that one first, or ask it.", fault),
                IOException or ArgumentException or IndexOutOfRangeException or InvalidOperationException or OverflowException or KeyNotFoundException =>
                    new IndexUnusableException($"Index {path} is damaged ({fault.Message}). Delete it and build it anew from change 0; it holds nothing that the archive has not.", fault),
                _ => fault,
            };
        }
    }

    /// <summary>Deletes the index's files: what is damaged cannot be opened, not even to be replaced.</summary>
    private static void Empty(FSDirectory folder)
    {
        using var held = folder.MakeLock(IndexWriter.WRITE_LOCK_NAME);
        if (!held.Obtain())
        {
            throw new LockObtainFailedException("The index is held.");
        }

        foreach (var file in folder.ListAll().Where(f => f != IndexWriter.WRITE_LOCK_NAME))
        {
            folder.DeleteFile(file);
        }
    }

    private static IndexWriter Writer(FSDirectory folder, LuceneIndexOptions options, OpenMode mode) => new(folder, new IndexWriterConfig(LuceneVersion.LUCENE_48, null)
    {
        OpenMode = mode,
        RAMBufferSizeMB = options.BufferMegabytes,
        MaxThreadStates = options.Workers,
        MaxBufferedDocs = MostBuffered,
        WriteLockTimeout = 0,
    });

    private static void Commit(IndexWriter writer, long change)
    {
        writer.SetCommitData(new Dictionary<string, string>
        {
            [ChangeKey] = change.ToString(CultureInfo.InvariantCulture),
            [FormatKey] = Indexing.Fields.Format,
        });
        writer.Commit();
    }

    private static long ChangeOf(IDictionary<string, string> data) =>
        data.TryGetValue(ChangeKey, out var change) && long.TryParse(change, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private void Remove(Batch batch)
    {
        var inIndex = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var handle in batch.DroppedDocuments.Where(Has))
        {
            _writer.DeleteDocuments(new Term(Indexing.Fields.Handle, handle));
        }

        foreach (var (handle, page) in batch.Replaced)
        {
            if (Has(handle))
            {
                _writer.DeleteDocuments(new Term(Indexing.Fields.Id, Indexing.Fields.IdOf(handle, page)));
            }
        }

        // Deleting what is not there costs a search in every segment, and most documents are new.
        bool Has(string handle) => inIndex.TryGetValue(handle, out var known) ? known : inIndex[handle] = _snapshot.Reader.DocFreq(new Term(Indexing.Fields.Handle, handle)) > 0;
    }

    private void Put(List<PutPage> puts)
    {
        if (puts.Count == 0)
        {
            return;
        }

        // Each worker writes its own pages out when it has done most of its share; what is left for the commit is written by one thread.
        var share = (puts.Count + _options.Workers - 1) / _options.Workers;
        _writer.Config.MaxBufferedDocs = share < FewBuffered ? MostBuffered : Math.Min(MostBuffered, share * 19 / 20);
        Parallel.ForEach(
            Partitioner.Create(0, puts.Count, Math.Clamp(puts.Count / (_options.Workers * 32), 1, 500)),
            new ParallelOptions { MaxDegreeOfParallelism = _options.Workers },
            () => _documents.TryTake(out var known) ? known : new PageDocument(),
            (range, _, document) =>
            {
                for (var i = range.Item1; i < range.Item2; i++)
                {
                    _writer.AddDocument(document.Of(puts[i].Page, puts[i].Number));
                }

                return document;
            },
            _documents.Add);
        if (_forms.Of(_documents.Select(d => d.NewForms)) is { } forms)
        {
            _writer.AddDocument(forms);
        }
    }

    private void Keep(long change)
    {
        Commit(_writer, change);
        LastChange = change;
    }

    private void Refresh()
    {
        if (DirectoryReader.OpenIfChanged(_snapshot.Reader) is { } reader)
        {
            var before = _snapshot;
            Volatile.Write(ref _snapshot, Snapshot.Of(reader, _rows, _known));
            before.Reader.DecRef();
        }
    }

    private T Read<T>(Func<Snapshot, Analyser, T> read)
    {
        var snapshot = Volatile.Read(ref _snapshot);
        while (!snapshot.Reader.TryIncRef())
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            snapshot = Volatile.Read(ref _snapshot);
        }

        var analyser = _analysers.TryTake(out var known) ? known : new Analyser();
        try
        {
            return read(snapshot, analyser);
        }
        finally
        {
            _analysers.Add(analyser);
            snapshot.Reader.DecRef();
        }
    }
}
