using Microsoft.AspNetCore.Http;

namespace Mandate.Web;

/// <summary>Marks addresses whose answer may change at any moment, or be refused to the next reader: nothing between keeps it.</summary>
/// <param name="Streams">Whether the answer is a file that is passed on piece by piece and never held whole.</param>
internal sealed record Live(bool Streams)
{
    /// <summary>Keep it for this reader alone, and ask each time whether it is still so.</summary>
    public const string Ask = "private, no-cache";

    /// <summary>Keep it for this reader alone; under this address there is nothing else ever.</summary>
    public const string Keep = "private, max-age=31536000, immutable";

    /// <summary>The mark of the address that is asked for; null for those that may be kept for a while.</summary>
    public static Live? Of(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<Live>();
}
