namespace Mandate.Archive.Search;

/// <summary>The index cannot be read: it is damaged, or of another version. It holds nothing of its own: delete it and build it anew from change 0.</summary>
internal sealed class IndexUnusableException(string message, Exception? inner) : Exception(message, inner);

/// <summary>Another process writes to the index.</summary>
internal sealed class IndexHeldException(string message, Exception? inner) : Exception(message, inner);
