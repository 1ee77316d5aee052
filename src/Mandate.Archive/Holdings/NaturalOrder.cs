namespace Mandate.Archive.Holdings;

/// <summary>Orders labels as a person does: runs of digits by their number, the rest letter by letter, so that A-9 comes before A-12.</summary>
internal sealed class NaturalOrder : IComparer<string?>
{
    /// <summary>The one order.</summary>
    public static NaturalOrder Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(string? x, string? y)
    {
        var a = x.AsSpan();
        var b = y.AsSpan();
        while (!a.IsEmpty && !b.IsEmpty)
        {
            int order;
            if (char.IsAsciiDigit(a[0]) && char.IsAsciiDigit(b[0]))
            {
                var left = Digits(ref a).TrimStart('0');
                var right = Digits(ref b).TrimStart('0');
                order = left.Length != right.Length ? left.Length.CompareTo(right.Length) : left.SequenceCompareTo(right);
            }
            else
            {
                order = a[0].CompareTo(b[0]);
                a = a[1..];
                b = b[1..];
            }

            if (order != 0)
            {
                return order;
            }
        }

        return a.Length != b.Length ? a.Length.CompareTo(b.Length) : string.CompareOrdinal(x, y);
    }

    private static ReadOnlySpan<char> Digits(ref ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsAsciiDigit(text[length]))
        {
            length++;
        }

        var digits = text[..length];
        text = text[length..];
        return digits;
    }
}
