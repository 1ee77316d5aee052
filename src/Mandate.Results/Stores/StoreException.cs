namespace Mandate.Results.Stores;

/// <summary>A store that cannot be opened: the message says what was found and what to do.</summary>
public sealed class StoreException : Exception
{
    /// <summary>Makes one with a message for people.</summary>
    public StoreException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message for people and its cause.</summary>
    public StoreException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Makes one without a message.</summary>
    public StoreException()
    {
    }
}
