using System.Buffers;
using System.Collections.Concurrent;
using Lucene.Net.Index;
using Mandate.Archive.Search.Indexing;
using Mandate.Archive.Search.Matching;

namespace Mandate.Archive.Search.Answering;

/// <summary>Walks over all pages that match and in sight, groups them by section, and counts.</summary>
internal sealed class Tally : IDisposable
{
    /// <summary>From so many pages on that a query may walk over, it is worth waking the other cores.</summary>
    private const long WorthSharing = 10_000;

    private readonly Snapshot _snapshot;
    private readonly Sight _sight;
    private readonly int[] _rowPages;
    private readonly int[][] _besidePages;
    private readonly int _rows;
    private readonly Group[] _groups;
    private readonly List<int> _touched = [];
    private Match[] _matches = ArrayPool<Match>.Shared.Rent(4096);

    public Tally(Snapshot snapshot, Sight sight, bool withFacets)
    {
        (_snapshot, _sight, _rows) = (snapshot, sight, snapshot.Rows.Rows.Length);
        _rowPages = withFacets ? Cleared<int>(_rows) : [];
        _besidePages = withFacets ? [.. sight.ChosenFields.Select(_ => Cleared<int>(_rows))] : [];
        _groups = Cleared<Group>(snapshot.Rows.Groups);
    }

    /// <summary>Gets the pages that match.</summary>
    public int Pages { get; private set; }

    /// <summary>Gets the sections with a page that matches.</summary>
    public IReadOnlyList<int> Sections => _touched;

    /// <summary>What is known of a section's pages.</summary>
    public ref readonly Group this[int group] => ref _groups[group];

    /// <summary>The pages that match, in the order of the index.</summary>
    public ReadOnlySpan<Match> Matches => _matches.AsSpan(0, Pages);

    /// <summary>Gets the pages that match, by row; empty without facets.</summary>
    public ReadOnlySpan<int> RowPages => _rowPages.AsSpan(0, _rowPages.Length == 0 ? 0 : _rows);

    /// <summary>The pages by row that would match but for the n-th chosen field, from 1.</summary>
    public ReadOnlySpan<int> RowPagesBeside(int field) => _besidePages[field - 1].AsSpan(0, _rows);

    /// <summary>Walks over the pages of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="since">Pages put by this change or an earlier one are passed over; 0 for none.</param>
    public void Walk(Plan plan, long since)
    {
        var segments = _snapshot.Segments.Where(s => s.Pages.NewestChange > since).ToList();
        var walks = new Func<Matcher?>[segments.Count];
        for (var i = 0; i < walks.Length; i++)
        {
            var segment = segments[i];
            walks[i] = () => plan.Open(segment, leads: true);
        }

        if (segments.Count > 1 && Environment.ProcessorCount > 1 && segments.Sum(plan.Cost) >= WorthSharing)
        {
            // Where the words of a query are on many pages, cores share the segments. What they find is counted in the same order.
            var found = new Recorded?[segments.Count];
            var largestFirst = Enumerable.Range(0, found.Length).OrderByDescending(i => plan.Cost(segments[i])).ToArray();
            Parallel.ForEach(Partitioner.Create(largestFirst, EnumerablePartitionerOptions.NoBuffering), i => found[i] = Recorded.Of(walks[i]()));
            for (var i = 0; i < walks.Length; i++)
            {
                var recorded = found[i];
                walks[i] = () => recorded;
            }
        }

        for (var i = 0; i < walks.Length; i++)
        {
            if (walks[i]() is { } matcher)
            {
                Walk(segments[i], matcher, since > 0 ? segments[i].Reader.GetNumericDocValues(Indexing.Fields.Change) : null, since);
            }
        }
    }

    private void Walk(Segment segment, Matcher matcher, NumericDocValues? changes, long since)
    {
        var (rowOf, live) = (segment.Pages.Rows, segment.Live);
        var groupOf = _snapshot.Rows.GroupOf;
        for (var doc = matcher.Next(); doc != Matcher.End; doc = matcher.Next())
        {
            var row = rowOf[doc];
            var seen = _sight.Of(row);
            if (seen == Sight.Hidden || (live is not null && !live.Get(doc)) || (changes is not null && changes.Get(doc) <= since))
            {
                continue;
            }

            if (seen != Sight.Seen)
            {
                if (_besidePages.Length > 0)
                {
                    _besidePages[seen - 1][row]++;
                }

                continue;
            }

            if (_rowPages.Length > 0)
            {
                _rowPages[row]++;
            }

            var score = matcher.Score();
            var number = groupOf[row];
            ref var group = ref _groups[number];
            if (group.Pages++ == 0)
            {
                _touched.Add(number);
                (group.Best, group.Row, group.Page) = (score, row, segment.Pages.Pages[doc]);
            }
            else if (score > group.Best || (score == group.Best && segment.Pages.Pages[doc] < group.Page))
            {
                (group.Best, group.Row, group.Page) = (score, row, segment.Pages.Pages[doc]);
            }

            Add(new Match(segment.DocBase + doc, number, score));
        }
    }

    public void Dispose()
    {
        ArrayPool<Match>.Shared.Return(_matches);
        ArrayPool<Group>.Shared.Return(_groups);
        foreach (var counts in (int[][])[.. _besidePages, _rowPages])
        {
            ArrayPool<int>.Shared.Return(counts);
        }
    }

    private void Add(Match match)
    {
        if (Pages == _matches.Length)
        {
            var more = ArrayPool<Match>.Shared.Rent(Pages * 2);
            _matches.AsSpan(0, Pages).CopyTo(more);
            ArrayPool<Match>.Shared.Return(_matches);
            _matches = more;
        }

        _matches[Pages++] = match;
    }

    private static T[] Cleared<T>(int length)
    {
        var array = ArrayPool<T>.Shared.Rent(Math.Max(1, length));
        Array.Clear(array, 0, length);
        return array;
    }

    /// <summary>The pages of a segment that match, walked over before, with their scores.</summary>
    private sealed class Recorded : Matcher
    {
        private readonly List<(int Doc, float Score)> _pages = [];
        private int _at = -1;

        /// <summary>Walks to the end; null where nothing can match.</summary>
        public static Recorded? Of(Matcher? matcher)
        {
            if (matcher is null)
            {
                return null;
            }

            var recorded = new Recorded();
            for (var doc = matcher.Next(); doc != End; doc = matcher.Next())
            {
                recorded._pages.Add((doc, matcher.Score()));
            }

            return recorded;
        }

        public override int Next() => Doc = ++_at < _pages.Count ? _pages[_at].Doc : End;

        public override int Advance(int target)
        {
            while (Next() < target)
            {
            }

            return Doc;
        }

        public override float Score() => _pages[_at].Score;
    }

    /// <summary>A page that matches: its number in the snapshot, its section, its score.</summary>
    public readonly record struct Match(int Doc, int Group, float Score);

    /// <summary>A section: its pages that match, and the score, row and number of the best.</summary>
    public struct Group
    {
        public int Pages;
        public float Best;
        public int Row;
        public int Page;
    }
}
