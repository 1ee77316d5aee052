namespace Mandate.Archive.Blobs;

/// <summary>Whether kept bytes are still those that were given.</summary>
internal static class Fixity
{
    /// <summary>Reads a blob through once and compares its hash with its name.</summary>
    public static async Task<FixityOutcome> CheckAsync(IBlobStore store, string sha256, CancellationToken cancel)
    {
        BlobName.Checked(sha256);
        try
        {
            var content = await store.OpenAsync(sha256, cancel).ConfigureAwait(false);
            if (content is null)
            {
                return new FixityOutcome.Missing();
            }

            await using (content.ConfigureAwait(false))
            {
                var found = await HashedCopy.ToAsync(content, Stream.Null, cancel).ConfigureAwait(false);
                return found.Sha256 == sha256 ? new FixityOutcome.Intact(found.Length) : new FixityOutcome.Altered(found.Sha256);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new FixityOutcome.Unreadable(e.Message);
        }
    }
}

/// <summary>What a check of kept bytes found.</summary>
internal abstract record FixityOutcome
{
    private FixityOutcome()
    {
    }

    /// <summary>They are those that were given.</summary>
    /// <param name="Length">How many there are.</param>
    public sealed record Intact(long Length) : FixityOutcome;

    /// <summary>There are others under the name.</summary>
    /// <param name="Found">The SHA-256 of what is there.</param>
    public sealed record Altered(string Found) : FixityOutcome;

    /// <summary>There are none under the name.</summary>
    public sealed record Missing : FixityOutcome;

    /// <summary>They could not be read to the end, so nothing is known of them.</summary>
    /// <param name="Reason">Why, in words.</param>
    public sealed record Unreadable(string Reason) : FixityOutcome;
}
