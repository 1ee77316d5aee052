namespace Mandate.Electoral;

/// <summary>A number of votes for one list or person; never negative, at most 2^63 − 1.</summary>
public readonly record struct VoteCount
{
    /// <summary>Wraps <paramref name="value"/> votes.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is negative.</exception>
    public VoteCount(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Value = value;
    }

    /// <summary>Gets the number of votes.</summary>
    public long Value { get; }
}
