namespace Mandate.Electoral;

/// <summary>Orders names by an alphabet that a law carries, the same on every machine.</summary>
/// <param name="letters">Letters in order, upper case, one character each.</param>
/// <remarks>Case does not count. Spaces, hyphens and other signs come before letters; letters the alphabet lacks come after it.</remarks>
public sealed class Alphabet(IReadOnlyList<string> letters) : IComparer<string>
{
    private readonly Dictionary<char, int> places = letters.Select((l, i) => (l[0], i)).ToDictionary(p => p.Item1, p => p.i);

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        string a = x ?? string.Empty, b = y ?? string.Empty;
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            var order = Place(a[i]).CompareTo(Place(b[i]));
            if (order != 0)
            {
                return order;
            }
        }

        return a.Length.CompareTo(b.Length);
    }

    private int Place(char c)
    {
        var letter = char.ToUpperInvariant(c);
        return places.TryGetValue(letter, out var place) ? place : char.IsLetter(letter) ? places.Count + letter : -char.MaxValue + letter;
    }
}
