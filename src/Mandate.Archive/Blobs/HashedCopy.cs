using System.Buffers;
using System.Security.Cryptography;

namespace Mandate.Archive.Blobs;

/// <summary>Copies bytes and hashes them on the way, reading them once.</summary>
internal static class HashedCopy
{
    private const int Piece = 128 * 1024;

    /// <summary>Copies all that is left of a stream.</summary>
    /// <param name="from">Read from where it stands to its end.</param>
    /// <param name="to">Receives the bytes; <see cref="Stream.Null"/> only hashes them.</param>
    /// <param name="cancel">Ends the copying.</param>
    /// <returns>The bytes' SHA-256 and number.</returns>
    public static async Task<Blob> ToAsync(Stream from, Stream to, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            long length = 0;
            for (int read; (read = await from.ReadAsync(buffer.AsMemory(0, Piece), cancel).ConfigureAwait(false)) > 0;)
            {
                hash.AppendData(buffer, 0, read);
                await to.WriteAsync(buffer.AsMemory(0, read), cancel).ConfigureAwait(false);
                length += read;
            }

            return new Blob(BlobName.Of(hash.GetHashAndReset()), length);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
