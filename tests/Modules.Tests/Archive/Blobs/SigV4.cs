using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Mandate.Modules.Tests.TheArchive.Blobs;

/// <summary>Checks a request's AWS Signature Version 4, as its public description has it: canonical request, string to sign, derived key.</summary>
internal static class SigV4
{
    /// <summary>What is wrong with the signature; null where nothing is.</summary>
    public static string? Fault(HttpRequest request, string target, byte[] body, string secret)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith("AWS4-HMAC-SHA256 ", StringComparison.Ordinal))
        {
            return "no signature";
        }

        var parts = header[17..].Split(',').Select(p => p.Trim().Split('=', 2)).ToDictionary(p => p[0], p => p[1]);
        var scope = parts["Credential"].Split('/', 2)[1];
        var bodyHash = Convert.ToHexStringLower(SHA256.HashData(body));
        if (request.Headers["x-amz-content-sha256"].ToString() != bodyHash)
        {
            return $"the body's hash is {bodyHash}, the header says {request.Headers["x-amz-content-sha256"]}";
        }

        string[] must = ["host", "x-amz-content-sha256", "x-amz-date"];
        var signed = parts["SignedHeaders"].Split(';');
        if (must.Except(signed).Any())
        {
            return "unsigned headers";
        }

        var pieces = target.Split('?', 2);
        var query = pieces.Length < 2 ? "" : string.Join('&', pieces[1].Split('&').Select(p => p.Contains('=', StringComparison.Ordinal) ? p : p + "=").Order(StringComparer.Ordinal));
        var canonical = string.Join('\n', request.Method, pieces[0], query, string.Concat(signed.Select(h => $"{h}:{request.Headers[h].ToString().Trim()}\n")), parts["SignedHeaders"], bodyHash);
        var toSign = string.Join('\n', "AWS4-HMAC-SHA256", request.Headers["x-amz-date"].ToString(), scope, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + secret), Keyed);
        var expected = Convert.ToHexStringLower(Keyed(key, toSign));
        return expected == parts["Signature"] ? null : $"expected signature {expected} of {canonical}";
    }

    private static byte[] Keyed(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
