using System.Security.Cryptography;
using System.Text;
using Mandate.Archive.Blobs;

namespace Mandate.Modules.Tests.TheArchive.Blobs;

/// <summary>What every store of bytes must do.</summary>
public abstract class BlobStoreContract
{
    private const string Absent = "0000000000000000000000000000000000000000000000000000000000000000";

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected abstract IBlobStore Store { get; }

    private protected static MemoryStream Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    private protected static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private protected static async Task<List<string>> AllAsync(IBlobStore store)
    {
        var list = new List<string>();
        await foreach (var name in store.ListAsync(Cancel))
        {
            list.Add(name);
        }

        return list;
    }

    private protected abstract void Alter(string sha256);

    [Fact]
    public async Task PutAsync_Bytes_AreReadBackUnderTheirHash()
    {
        var blob = await Store.PutAsync(Bytes("the gazette"), Cancel);

        blob.ShouldBe(new Blob(HashOf("the gazette"), 11));
        await using var content = await Store.OpenAsync(blob.Sha256, Cancel);
        using var reader = new StreamReader(content.ShouldNotBeNull());
        (await reader.ReadToEndAsync(Cancel)).ShouldBe("the gazette");
    }

    [Fact]
    public async Task PutAsync_NoBytes_AreKeptToo()
    {
        var blob = await Store.PutAsync(Bytes(""), Cancel);

        blob.ShouldBe(new Blob("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", 0));
        (await Store.HasAsync(blob.Sha256, Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task PutAsync_ManyPieces_AreKeptWhole()
    {
        var bytes = new byte[3_000_001];
        new Random(7).NextBytes(bytes);

        var blob = await Store.PutAsync(new MemoryStream(bytes), Cancel);

        blob.Length.ShouldBe(3_000_001);
        (await Fixity.CheckAsync(Store, blob.Sha256, Cancel)).ShouldBe(new FixityOutcome.Intact(3_000_001));
    }

    [Fact]
    public async Task PutAsync_TheSameBytesAtOnce_AreKeptOnce()
    {
        var text = new string('x', 400_000);

        var blobs = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => Store.PutAsync(Bytes(text), Cancel))));

        blobs.Distinct().ShouldBe([new Blob(HashOf(text), 400_000)]);
        (await AllAsync(Store)).ShouldBe([HashOf(text)]);
        (await Fixity.CheckAsync(Store, HashOf(text), Cancel)).ShouldBeOfType<FixityOutcome.Intact>();
    }

    [Fact]
    public async Task PutAsync_SourceBreaks_NothingIsKept()
    {
        await Should.ThrowAsync<IOException>(() => Store.PutAsync(new BreakingStream(200_000), Cancel));

        (await AllAsync(Store)).ShouldBeEmpty();
    }

    [Fact]
    public async Task PutAsync_Cancelled_NothingIsKept()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => Store.PutAsync(Bytes("late"), gone.Token));

        (await AllAsync(Store)).ShouldBeEmpty();
    }

    [Fact]
    public async Task OpenAsync_NotKept_IsNull()
    {
        (await Store.OpenAsync(Absent, Cancel)).ShouldBeNull();
        (await Store.HasAsync(Absent, Cancel)).ShouldBeFalse();
    }

    [Fact]
    public async Task RemoveAsync_KeptOrNot_IsGone()
    {
        var blob = await Store.PutAsync(Bytes("taken down"), Cancel);

        await Store.RemoveAsync(blob.Sha256, Cancel);
        await Store.RemoveAsync(blob.Sha256, Cancel);

        (await Store.HasAsync(blob.Sha256, Cancel)).ShouldBeFalse();
        (await AllAsync(Store)).ShouldBeEmpty();
    }

    [Fact]
    public async Task ListAsync_Many_AreInOrder()
    {
        var texts = Enumerable.Range(0, 60).Select(i => $"page {i}").ToList();
        foreach (var text in texts)
        {
            await Store.PutAsync(Bytes(text), Cancel);
        }

        (await AllAsync(Store)).ShouldBe(texts.Select(HashOf).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    [InlineData("../b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n")]
    public async Task AnyCall_NameIsNoHash_IsRefused(string name)
    {
        (await Should.ThrowAsync<ArgumentException>(() => Store.OpenAsync(name, Cancel))).Message.ShouldContain("expected a SHA-256 in 64 small hexadecimal digits");
        await Should.ThrowAsync<ArgumentException>(() => Store.HasAsync(name, Cancel));
        await Should.ThrowAsync<ArgumentException>(() => Store.RemoveAsync(name, Cancel));
        await Should.ThrowAsync<ArgumentException>(() => Fixity.CheckAsync(Store, name, Cancel));
    }

    [Fact]
    public async Task CheckAsync_BytesAltered_NamesWhatIsThere()
    {
        var blob = await Store.PutAsync(Bytes("the protocol"), Cancel);
        Alter(blob.Sha256);

        (await Fixity.CheckAsync(Store, blob.Sha256, Cancel)).ShouldBe(new FixityOutcome.Altered(HashOf("altered")));
    }

    [Fact]
    public async Task PutAsync_KeptBytesWereCut_PutsThemRight()
    {
        var blob = await Store.PutAsync(Bytes("the protocol"), Cancel);
        Alter(blob.Sha256);

        await Store.PutAsync(Bytes("the protocol"), Cancel);

        (await Fixity.CheckAsync(Store, blob.Sha256, Cancel)).ShouldBe(new FixityOutcome.Intact(12));
    }

    [Fact]
    public async Task CheckAsync_NotKept_IsMissing() => (await Fixity.CheckAsync(Store, Absent, Cancel)).ShouldBe(new FixityOutcome.Missing());

    /// <summary>Gives some bytes and then fails, as a network share does.</summary>
    private sealed class BreakingStream(int good) : MemoryStream(new byte[good])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position == Length ? throw new IOException("the share went away") : base.ReadAsync(buffer, cancellationToken);
    }
}
