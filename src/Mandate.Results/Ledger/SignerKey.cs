using System.Text;
using Mandate.Laws;
using NSec.Cryptography;

namespace Mandate.Results.Ledger;

/// <summary>A secret Ed25519 key with the name it signs under. Whoever has it can write another history: it is kept in one file.</summary>
public sealed class SignerKey : IDisposable
{
    private const string Prefix = "PRIVATE+KEY+";
    private const int MostBytes = 4096;
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly Key key;

    private SignerKey(string name, Key key)
    {
        this.key = key;
        Verifier = new VerifierKey(name, key.PublicKey);
    }

    /// <summary>Gets the public half.</summary>
    public VerifierKey Verifier { get; }

    /// <summary>Makes a new key.</summary>
    /// <param name="name">The name it signs under, usually the log's origin.</param>
    /// <exception cref="ArgumentException">The name is empty or has a space, a control or a plus.</exception>
    public static SignerKey Create(string name) => NoteKeyText.IsName(name)
        ? new SignerKey(name, Key.Create(SignatureAlgorithm.Ed25519, Policy()))
        : throw new ArgumentException($"'{name}' cannot name a key: no spaces, no controls, no plus, not empty.", nameof(name));

    /// <summary>Reads <c>PRIVATE+KEY+name+id+base64</c>, the form of Go's <c>golang.org/x/mod/sumdb/note</c>.</summary>
    /// <param name="text">The text; a new line at its end does no harm.</param>
    /// <param name="shown">Where it comes from, for people.</param>
    /// <param name="findings">Receives what is wrong; the secret is never repeated there.</param>
    /// <returns>The key, or null after noting a fault.</returns>
    public static SignerKey? Parse(string text, string shown, Findings findings)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(findings);
        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            findings.Add(new Finding(shown, 1, 1, "something else", $"{Prefix}name+id+base64"));
            return null;
        }

        if (NoteKeyText.Read(text[Prefix.Length..].TrimEnd('\n'), shown, findings) is not var (name, id, seed))
        {
            return null;
        }

        var signer = new SignerKey(name, Key.Import(SignatureAlgorithm.Ed25519, seed, KeyBlobFormat.RawPrivateKey, Policy()));
        if (signer.Verifier.KeyId != id)
        {
            NoteKeyText.IdFault(name, id, signer.Verifier.KeyId, shown, findings);
            signer.Dispose();
            return null;
        }

        return signer;
    }

    /// <summary>Reads a key file; one that other users of a Unix machine may read is refused.</summary>
    /// <param name="path">The file.</param>
    /// <param name="findings">Receives what is wrong.</param>
    /// <returns>The key, or null after noting a fault.</returns>
    public static SignerKey? ReadFile(string path, Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var file = new FileInfo(path);
        if (!file.Exists || file.Length > MostBytes)
        {
            findings.Add(new Finding(path, 0, 0, file.Exists ? $"{file.Length} bytes" : "no file", "a key file"));
            return null;
        }

        if (!OperatingSystem.IsWindows() && (file.UnixFileMode & ~Owner) is not 0 and var more)
        {
            findings.Add(new Finding(path, 0, 0, $"a secret key with the rights {more} beyond its owner's", "mode 0600: make a new key if others may have read it, else chmod 600"));
            return null;
        }

        return Parse(File.ReadAllText(path), path, findings);
    }

    /// <summary>Writes a new file that only its owner may read (mode 0600 on Unix; elsewhere the folder's rights hold).</summary>
    /// <exception cref="IOException">The file is there already: a key is never overwritten.</exception>
    public void WriteFile(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Owner;
        }

        using var file = new FileStream(path, options);
        file.Write(Encoding.UTF8.GetBytes(Secret() + "\n"));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Signs a text.</summary>
    /// <returns>64 bytes; the same for the same text (RFC 8032).</returns>
    public byte[] Sign(string text) => SignatureAlgorithm.Ed25519.Sign(key, Encoding.UTF8.GetBytes(text));

    /// <summary>Wipes the secret from memory.</summary>
    public void Dispose() => key.Dispose();

    /// <summary>The text of the secret key.</summary>
    internal string Secret() => Prefix + NoteKeyText.Write(Verifier.Name, Verifier.KeyId, key.Export(KeyBlobFormat.RawPrivateKey));

    private static KeyCreationParameters Policy() => new() { ExportPolicy = KeyExportPolicies.AllowPlaintextExport };
}
