using System.Text;
using Mandate.Laws;
using Mandate.Results.Ledger;

namespace Mandate.Modules.Tests.Ledger;

/// <summary>Signed notes, keys and checkpoints, held against what others have published.</summary>
public sealed class NoteTest : IDisposable
{
    /// <summary>Keys and note of the documentation and tests of golang.org/x/mod/sumdb/note (note.go, note_test.go).</summary>
    private const string Secret = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";
    private const string Public = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    private const string OtherPublic = "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop";
    private const string Text = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
    private const string Signature = "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    private const string OtherSignature = "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n";
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mandate-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Sign_TextOfGosDocumentation_GivesItsNote()
    {
        using var key = Signer(Secret);
        SignedNote.Sign(Text, key).ToString().ShouldBe($"{Text}\n{Signature}");
        key.Verifier.ToString().ShouldBe(Public);
        key.Secret().ShouldBe(Secret);
    }

    /// <summary>The example of C2SP signed-note, section on verifier keys.</summary>
    [Fact]
    public void Verify_ExampleOfTheSpecification_Holds()
    {
        var key = Key("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k");
        var note = Note("This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n");
        note.Verify([key]).Holds.ShouldBeTrue();
    }

    [Fact]
    public void Verify_SeveralSignatures_UnknownOnesArePassedOver()
    {
        var note = Note($"{Text}\n{Signature}{OtherSignature}");
        var (peter, enoch) = (Key(Public), Key(OtherPublic));
        var one = note.Verify([peter]);
        (one.Holds, one.Verified.Single(), one.Unknown.Single().Name).ShouldBe((true, peter, "EnochRoot"));
        note.Verify([peter, enoch]).Verified.ShouldBe([peter, enoch]);
        note.Verify([]).Holds.ShouldBeFalse("no signature of a known key");
        Note($"{Text}\n{Signature}{Signature}").Verify([peter]).Verified.ShouldBe([peter]);
    }

    /// <summary>One signature that fits does not make up for one that does not.</summary>
    [Fact]
    public void Verify_KnownKeyWhoseSignatureFails_DoesNotHold()
    {
        var (peter, enoch) = (Key(Public), Key(OtherPublic));
        var altered = Note($"{Text}\n{Signature}{OtherSignature.Replace("+vAF", "+vAG", StringComparison.Ordinal)}").Verify([peter, enoch]);
        (altered.Holds, altered.Verified.Single(), altered.Failed.Single().Name).ShouldBe((false, peter, "EnochRoot"));
        var longer = Signature[..60] + "ABCD" + Signature[60..];
        Note($"{Text}\n{longer}").Verify([peter]).Failed.Count.ShouldBe(1);
        Note($"{Text.Replace("answer", "answers", StringComparison.Ordinal)}\n{Signature}").Verify([peter]).Holds.ShouldBeFalse();
    }

    [Theory]
    [InlineData(Text, "note:3:1: found the end; expected a text, an empty line and signatures")]
    [InlineData(Text + "\n", "note:4:1: found 0 signatures; expected 1 to 100")]
    [InlineData(Text + "\n— PeterNeumann x08go/ZJ", "note:4:1: found the end; expected a new line at the end")]
    [InlineData(Text + "\n" + Signature + "Unexpected line.\n", "note:5:1: found no signature; expected '— name base64', where the base64 has the key's id in four bytes and then the signature")]
    [InlineData(Text + "\n— Bad Name x08go/ZJ\n", "note:4:1: found no signature; expected '— name base64', where the base64 has the key's id in four bytes and then the signature")]
    [InlineData(Text + "\n— a+b x08go/ZJ\n", "note:4:1: found no signature; expected '— name base64', where the base64 has the key's id in four bytes and then the signature")]
    [InlineData(Text + "\n— PeterNeumann x08goo==\n", "note:4:1: found no signature; expected '— name base64', where the base64 has the key's id in four bytes and then the signature")]
    [InlineData("a\nb\u0001\n\n" + Signature, "note:2:1: found a control, byte 1; expected text without controls but new lines")]
    [InlineData("a\r\n\n" + Signature, "note:1:1: found a control, byte 13; expected text without controls but new lines")]
    public void Parse_BadNote_NamesTheLine(string note, string fault) => Faults(f => SignedNote.Parse(Encoding.UTF8.GetBytes(note), "note", f)).ShouldBe(fault);

    [Fact]
    public void Parse_Limits_AreMet()
    {
        Faults(f => SignedNote.Parse([.. "a\xff"u8[..1], 0xFF, .. "\n\n"u8, .. Encoding.UTF8.GetBytes(Signature)], "note", f)).ShouldBe("note: found bytes that are not UTF-8; expected text without controls but new lines");
        Faults(f => SignedNote.Parse(new byte[1_000_001], "note", f)).ShouldBe("note: found 1000001 bytes; expected a note of at most 1000000");
        Faults(f => SignedNote.Parse(Encoding.UTF8.GetBytes($"{Text}\n{string.Concat(Enumerable.Repeat(Signature, 101))}"), "note", f)).ShouldBe("note:4:1: found 101 signatures; expected 1 to 100");
    }

    /// <summary>As in Go's tests: no part of a key and no key with one letter changed is a key.</summary>
    [Fact]
    public void Parse_MangledKeys_AreRefusedAndKeepTheSecret()
    {
        foreach (var (whole, read) in new (string, Func<string, Findings, object?>)[] { (Public, (t, f) => VerifierKey.Parse(t, "key", f)), (Secret, (t, f) => SignerKey.Parse(t, "key", f)) })
        {
            for (var i = 0; i < whole.Length; i++)
            {
                var tail = Faults(f => read(whole[i..], f), expected: i > 0);
                Faults(f => read(whole[..i], f)).ShouldNotBeEmpty();
                Faults(f => read(whole[..i] + (char)(whole[i] + 1) + whole[(i + 1)..], f)).ShouldNotContain("EKFALVFGyN");
                tail.ShouldNotContain("EKFALVFGyN");
            }
        }

        Faults(f => VerifierKey.Parse(Public.Replace("c74f20a3", "c74f20a4", StringComparison.Ordinal), "key", f)).ShouldBe("key:1:14: found the key id c74f20a4; expected c74f20a3, which belongs to this name and key");
        Faults(f => VerifierKey.Parse("PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", "key", f)).ShouldBe("key:1:23: found something else; expected base64 of the byte 01 (Ed25519) and a key of 32 bytes");
    }

    [Fact]
    public void KeyFile_Written_IsTheOwnersAndReadBack()
    {
        var path = Path.Combine(folder.FullName, "log.key");
        using var key = SignerKey.Create("example.com/log");
        key.WriteFile(path);
        var findings = new Findings();
        using var again = SignerKey.ReadFile(path, findings);
        again!.Verifier.ToString().ShouldBe(key.Verifier.ToString());
        again.Sign("a\n").ShouldBe(key.Sign("a\n"));
        Should.Throw<IOException>(() => key.WriteFile(path));
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
            Faults(f => SignerKey.ReadFile(path, f)).ShouldContain("GroupRead beyond its owner's");
        }

        Faults(f => SignerKey.ReadFile(path + "s", f)).ShouldEndWith("log.keys: found no file; expected a key file");
        Should.Throw<ArgumentException>(() => SignerKey.Create("a b"));
        Should.Throw<ArgumentException>(() => SignerKey.Create("a+b"));
        Should.Throw<ArgumentException>(() => SignerKey.Create(""));
    }

    /// <summary>The example of C2SP tlog-checkpoint.</summary>
    [Fact]
    public void Checkpoint_ExampleOfTheSpecification_IsReadAndWrittenBack()
    {
        const string Example = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";
        var note = Note(Example);
        var head = Checkpoint.Parse(note.Text, "checkpoint", new Findings())!;
        (head.Origin, head.Size, head.Root.ToBase64(), head.Extensions.Count).ShouldBe(("example.com/behind-the-sofa", 20852163, "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=", 0));
        head.ToText().ShouldBe(note.Text);
        Encoding.UTF8.GetString(note.ToBytes()).ShouldBe(Example);
    }

    [Theory]
    [InlineData("a\n1\n", "c:3:1: found the end; expected at least three lines: origin, size, root")]
    [InlineData("\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n", "c:1:1: found an empty line; expected the origin")]
    [InlineData("a\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n", "c:2:1: found '01'; expected the number of leaves, without leading zeros, below 2^63")]
    [InlineData("a\n+1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n", "c:2:1: found '+1'; expected the number of leaves, without leading zeros, below 2^63")]
    [InlineData("a\n9223372036854775808\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n", "c:2:1: found '9223372036854775808'; expected the number of leaves, without leading zeros, below 2^63")]
    [InlineData("a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n", "c:3:1: found 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J='; expected the root, 44 letters of base64")]
    [InlineData("a\n-\nx\ny\n\n", "c:2:1: found '-'; expected the number of leaves, without leading zeros, below 2^63|c:3:1: found 'x'; expected the root, 44 letters of base64|c:5:1: found an empty line; expected no empty line")]
    public void Checkpoint_BadText_NamesEveryLine(string text, string faults) => Faults(f => Checkpoint.Parse(text, "c", f)).ShouldBe(faults);

    [Fact]
    public void Checkpoint_Extensions_AreSigned()
    {
        using var key = SignerKey.Create("example.com/log");
        var note = new Checkpoint("example.com/log", 0, MerkleTree.EmptyRoot, ["training"]).Sign(key);
        note.Text.ShouldBe("example.com/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\ntraining\n");
        note.Verify([key.Verifier]).Holds.ShouldBeTrue();
        Checkpoint.Parse(note.Text, "c", new Findings())!.Extensions.ShouldBe(["training"]);
        Should.Throw<InvalidOperationException>(() => new Checkpoint("a\nb", 0, MerkleTree.EmptyRoot).ToText());
        Should.Throw<ArgumentException>(() => SignedNote.Sign("no new line", key));
        Should.Throw<ArgumentException>(() => SignedNote.Sign("a\n"));
    }

    private static SignedNote Note(string text) => Read(f => SignedNote.Parse(Encoding.UTF8.GetBytes(text), "note", f));

    private static VerifierKey Key(string text) => Read(f => VerifierKey.Parse(text, "key", f));

    private static SignerKey Signer(string text) => Read(f => SignerKey.Parse(text, "key", f));

    private static T Read<T>(Func<Findings, T?> read)
        where T : class
    {
        var findings = new Findings();
        return read(findings).ShouldNotBeNull(string.Join('|', findings.All));
    }

    private static string Faults(Func<Findings, object?> read, bool expected = true)
    {
        var findings = new Findings();
        (read(findings) is null).ShouldBe(expected);
        findings.IsEmpty.ShouldBe(!expected);
        return string.Join('|', findings.All);
    }
}
