using Mandate.Archive.Search.Indexing;

namespace Mandate.Archive.Search.Matching;

/// <summary>Pages that all of some plans match and none of others.</summary>
/// <param name="musts">At least one.</param>
/// <param name="nots">Those that must not match.</param>
internal sealed class AndPlan(IReadOnlyList<Plan> musts, IReadOnlyList<Plan> nots) : Plan
{
    public override long Cost(Segment segment) => musts.Min(m => m.Cost(segment));

    public override Matcher? Open(Segment segment, bool leads)
    {
        // The rarest leads; the others are only asked about its pages.
        var order = musts.Select((plan, i) => (Plan: plan, Cost: plan.Cost(segment), At: i)).OrderBy(m => m.Cost).ThenBy(m => m.At).ToList();
        var open = new Matcher[order.Count];
        for (var i = 0; i < open.Length; i++)
        {
            if (order[i].Plan.Open(segment, leads && i == 0) is not { } matcher)
            {
                return null;
            }

            open[i] = matcher;
        }

        return new Walk(open, [.. nots.Select(n => n.Open(segment, leads: false)).OfType<Matcher>()]);
    }

    public override void AddHits(Segment segment, ReadOnlySpan<int> docs, ReadOnlySpan<List<int>> hits)
    {
        foreach (var must in musts)
        {
            must.AddHits(segment, docs, hits);
        }
    }

    private sealed class Walk(Matcher[] musts, Matcher[] nots) : Matcher
    {
        public override int Next() => Settle(musts[0].Next());

        public override int Advance(int target) => Settle(musts[0].Advance(target));

        public override float Score()
        {
            var sum = 0f;
            foreach (var must in musts)
            {
                sum += must.Score();
            }

            return sum;
        }

        private int Settle(int doc)
        {
            while (doc != End)
            {
                var ahead = Behind(doc);
                if (ahead == doc)
                {
                    if (!IsExcluded(doc))
                    {
                        break;
                    }

                    doc = musts[0].Next();
                }
                else
                {
                    doc = ahead == End ? End : musts[0].Advance(ahead);
                }
            }

            return Doc = doc;
        }

        /// <summary>The page itself where all others match it, or the first that could be next.</summary>
        private int Behind(int doc)
        {
            for (var i = 1; i < musts.Length; i++)
            {
                var other = musts[i].Doc < doc ? musts[i].Advance(doc) : musts[i].Doc;
                if (other > doc)
                {
                    return other;
                }
            }

            return doc;
        }

        private bool IsExcluded(int doc)
        {
            foreach (var not in nots)
            {
                if ((not.Doc < doc ? not.Advance(doc) : not.Doc) == doc)
                {
                    return true;
                }
            }

            return false;
        }
    }
}

/// <summary>Pages that at least one plan matches; their scores are summed.</summary>
internal sealed class OrPlan(IReadOnlyList<Plan> parts) : Plan
{
    public override long Cost(Segment segment) => parts.Sum(p => p.Cost(segment));

    public override Matcher? Open(Segment segment, bool leads)
    {
        var open = parts.Select(p => p.Open(segment, leads)).OfType<Matcher>().ToArray();
        return open.Length switch { 0 => null, 1 => open[0], _ => new Walk(open) };
    }

    public override void AddHits(Segment segment, ReadOnlySpan<int> docs, ReadOnlySpan<List<int>> hits)
    {
        foreach (var part in parts)
        {
            part.AddHits(segment, docs, hits);
        }
    }

    private sealed class Walk(Matcher[] parts) : Matcher
    {
        public override int Next() => Advance(Doc + 1);

        public override int Advance(int target)
        {
            var lowest = End;
            foreach (var part in parts)
            {
                var doc = part.Doc;
                if (doc < target)
                {
                    doc = target == doc + 1 ? part.Next() : part.Advance(target);
                }

                lowest = Math.Min(lowest, doc);
            }

            return Doc = lowest;
        }

        public override float Score()
        {
            var sum = 0f;
            foreach (var part in parts)
            {
                sum += part.Doc == Doc ? part.Score() : 0;
            }

            return sum;
        }
    }
}

/// <summary>Pages of which what is known of their section fulfils a condition. It does not score.</summary>
/// <param name="rows">The rows of the snapshot.</param>
/// <param name="fits">The condition.</param>
internal sealed class RowPlan(RowTable.View rows, Predicate<Row> fits) : Plan
{
    public override long Cost(Segment segment) => segment.Count;

    public override Matcher Open(Segment segment, bool leads) => new Walk(segment.Pages.Rows, rows, fits, new sbyte[rows.Rows.Length]);

    /// <summary>Asks about each row once: 1 where it fits, -1 where it does not, 0 where it was not asked about.</summary>
    private sealed class Walk(int[] rowOf, RowTable.View rows, Predicate<Row> fits, sbyte[] known) : Matcher
    {
        public override int Next() => Advance(Doc + 1);

        public override int Advance(int target)
        {
            for (var doc = target; doc < rowOf.Length; doc++)
            {
                var row = rowOf[doc];
                if (row < 0)
                {
                    continue;
                }

                if (known[row] == 0)
                {
                    known[row] = fits(rows.Rows[row]) ? (sbyte)1 : (sbyte)-1;
                }

                if (known[row] > 0)
                {
                    return Doc = doc;
                }
            }

            return Doc = End;
        }

        public override float Score() => 0;
    }
}

/// <summary>No page.</summary>
internal sealed class NoPlan : Plan
{
    public override long Cost(Segment segment) => 0;

    public override Matcher? Open(Segment segment, bool leads) => null;
}
