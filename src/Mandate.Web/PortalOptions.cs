using Mandate.Archive;

namespace Mandate.Web;

/// <summary>What a host tells the portal.</summary>
public sealed class PortalOptions
{
    /// <summary>Gets the folder with laws/, elections/ and parliaments/.</summary>
    public required string Root { get; init; }

    /// <summary>Gets addresses to listen on, parted by semicolons. The default is the loopback, port 5080.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>Gets where the archive is; null where the portal has none, and no page of it.</summary>
    public ArchiveOptions? Archive { get; init; }

    /// <summary>Gets folders of elections, beside those at the root, whose figures cite pages of the archive. The default is none.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];
}
