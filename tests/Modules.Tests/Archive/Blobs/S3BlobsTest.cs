using System.ComponentModel.DataAnnotations;
using Mandate.Archive.Blobs;
using Failing = Mandate.Modules.Tests.TheArchive.Blobs.S3StandIn.Failing;

namespace Mandate.Modules.Tests.TheArchive.Blobs;

/// <summary>An object store as a store of bytes, against a stand-in that checks signatures by itself.</summary>
public sealed class S3BlobsTest : BlobStoreContract, IAsyncLifetime
{
    private readonly DirectoryInfo spool = Directory.CreateTempSubdirectory("mandate-spool-");
    private S3StandIn standIn = null!;
    private S3Blobs store = null!;

    private protected override IBlobStore Store => store;

    public async ValueTask InitializeAsync()
    {
        standIn = await S3StandIn.StartAsync(Cancel);
        store = Open();
    }

    public async ValueTask DisposeAsync()
    {
        store.Dispose();
        await standIn.DisposeAsync();
        spool.GetFiles().ShouldBeEmpty();
        spool.Delete();
    }

    [Fact]
    public async Task PutAsync_Bytes_StandUnderThePrefix()
    {
        var blob = await store.PutAsync(Bytes("the gazette"), Cancel);

        standIn.Kept.Keys.ShouldBe(["archive/" + blob.Sha256]);
    }

    [Fact]
    public async Task PutAsync_SameBytesAgain_AreNotSentAgain()
    {
        await store.PutAsync(Bytes("the gazette"), Cancel);
        await store.PutAsync(Bytes("the gazette"), Cancel);

        standIn.Log.Count(l => l.StartsWith("PUT ", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData(nameof(Failing.Error))]
    [InlineData(nameof(Failing.SlowDown))]
    [InlineData(nameof(Failing.Cut))]
    public async Task PutAsync_StoreFailsTwice_TriesAgain(string how)
    {
        standIn.Fail("PUT", Enum.Parse<Failing>(how), times: 2);

        var blob = await store.PutAsync(Bytes("the gazette"), Cancel);

        standIn.Log.Count(l => l.StartsWith("PUT ", StringComparison.Ordinal)).ShouldBe(3);
        (await Fixity.CheckAsync(store, blob.Sha256, Cancel)).ShouldBe(new FixityOutcome.Intact(11));
    }

    [Fact]
    public async Task PutAsync_StoreFailsThroughout_SaysWhatFailed()
    {
        standIn.Fail("PUT", Failing.Error, times: 3);

        var e = await Should.ThrowAsync<IOException>(() => store.PutAsync(Bytes("the gazette"), Cancel));

        e.Message.ShouldStartWith($"s3://kept/archive/: keeping archive/{HashOf("the gazette")} failed: ");
        standIn.Kept.ShouldBeEmpty();
    }

    [Fact]
    public async Task PutAsync_BytesCameAltered_AreRefused()
    {
        standIn.Fail("PUT", Failing.Corrupt, times: 3);

        await Should.ThrowAsync<IOException>(() => store.PutAsync(Bytes("the gazette"), Cancel));

        standIn.Kept.ShouldBeEmpty();
    }

    [Fact]
    public async Task PutAsync_StoreForgets_IsNotTakenForKept()
    {
        standIn.Fail("PUT", Failing.Forget);

        var e = await Should.ThrowAsync<IOException>(() => store.PutAsync(Bytes("the gazette"), Cancel));

        e.Message.ShouldContain("the store names no such file; expected 11");
    }

    [Fact]
    public async Task PutAsync_StoreHangs_EndsWithAnError()
    {
        using var hasty = Open(o => (o.Timeout, o.Retries) = (TimeSpan.FromSeconds(1), 0));
        standIn.Fail("HEAD", Failing.Hang);

        await Should.ThrowAsync<IOException>(() => hasty.PutAsync(Bytes("the gazette"), Cancel));
    }

    [Fact]
    public async Task AnyCall_WrongSecret_IsRefused()
    {
        using var stranger = Open(o => o.SecretKey = "another");

        (await Should.ThrowAsync<IOException>(() => stranger.OpenAsync(HashOf("x"), Cancel))).Message.ShouldContain("signature");
        await Should.ThrowAsync<IOException>(() => stranger.PutAsync(Bytes("x"), Cancel));
        standIn.Kept.ShouldBeEmpty();
    }

    [Fact]
    public async Task AnyCall_NoSuchBucket_IsAnErrorNotAnAbsence()
    {
        using var lost = Open(o => o.Bucket = "another");

        (await Should.ThrowAsync<IOException>(() => lost.HasAsync(HashOf("x"), Cancel))).Message.ShouldStartWith("s3://another/archive/: looking into the bucket failed: ");
        await Should.ThrowAsync<IOException>(() => lost.OpenAsync(HashOf("x"), Cancel));
        (await Fixity.CheckAsync(lost, HashOf("x"), Cancel)).ShouldBeOfType<FixityOutcome.Unreadable>();
    }

    [Fact]
    public async Task ListAsync_ManyPages_GivesAll()
    {
        standIn.PageSize = 7;
        for (var i = 0; i < 23; i++)
        {
            await store.PutAsync(Bytes($"page {i}"), Cancel);
        }

        standIn.Kept["archive/index.html"] = [1];
        standIn.Kept[HashOf("elsewhere")] = [1];

        (await AllAsync(store)).Count.ShouldBe(23);
        standIn.Log.Count(l => l.Contains("continuation-token", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public async Task CheckAsync_ConnectionIsCutMidway_IsUnreadableNotAltered()
    {
        var blob = await store.PutAsync(Bytes(new string('x', 100_000)), Cancel);
        standIn.Fail("GET", Failing.CutMidway, times: 3);

        (await Fixity.CheckAsync(store, blob.Sha256, Cancel)).ShouldBeOfType<FixityOutcome.Unreadable>();
    }

    [Fact]
    public async Task CheckAsync_BytesGoWrongOnTheWay_AreAltered()
    {
        var blob = await store.PutAsync(Bytes("the gazette"), Cancel);
        standIn.Fail("GET", Failing.Corrupt);

        (await Fixity.CheckAsync(store, blob.Sha256, Cancel)).ShouldBeOfType<FixityOutcome.Altered>();
    }

    [Fact]
    public void Open_NoKeys_SaysWhereTheyGo()
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID") is not null, "AWS_ACCESS_KEY_ID is set here.");
        Should.Throw<ValidationException>(() => new S3Blobs(new S3Options { Bucket = "kept" })).Message
            .ShouldBe("The object store s3://kept needs an access key and a secret key; none were given. Set them in the options, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("../up")]
    [InlineData("a/b")]
    public void Open_NoBucketName_IsRefused(string bucket) =>
        Should.Throw<ValidationException>(() => new S3Blobs(new S3Options { Bucket = bucket, AccessKey = "a", SecretKey = "b" }));

    private protected override void Alter(string sha256) => standIn.Kept["archive/" + sha256] = "altered"u8.ToArray();

    private S3Blobs Open(Action<S3Options>? change = null)
    {
        var options = new S3Options
        {
            Endpoint = standIn.Address,
            Bucket = S3StandIn.Bucket,
            Prefix = "archive/",
            AccessKey = S3StandIn.AccessKey,
            SecretKey = S3StandIn.SecretKey,
            Retries = 2,
            SpoolFolder = spool.FullName,
        };
        change?.Invoke(options);
        return new S3Blobs(options);
    }
}
