using System.Diagnostics.CodeAnalysis;

namespace Mandate.Results.Ledger;

/// <summary>Base64 of RFC 4648, section 4, of which there is one form only: no white space, no stray bits at the end.</summary>
internal static class Base64Text
{
    public static bool TryDecode(string text, [NotNullWhen(true)] out byte[]? bytes)
    {
        var target = new byte[text.Length / 4 * 3];
        bytes = Convert.TryFromBase64String(text, target, out var length) && Convert.ToBase64String(target.AsSpan(0, length)) == text ? target[..length] : null;
        return bytes is not null;
    }
}
