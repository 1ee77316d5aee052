using System.Runtime.InteropServices;

namespace Mandate.Archive.Search.Matching;

/// <summary>How the words of a phrase have to stand on a page.</summary>
internal interface IPhraseForm
{
    /// <summary>Gets how often they do so on the page looked at last, the very words counting 1.</summary>
    float Weight { get; }

    /// <summary>Whether they do so on this page, where every word's places have been read.</summary>
    bool Fits(int doc);

    /// <summary>Adds the places of those words that do, on the page looked at last.</summary>
    void AddPlaces(List<int> places);
}

/// <summary>One word after another.</summary>
/// <remarks>
/// The next word stands at the next place; or at the same one, where the two are parts of one word (<c>full-text</c>);
/// or after words that only go on from the one before, since a line's end divided it.
/// </remarks>
internal sealed class ChainForm(PlaceReader[] words, PlaceReader?[] pairs, PlaceReader? continued) : IPhraseForm
{
    // For each word, the places that end a chain of the words up to it.
    private readonly List<Place>[] _ends = [.. words.Select(_ => new List<Place>())];
    private List<Place>? _continued;
    private int _doc = -1;

    public float Weight { get; private set; }

    public bool Fits(int doc)
    {
        (_doc, _continued, Weight) = (doc, null, 0);
        _ends[0] = words[0].Places;
        for (var i = 1; i < words.Length; i++)
        {
            Extend(_ends[i - 1], words[i].Places, pairs[i - 1], _ends[i]);
            if (_ends[i].Count == 0)
            {
                return false;
            }
        }

        foreach (var end in _ends[^1])
        {
            Weight += end.Weight;
        }

        return true;
    }

    public void AddPlaces(List<int> places)
    {
        var kept = _ends[^1].ConvertAll(p => p.At);
        places.AddRange(kept);
        for (var i = words.Length - 2; i >= 0; i--)
        {
            var pairPlaces = pairs[i] is { } pair ? pair.Places : [];
            kept = [.. _ends[i].Select(p => p.At).Where(at => kept.Exists(next => Follows(at, next, pairPlaces)))];
            places.AddRange(kept);
        }
    }

    private void Extend(List<Place> before, List<Place> places, PlaceReader? pair, List<Place> ends)
    {
        ends.Clear();
        var pairPlaces = pair?.ReadAt(_doc) ?? None;
        var reached = CollectionsMarshal.AsSpan(before);
        var from = 0;
        foreach (var place in places)
        {
            // Places rise in both lists, and a step is short.
            while (from < reached.Length && reached[from].At < place.At - LongestStep)
            {
                from++;
            }

            // Mostly the word before is the one before; the other ways are looked at where it is not.
            var near = from;
            while (near < reached.Length && reached[near].At < place.At - 1)
            {
                near++;
            }

            var best = near < reached.Length && reached[near].At == place.At - 1 ? reached[near].Weight : -1f;
            for (var i = best < 0 && (pair is not null || continued is not null) ? from : reached.Length; i < reached.Length && reached[i].At <= place.At; i++)
            {
                if (reached[i].Weight > best && Follows(reached[i].At, place.At, pairPlaces))
                {
                    best = reached[i].Weight;
                }
            }

            if (best >= 0)
            {
                ends.Add(place with { Weight = Math.Min(best, place.Weight) });
            }
        }
    }

    private const int LongestStep = 6;
    private static readonly List<Place> None = [];

    private bool Follows(int at, int next, List<Place> pairPlaces) => (next - at) switch
    {
        1 => true,
        0 => Has(pairPlaces, at),
        > 1 and <= LongestStep => IsOneWord(at, next),
        _ => false,
    };

    /// <summary>Whether all words between the two only go on from the first.</summary>
    private bool IsOneWord(int at, int next)
    {
        if (continued is null)
        {
            return false;
        }

        _continued ??= continued.ReadAt(_doc);
        for (var between = at + 1; between < next; between++)
        {
            if (!Has(_continued, between))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Has(List<Place> places, int at)
    {
        foreach (var place in places)
        {
            if (place.At >= at)
            {
                return place.At == at;
            }
        }

        return false;
    }
}

/// <summary>In any order, with at most so many other words between the first and the last.</summary>
internal sealed class NearForm(PlaceReader[] words, int near) : IPhraseForm
{
    private readonly List<(int At, int Word)> _all = [];
    private readonly int[] _counts = new int[words.Length];

    public float Weight { get; private set; }

    public bool Fits(int doc)
    {
        _all.Clear();
        for (var i = 0; i < words.Length; i++)
        {
            foreach (var place in words[i].Places)
            {
                _all.Add((place.At, i));
            }
        }

        _all.Sort();
        Weight = 0;
        Windows((_, _) => Weight++);
        return Weight > 0;
    }

    public void AddPlaces(List<int> places) => Windows((first, last) =>
    {
        for (var i = first; i <= last; i++)
        {
            places.Add(_all[i].At);
        }
    });

    /// <summary>Finds the narrowest windows with every word, each at a place of its own.</summary>
    private void Windows(Action<int, int> found)
    {
        Array.Clear(_counts);
        var (first, missing) = (0, words.Length);
        for (var last = 0; last < _all.Count; last++)
        {
            missing -= _counts[_all[last].Word]++ == 0 ? 1 : 0;
            while (missing == 0 && _counts[_all[first].Word] > 1)
            {
                _counts[_all[first++].Word]--;
            }

            if (missing > 0)
            {
                continue;
            }

            if (_all[last].At - _all[first].At <= words.Length - 1 + near && DistinctPlaces(first, last) >= words.Length)
            {
                found(first, last);
            }

            _counts[_all[first++].Word]--;
            missing++;
        }
    }

    private int DistinctPlaces(int first, int last)
    {
        var places = 1;
        for (var i = first + 1; i <= last; i++)
        {
            places += _all[i].At == _all[i - 1].At ? 0 : 1;
        }

        return places;
    }
}
