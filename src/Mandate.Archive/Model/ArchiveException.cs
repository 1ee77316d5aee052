namespace Mandate.Archive;

/// <summary>Something the archive cannot do: the message says what was found, what was expected and what to do.</summary>
public sealed class ArchiveException : Exception
{
    /// <summary>Makes one with a message for people.</summary>
    public ArchiveException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message for people and its cause.</summary>
    public ArchiveException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Makes one without a message.</summary>
    public ArchiveException()
    {
    }
}
