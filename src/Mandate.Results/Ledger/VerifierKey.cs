using System.Text;
using Mandate.Laws;
using NSec.Cryptography;

namespace Mandate.Results.Ledger;

/// <summary>A public Ed25519 key with the name it signs under (C2SP signed-note).</summary>
public sealed class VerifierKey
{
    private readonly PublicKey key;

    internal VerifierKey(string name, PublicKey key)
    {
        (Name, this.key) = (name, key);
        KeyId = NoteKeyText.IdOf(name, key.Export(KeyBlobFormat.RawPublicKey));
    }

    /// <summary>Gets the name, usually a URL without its scheme such as <c>example.com/log</c>.</summary>
    public string Name { get; }

    /// <summary>Gets the id that its signatures bear.</summary>
    public uint KeyId { get; }

    /// <summary>Gets the 32 bytes of the key (RFC 8032).</summary>
    public ReadOnlyMemory<byte> PublicBytes => key.Export(KeyBlobFormat.RawPublicKey);

    /// <summary>Reads <c>name+id+base64</c>.</summary>
    /// <param name="text">The text; a new line at its end does no harm.</param>
    /// <param name="shown">Where it comes from, for people.</param>
    /// <param name="findings">Receives what is wrong.</param>
    /// <returns>The key, or null after noting a fault.</returns>
    public static VerifierKey? Parse(string text, string shown, Findings findings)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(findings);
        if (NoteKeyText.Read(text.TrimEnd('\n'), shown, findings) is not var (name, id, bytes))
        {
            return null;
        }

        if (!PublicKey.TryImport(SignatureAlgorithm.Ed25519, bytes, KeyBlobFormat.RawPublicKey, out var key) || key is null)
        {
            findings.Add(new Finding(shown, 1, 1, "32 bytes that are no public key", "a public key of Ed25519"));
            return null;
        }

        var verifier = new VerifierKey(name, key);
        if (verifier.KeyId != id)
        {
            NoteKeyText.IdFault(name, id, verifier.KeyId, shown, findings);
            return null;
        }

        return verifier;
    }

    /// <summary>Whether this key has signed a text.</summary>
    public bool Verify(string text, ReadOnlySpan<byte> signature) => Verify(Encoding.UTF8.GetBytes(text), signature);

    /// <summary>Writes <c>name+id+base64</c>.</summary>
    public override string ToString() => NoteKeyText.Write(Name, KeyId, PublicBytes.Span);

    internal bool Verify(ReadOnlySpan<byte> text, ReadOnlySpan<byte> signature) => SignatureAlgorithm.Ed25519.Verify(key, text, signature);
}
