using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Mandate.Archive.Blobs;

/// <summary>Keeps bytes in an object store that speaks S3, as <c>prefix</c> and their SHA-256.</summary>
/// <remarks>
/// A file waits on this machine until its hash is known, since the hash is its key. The store is sent the hash as well and
/// refuses bytes that came altered; its answer is compared once more. The streams it opens cannot seek.
/// </remarks>
internal sealed class S3Blobs : IBlobStore, IDisposable
{
    private const long MostBytes = 5L * 1024 * 1024 * 1024;
    private readonly S3Options options;
    private readonly AmazonS3Client client;
    private volatile bool bucketSeen;

    /// <summary>Opens the store; asks it nothing yet.</summary>
    /// <exception cref="ValidationException">An option is out of its range, or there are no keys.</exception>
    public S3Blobs(S3Options options)
    {
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        this.options = options;
        var config = new AmazonS3Config
        {
            ForcePathStyle = true,
            AuthenticationRegion = options.Region,
            IgnoreConfiguredEndpointUrls = true,
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = options.Retries,
            Timeout = options.Timeout,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (options.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint.AbsoluteUri;
        }
        else
        {
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(options.Region);
        }

        client = new AmazonS3Client(Keys(options), config);
    }

    /// <inheritdoc/>
    public string Shown => $"s3://{options.Bucket}/{options.Prefix}";

    /// <inheritdoc/>
    public async Task<Blob> PutAsync(Stream content, CancellationToken cancel)
    {
        var spool = Path.Combine(options.SpoolFolder ?? Path.GetTempPath(), "mandate-" + Guid.NewGuid().ToString("N"));
        var file = new FileStream(spool, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0, Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose });
        await using (file.ConfigureAwait(false))
        {
            var blob = await HashedCopy.ToAsync(content, file, cancel).ConfigureAwait(false);
            if (blob.Length > MostBytes)
            {
                throw new IOException($"{Shown}: found a file of {blob.Length} bytes; expected at most {MostBytes} (5 GiB), which is what the store takes in one piece.");
            }

            if (await LengthAsync(blob.Sha256, cancel).ConfigureAwait(false) != blob.Length)
            {
                file.Position = 0;
                await SendAsync(blob, file, cancel).ConfigureAwait(false);
            }

            return blob;
        }
    }

    /// <inheritdoc/>
    public async Task<Stream?> OpenAsync(string sha256, CancellationToken cancel)
    {
        var key = Key(sha256);
        try
        {
            var answer = await client.GetObjectAsync(new GetObjectRequest { BucketName = options.Bucket, Key = key }, cancel).ConfigureAwait(false);
            return answer.ResponseStream;
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound && e.ErrorCode == "NoSuchKey")
        {
            return null;
        }
        catch (Exception e) when (IsStores(e, cancel))
        {
            throw Failed("reading " + key, e);
        }
    }

    /// <inheritdoc/>
    public async Task<bool> HasAsync(string sha256, CancellationToken cancel) => await LengthAsync(sha256, cancel).ConfigureAwait(false) is not null;

    /// <inheritdoc/>
    public async Task RemoveAsync(string sha256, CancellationToken cancel)
    {
        var key = Key(sha256);
        try
        {
            await client.DeleteObjectAsync(new DeleteObjectRequest { BucketName = options.Bucket, Key = key }, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (IsStores(e, cancel))
        {
            throw Failed("removing " + key, e);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var request = new ListObjectsV2Request { BucketName = options.Bucket, Prefix = options.Prefix };
        do
        {
            ListObjectsV2Response page;
            try
            {
                page = await client.ListObjectsV2Async(request, cancel).ConfigureAwait(false);
            }
            catch (Exception e) when (IsStores(e, cancel))
            {
                throw Failed("listing", e);
            }

            foreach (var found in page.S3Objects ?? [])
            {
                var name = found.Key[options.Prefix.Length..];
                if (BlobName.Is(name))
                {
                    yield return name;
                }
            }

            request.ContinuationToken = page.IsTruncated == true ? page.NextContinuationToken : null;
        }
        while (request.ContinuationToken is not null);
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static AWSCredentials Keys(S3Options options)
    {
        var access = options.AccessKey ?? Environment.GetEnvironmentVariable("AWS_ACCESS_KEY_ID");
        var secret = options.SecretKey ?? Environment.GetEnvironmentVariable("AWS_SECRET_ACCESS_KEY");
        if (string.IsNullOrEmpty(access) || string.IsNullOrEmpty(secret))
        {
            throw new ValidationException($"The object store s3://{options.Bucket} needs an access key and a secret key; none were given. Set them in the options, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment.");
        }

        var token = options.AccessKey is null ? Environment.GetEnvironmentVariable("AWS_SESSION_TOKEN") : null;
        return string.IsNullOrEmpty(token) ? new BasicAWSCredentials(access, secret) : new SessionAWSCredentials(access, secret, token);
    }

    private async Task SendAsync(Blob blob, FileStream file, CancellationToken cancel)
    {
        var key = Key(blob.Sha256);
        var checksum = Convert.ToBase64String(Convert.FromHexString(blob.Sha256));
        try
        {
            // Signed whole rather than in pieces: every store that speaks S3 takes that, and the signature covers the bytes.
            var answer = await client.PutObjectAsync(
                new PutObjectRequest
                {
                    BucketName = options.Bucket,
                    Key = key,
                    InputStream = file,
                    AutoCloseStream = false,
                    UseChunkEncoding = false,
                    ContentType = "application/octet-stream",
                    ChecksumSHA256 = checksum,
                },
                cancel).ConfigureAwait(false);
            if (answer.ChecksumSHA256 is { Length: > 0 } kept && kept != checksum)
            {
                throw new IOException($"{Shown}: keeping {key} gave the checksum {kept}; expected {checksum}. The store holds other bytes than were sent: send them again.");
            }
        }
        catch (Exception e) when (IsStores(e, cancel))
        {
            throw Failed("keeping " + key, e);
        }

        if (await LengthAsync(blob.Sha256, cancel).ConfigureAwait(false) is var length && length != blob.Length)
        {
            throw new IOException($"{Shown}: after keeping {key} the store names {(length is null ? "no such file" : $"{length} bytes")}; expected {blob.Length}. Send it again.");
        }
    }

    /// <summary>The length of a blob as the store names it; null where there is none.</summary>
    private async Task<long?> LengthAsync(string sha256, CancellationToken cancel)
    {
        var key = Key(sha256);
        try
        {
            var answer = await client.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = options.Bucket, Key = key }, cancel).ConfigureAwait(false);
            return answer.ContentLength;
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            await SeeBucketAsync(cancel).ConfigureAwait(false);
            return null;
        }
        catch (Exception e) when (IsStores(e, cancel))
        {
            throw Failed("asking for " + key, e);
        }
    }

    /// <summary>A bucket that is missing must not read as a store without the file; the answer to a HEAD does not tell them apart.</summary>
    private async Task SeeBucketAsync(CancellationToken cancel)
    {
        if (bucketSeen)
        {
            return;
        }

        try
        {
            await client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = options.Bucket, Prefix = options.Prefix, MaxKeys = 1 }, cancel).ConfigureAwait(false);
            bucketSeen = true;
        }
        catch (Exception e) when (IsStores(e, cancel))
        {
            throw Failed("looking into the bucket", e);
        }
    }

    private string Key(string sha256) => options.Prefix + BlobName.Checked(sha256);

    private static bool IsStores(Exception e, CancellationToken cancel) =>
        e is AmazonServiceException or AmazonClientException or HttpRequestException or TimeoutException || (e is OperationCanceledException && !cancel.IsCancellationRequested);

    private IOException Failed(string doing, Exception e) => new($"{Shown}: {doing} failed: {e.Message}", e);
}
