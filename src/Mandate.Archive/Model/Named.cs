namespace Mandate.Archive;

/// <summary>What a name leads to.</summary>
public abstract record Named
{
    private Named()
    {
    }

    /// <summary>A document that can be opened, under its own handle.</summary>
    /// <param name="Document">The document.</param>
    public sealed record Found(Document Document) : Named;

    /// <summary>Another name for a document, or one that was merged: go to the handle.</summary>
    /// <param name="Handle">Where it leads.</param>
    public sealed record Moved(Handle Handle) : Named;

    /// <summary>A document that was taken down.</summary>
    /// <param name="Document">Its tombstone.</param>
    public sealed record Gone(Document Document) : Named;

    /// <summary>A document of a collection for which the reader has no grant.</summary>
    /// <param name="Document">What may be told of it.</param>
    /// <param name="Collection">The collection.</param>
    public sealed record Closed(Document Document, Collection Collection) : Named;

    /// <summary>No document has or had this name.</summary>
    public sealed record None : Named;
}
