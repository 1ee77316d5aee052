using System.Net.Sockets;
using System.Text;

namespace Mandate.Web.Tests;

/// <summary>Requests byte for byte, as no polite client sends them.</summary>
internal static class Wire
{
    /// <summary>Sends one request line and returns the whole answer.</summary>
    /// <param name="address">The portal.</param>
    /// <param name="line">The request line without its end, such as <c>GET /%00 HTTP/1.1</c>.</param>
    /// <param name="headers">Further header lines.</param>
    public static async Task<WireAnswer> SendAsync(Uri address, string line, params string[] headers)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, cancel);
        var stream = client.GetStream();
        string[] all = [line, $"Host: {address.Authority}", "Connection: close", .. headers, string.Empty, string.Empty];
        await stream.WriteAsync(Encoding.Latin1.GetBytes(string.Join("\r\n", all)), cancel);
        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, cancel);
        }
        catch (IOException)
        {
            // The portal hangs up on a request that it did not read to its end; what it said before counts.
        }

        return new WireAnswer(Encoding.UTF8.GetString(answer.ToArray()));
    }
}

/// <summary>An answer as it came.</summary>
internal sealed record WireAnswer(string Text)
{
    public int Status => Text.Split(' ') is [_, var code, ..] ? int.Parse(code, System.Globalization.CultureInfo.InvariantCulture) : 0;

    public string Head => Text.Split("\r\n\r\n")[0];

    public string? Header(string name) => Head.Split("\r\n").Skip(1)
        .Where(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)).Select(l => l[(name.Length + 1)..].Trim()).FirstOrDefault();
}
