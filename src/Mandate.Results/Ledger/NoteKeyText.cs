using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mandate.Laws;

namespace Mandate.Results.Ledger;

/// <summary>The text of keys: <c>name+id+base64</c>, where the last part is the byte 01 (Ed25519) and 32 bytes.</summary>
internal static class NoteKeyText
{
    private const byte Ed25519Type = 1;
    private const int KeyLength = 32;

    /// <summary>Whether a name may name a key (C2SP signed-note, "Format"): not empty, no Unicode space, no plus, no control.</summary>
    public static bool IsName(string name) => name.Length > 0 && !name.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '+') && IsUnicode(name);

    /// <summary>The id of a key: the first four bytes of SHA-256(name ‖ 0A ‖ 01 ‖ public key), big-endian.</summary>
    public static uint IdOf(string name, ReadOnlySpan<byte> publicKey) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', Ed25519Type, .. publicKey]));

    public static string Write(string name, uint id, ReadOnlySpan<byte> key) =>
        string.Create(CultureInfo.InvariantCulture, $"{name}+{id:x8}+{Convert.ToBase64String([Ed25519Type, .. key])}");

    /// <summary>Reads the three parts. A finding repeats none of them: where a plus is missing, the secret may stand in any.</summary>
    public static (string Name, uint Id, byte[] Key)? Read(string text, string shown, Findings findings)
    {
        void Fault(int column, string found, string expected) => findings.Add(new Finding(shown, 1, column, found, expected));

        var first = text.IndexOf('+', StringComparison.Ordinal);
        var second = first < 0 ? -1 : text.IndexOf('+', first + 1);
        if (second < 0)
        {
            Fault(1, "no key", "name+id+base64");
            return null;
        }

        var (name, id, key) = (text[..first], text[(first + 1)..second], text[(second + 1)..]);
        if (!IsName(name))
        {
            Fault(1, "something else", "a name without spaces");
            return null;
        }

        if (id.Length != 8 || !id.All(c => char.IsAsciiHexDigitLower(c) || char.IsAsciiDigit(c)))
        {
            Fault(first + 2, "something else", "the key's id, eight small hexadecimal digits");
            return null;
        }

        if (!Base64Text.TryDecode(key, out var bytes) || bytes.Length != 1 + KeyLength || bytes[0] != Ed25519Type)
        {
            Fault(second + 2, "something else", "base64 of the byte 01 (Ed25519) and a key of 32 bytes");
            return null;
        }

        return (name, uint.Parse(id, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture), bytes[1..]);
    }

    public static void IdFault(string name, uint found, uint expected, string shown, Findings findings) => findings.Add(new Finding(
        shown, 1, name.Length + 2, string.Create(CultureInfo.InvariantCulture, $"the key id {found:x8}"), string.Create(CultureInfo.InvariantCulture, $"{expected:x8}, which belongs to this name and key")));

    /// <summary>Whether no half of a surrogate pair stands alone.</summary>
    public static bool IsUnicode(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }
}
