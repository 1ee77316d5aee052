namespace Mandate.Web;

/// <summary>What a host tells the portal.</summary>
public sealed class PortalOptions
{
    /// <summary>Gets the folder with laws/, elections/ and parliaments/.</summary>
    public required string Root { get; init; }

    /// <summary>Gets addresses to listen on, parted by semicolons. The default is the loopback, port 5080.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";
}
