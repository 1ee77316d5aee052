namespace Mandate.Archive.Search;

/// <summary>How an index is built.</summary>
internal sealed record LuceneIndexOptions
{
    /// <summary>Memory for pages that are not written yet, in MiB: 16 to 2,000. More makes fewer and larger segments.</summary>
    public int BufferMegabytes { get; init; } = 256;

    /// <summary>Threads that index: 1 to 64.</summary>
    public int Workers { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, 64);
}
