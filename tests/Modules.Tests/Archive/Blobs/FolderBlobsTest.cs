using Mandate.Archive.Blobs;

namespace Mandate.Modules.Tests.TheArchive.Blobs;

/// <summary>The folder as a store of bytes.</summary>
public sealed class FolderBlobsTest : BlobStoreContract, IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mandate-blobs-");
    private readonly FolderBlobs store;

    public FolderBlobsTest() => store = new FolderBlobs(folder.FullName);

    private protected override IBlobStore Store => store;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task PutAsync_Bytes_StandReadOnlyInTwoFolders()
    {
        var blob = await store.PutAsync(Bytes("the gazette"), Cancel);

        var path = PathOf(blob.Sha256);
        File.Exists(path).ShouldBeTrue();
        Path.GetRelativePath(folder.FullName, path).ShouldBe($"{blob.Sha256[..2]}/{blob.Sha256[2..4]}/{blob.Sha256}");
        File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly).ShouldBeTrue();
        Files().ShouldBe([path]);
    }

    [Fact]
    public void Open_PutWasKilled_WhatItLeftIsSweptAway()
    {
        var left = Path.Combine(folder.FullName, ".new-0123456789abcdef0123456789abcdef");
        File.WriteAllText(left, "half of a gaz");

        _ = new FolderBlobs(folder.FullName);

        Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task Open_PutIsAtWork_LeavesItAlone()
    {
        var source = new SlowStream();
        var put = Task.Run(() => store.PutAsync(source, Cancel), Cancel);
        await source.Reached.WaitAsync(Cancel);

        _ = new FolderBlobs(folder.FullName);
        source.Go.Release();

        var blob = await put;
        (await store.HasAsync(blob.Sha256, Cancel)).ShouldBeTrue();
    }

    [Fact]
    public async Task PutAsync_SourceBreaksOff_LeavesNoFile()
    {
        var source = new SlowStream();
        using var gone = new CancellationTokenSource();
        var put = Task.Run(() => store.PutAsync(source, gone.Token), Cancel);
        await source.Reached.WaitAsync(Cancel);
        Files().Count.ShouldBe(1);

        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => put);
        Files().ShouldBeEmpty();
    }

    [Fact]
    public async Task PutAsync_KeptBytesWereAlteredInPlace_PutsThemRight()
    {
        var blob = await store.PutAsync(Bytes("1,204 votes"), Cancel);
        Write(blob.Sha256, "1,240 votes");
        (await Fixity.CheckAsync(store, blob.Sha256, Cancel)).ShouldBeOfType<FixityOutcome.Altered>();

        await store.PutAsync(Bytes("1,204 votes"), Cancel);

        (await Fixity.CheckAsync(store, blob.Sha256, Cancel)).ShouldBe(new FixityOutcome.Intact(11));
    }

    [Fact]
    public async Task ListAsync_StrangeFiles_AreNotListed()
    {
        var blob = await store.PutAsync(Bytes("the gazette"), Cancel);
        File.WriteAllText(Path.Combine(folder.FullName, "README"), "notes");
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(PathOf(blob.Sha256))!, new string('0', 64)), "in the wrong folder");

        (await AllAsync(store)).ShouldBe([blob.Sha256]);
    }

    [Fact]
    public async Task CheckAsync_NameIsAFolder_IsUnreadable()
    {
        var name = new string('a', 64);
        Directory.CreateDirectory(PathOf(name));

        var outcome = await Fixity.CheckAsync(store, name, Cancel);

        outcome.ShouldBeOfType<FixityOutcome.Unreadable>().Reason.ShouldContain(name);
    }

    [Fact]
    public void Flush_NoSuchFolder_SaysWhich() =>
        Should.Throw<IOException>(() => DirectorySync.Flush("/no/such/folder")).Message
            .ShouldBe("The folder /no/such/folder could not be written through to the disk: No such file or directory");

    private protected override void Alter(string sha256) => Write(sha256, "altered");

    private void Write(string sha256, string text)
    {
        File.Delete(PathOf(sha256));
        File.WriteAllText(PathOf(sha256), text);
    }

    private string PathOf(string sha256) => Path.Combine(folder.FullName, sha256[..2], sha256[2..4], sha256);

    private List<string> Files() =>
        [.. Directory.EnumerateFiles(folder.FullName, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })];

    /// <summary>Gives a byte, then waits to be let go on.</summary>
    private sealed class SlowStream : MemoryStream
    {
        private int reads;

        public SemaphoreSlim Reached { get; } = new(0);

        public SemaphoreSlim Go { get; } = new(0);

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (reads++ == 0)
            {
                buffer.Span[0] = 1;
                return 1;
            }

            Reached.Release();
            await Go.WaitAsync(cancellationToken);
            return 0;
        }
    }
}
