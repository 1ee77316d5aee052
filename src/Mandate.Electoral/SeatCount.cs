namespace Mandate.Electoral;

/// <summary>A number of seats in one body; never negative.</summary>
public readonly record struct SeatCount
{
    /// <summary>Wraps <paramref name="value"/> seats.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is negative.</exception>
    public SeatCount(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Value = value;
    }

    /// <summary>Gets the number of seats.</summary>
    public int Value { get; }
}
