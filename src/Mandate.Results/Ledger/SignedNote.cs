using System.Buffers.Binary;
using System.Text;
using Mandate.Laws;

namespace Mandate.Results.Ledger;

/// <summary>A signature on a note.</summary>
/// <param name="Name">The name of the key.</param>
/// <param name="KeyId">The id of the key.</param>
/// <param name="Bytes">The signature; 64 bytes where the key is Ed25519.</param>
public sealed record NoteSignature(string Name, uint KeyId, ReadOnlyMemory<byte> Bytes);

/// <summary>What the signatures on a note are worth.</summary>
/// <param name="Verified">Known keys that have signed it.</param>
/// <param name="Failed">Signatures that bear the name and id of a known key and are not its own.</param>
/// <param name="Unknown">Signatures of other keys; they say nothing.</param>
public sealed record NoteVerdict(IReadOnlyList<VerifierKey> Verified, IReadOnlyList<NoteSignature> Failed, IReadOnlyList<NoteSignature> Unknown)
{
    /// <summary>Gets whether a known key has signed and no signature of a known key fails (C2SP signed-note, "Signatures").</summary>
    public bool Holds => Verified.Count > 0 && Failed.Count == 0;
}

/// <summary>A text with signatures (C2SP signed-note). What it says counts for nothing until <see cref="Verify"/> holds.</summary>
public sealed class SignedNote
{
    /// <summary>How long a note may be, in bytes.</summary>
    public const int MostBytes = 1_000_000;

    /// <summary>How many signatures a note may have.</summary>
    public const int MostSignatures = 100;

    private const string Dash = "\u2014 ";
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private SignedNote(string text, IReadOnlyList<NoteSignature> signatures) => (Text, Signatures) = (text, signatures);

    /// <summary>Gets what is signed, with its last new line.</summary>
    public string Text { get; }

    /// <summary>Gets the signatures, in their order.</summary>
    public IReadOnlyList<NoteSignature> Signatures { get; }

    /// <summary>Signs a text.</summary>
    /// <param name="text">The text; it ends with a new line and has no other control.</param>
    /// <param name="keys">At least one.</param>
    /// <exception cref="ArgumentException">The text cannot stand in a note, or there is no key.</exception>
    public static SignedNote Sign(string text, params IReadOnlyList<SignerKey> keys)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(keys);
        if (!text.EndsWith('\n') || text.Any(c => c < ' ' && c != '\n') || !NoteKeyText.IsUnicode(text))
        {
            throw new ArgumentException("The text of a note ends with a new line and has no other control and no half of a surrogate pair.", nameof(text));
        }

        return keys.Count == 0
            ? throw new ArgumentException("A note has at least one signature.", nameof(keys))
            : new SignedNote(text, [.. keys.Select(k => new NoteSignature(k.Verifier.Name, k.Verifier.KeyId, k.Sign(text)))]);
    }

    /// <summary>Reads a note; that says nothing of its signatures being right.</summary>
    /// <param name="bytes">The note.</param>
    /// <param name="shown">Where it comes from, for people.</param>
    /// <param name="findings">Receives what is wrong, by line.</param>
    /// <returns>The note, or null after noting a fault.</returns>
    public static SignedNote? Parse(ReadOnlySpan<byte> bytes, string shown, Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        void Fault(int line, string found, string expected) => findings.Add(new Finding(shown, line, line == 0 ? 0 : 1, found, expected));

        if (bytes.Length > MostBytes)
        {
            Fault(0, $"{bytes.Length} bytes", $"a note of at most {MostBytes}");
            return null;
        }

        var control = bytes.IndexOfAnyInRange((byte)0, (byte)9) is var low and >= 0 ? low : bytes.IndexOfAnyInRange((byte)11, (byte)31);
        if (control >= 0 || !System.Text.Unicode.Utf8.IsValid(bytes))
        {
            Fault(control < 0 ? 0 : 1 + bytes[..control].Count((byte)'\n'), control < 0 ? "bytes that are not UTF-8" : $"a control, byte {bytes[control]}", "text without controls but new lines");
            return null;
        }

        var all = Strict.GetString(bytes);
        var split = all.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (split < 0 || !all.EndsWith('\n'))
        {
            Fault(1 + bytes.Count((byte)'\n'), "the end", split < 0 ? "a text, an empty line and signatures" : "a new line at the end");
            return null;
        }

        var text = all[..(split + 1)];
        var lines = all[(split + 2)..].Split('\n')[..^1];
        var number = 2 + text.Count('\n');
        if (lines.Length is 0 or > MostSignatures)
        {
            Fault(number, $"{lines.Length} signatures", $"1 to {MostSignatures}");
            return null;
        }

        var signatures = new List<NoteSignature>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (Signature(lines[i]) is { } signature)
            {
                signatures.Add(signature);
            }
            else
            {
                Fault(number + i, "no signature", "'— name base64', where the base64 has the key's id in four bytes and then the signature");
            }
        }

        return signatures.Count == lines.Length ? new SignedNote(text, signatures) : null;
    }

    /// <summary>Checks the signatures of known keys; others are passed over.</summary>
    public NoteVerdict Verify(IReadOnlyCollection<VerifierKey> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var bytes = Strict.GetBytes(Text);
        var (verified, failed, unknown) = (new List<VerifierKey>(), new List<NoteSignature>(), new List<NoteSignature>());
        foreach (var signature in Signatures)
        {
            if (keys.FirstOrDefault(k => k.KeyId == signature.KeyId && k.Name == signature.Name) is not { } key)
            {
                unknown.Add(signature);
            }
            else if (!key.Verify(bytes, signature.Bytes.Span))
            {
                failed.Add(signature);
            }
            else if (!verified.Contains(key))
            {
                verified.Add(key);
            }
        }

        return new NoteVerdict(verified, failed, unknown);
    }

    /// <summary>Writes the note.</summary>
    public byte[] ToBytes() => Strict.GetBytes(ToString());

    /// <summary>Writes the note as text.</summary>
    public override string ToString()
    {
        var note = new StringBuilder(Text).Append('\n');
        foreach (var signature in Signatures)
        {
            var bytes = new byte[sizeof(uint) + signature.Bytes.Length];
            BinaryPrimitives.WriteUInt32BigEndian(bytes, signature.KeyId);
            signature.Bytes.CopyTo(bytes.AsMemory(sizeof(uint)));
            note.Append(Dash).Append(signature.Name).Append(' ').Append(Convert.ToBase64String(bytes)).Append('\n');
        }

        return note.ToString();
    }

    private static NoteSignature? Signature(string line)
    {
        if (!line.StartsWith(Dash, StringComparison.Ordinal) || line.Split(' ') is not [_, var name, var base64] || !NoteKeyText.IsName(name))
        {
            return null;
        }

        return Base64Text.TryDecode(base64, out var bytes) && bytes.Length > sizeof(uint)
            ? new NoteSignature(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(sizeof(uint)))
            : null;
    }
}
