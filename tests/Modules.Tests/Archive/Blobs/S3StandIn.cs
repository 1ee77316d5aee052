using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Mandate.Modules.Tests.TheArchive.Blobs;

/// <summary>An object store in memory that speaks enough S3 for the archive, checks every signature by itself, and fails when told to.</summary>
internal sealed class S3StandIn : IAsyncDisposable
{
    public const string Bucket = "kept";
    public const string AccessKey = "AKIDEXAMPLE";
    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private readonly WebApplication app;
    private readonly ConcurrentQueue<Fault> faults = new();

    private S3StandIn(WebApplication app) => this.app = app;

    /// <summary>What the next request that it fits meets.</summary>
    public enum Failing
    {
        /// <summary>500, as a store in trouble answers.</summary>
        Error,

        /// <summary>503, slow down.</summary>
        SlowDown,

        /// <summary>The connection is cut before an answer.</summary>
        Cut,

        /// <summary>Half of the answer's body comes, then the connection is cut.</summary>
        CutMidway,

        /// <summary>A byte of the body changes: on its way in for PUT, on its way out for GET.</summary>
        Corrupt,

        /// <summary>PUT answers 200 and keeps nothing.</summary>
        Forget,

        /// <summary>No answer until the caller has gone.</summary>
        Hang,
    }

    public ConcurrentDictionary<string, byte[]> Kept { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<string> Log { get; } = new();

    public int PageSize { get; set; } = 1000;

    public Uri Address { get; private set; } = null!;

    public static async Task<S3StandIn> StartAsync(CancellationToken cancel)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var standIn = new S3StandIn(app);
        app.Run(standIn.AnswerAsync);
        await app.StartAsync(cancel);
        standIn.Address = new Uri(app.Urls.Single());
        return standIn;
    }

    public void Fail(string method, Failing how, int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            faults.Enqueue(new Fault(method, how));
        }
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        Log.Enqueue($"{request.Method} {target}");
        using var memory = new MemoryStream();
        await request.Body.CopyToAsync(memory, context.RequestAborted);
        var body = memory.ToArray();
        Failing? failing = faults.TryPeek(out var next) && next.Method == request.Method && faults.TryDequeue(out next) ? next.How : null;
        switch (failing)
        {
            case Failing.Error:
                await RefuseAsync(context, HttpStatusCode.InternalServerError, "InternalError");
                return;
            case Failing.SlowDown:
                await RefuseAsync(context, HttpStatusCode.ServiceUnavailable, "SlowDown");
                return;
            case Failing.Cut:
                context.Abort();
                return;
            case Failing.Hang:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return;
        }

        if (SigV4.Fault(request, target, body, SecretKey) is { } fault)
        {
            await RefuseAsync(context, HttpStatusCode.Forbidden, "SignatureDoesNotMatch", fault);
            return;
        }

        var path = Uri.UnescapeDataString(target.Split('?')[0]).Split('/', 3);
        if (path[1] != Bucket)
        {
            await RefuseAsync(context, HttpStatusCode.NotFound, "NoSuchBucket");
        }
        else if (path.Length == 2 || path[2].Length == 0)
        {
            await ListAsync(context);
        }
        else if (request.Method == "PUT")
        {
            await KeepAsync(context, path[2], body, failing);
        }
        else if (request.Method == "DELETE")
        {
            Kept.TryRemove(path[2], out _);
            context.Response.StatusCode = 204;
        }
        else if (!Kept.TryGetValue(path[2], out var bytes))
        {
            await RefuseAsync(context, HttpStatusCode.NotFound, "NoSuchKey");
        }
        else
        {
            await SendAsync(context, bytes, failing);
        }
    }

    private async Task KeepAsync(HttpContext context, string key, byte[] body, Failing? failing)
    {
        if (failing == Failing.Corrupt)
        {
            body = Changed(body);
        }

        var checksum = Convert.ToBase64String(SHA256.HashData(body));
        if (context.Request.Headers["x-amz-checksum-sha256"].ToString() is { Length: > 0 } sent && sent != checksum)
        {
            await RefuseAsync(context, HttpStatusCode.BadRequest, "BadDigest");
            return;
        }

        if (failing != Failing.Forget)
        {
            Kept[key] = body;
        }

        context.Response.Headers["x-amz-checksum-sha256"] = checksum;
        context.Response.Headers.ETag = $"\"{checksum.GetHashCode(StringComparison.Ordinal):x}\"";
    }

    private static async Task SendAsync(HttpContext context, byte[] bytes, Failing? failing)
    {
        bytes = failing == Failing.Corrupt ? Changed(bytes) : bytes;
        if (context.Request.Headers.Range.ToString() is ['b', 'y', 't', 'e', 's', '=', .. var range])
        {
            var ends = range.Split('-');
            var first = int.Parse(ends[0], CultureInfo.InvariantCulture);
            var last = ends[1].Length == 0 ? bytes.Length - 1 : int.Parse(ends[1], CultureInfo.InvariantCulture);
            context.Response.StatusCode = 206;
            context.Response.Headers.ContentRange = $"bytes {first}-{last}/{bytes.Length}";
            bytes = bytes[first..(last + 1)];
        }

        context.Response.ContentLength = bytes.Length;
        if (context.Request.Method == "HEAD")
        {
            return;
        }

        await context.Response.Body.WriteAsync(failing == Failing.CutMidway ? bytes.AsMemory(0, bytes.Length / 2) : bytes, context.RequestAborted);
        if (failing == Failing.CutMidway)
        {
            await context.Response.Body.FlushAsync(context.RequestAborted);

            // Time for the first half to arrive: cutting at once would take it back from the wire.
            await Task.Delay(200, context.RequestAborted);
            context.Abort();
        }
    }

    private Task ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        var most = Math.Min(PageSize, int.TryParse(query["max-keys"], CultureInfo.InvariantCulture, out var asked) ? asked : 1000);
        var after = query["continuation-token"].ToString();
        var keys = Kept.Keys.Where(k => k.StartsWith(query["prefix"].ToString(), StringComparison.Ordinal) && string.CompareOrdinal(k, after) > 0).Order(StringComparer.Ordinal).ToList();
        var page = keys.Take(most).ToList();
        var more = keys.Count > page.Count;
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?><ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">")
            .Append(CultureInfo.InvariantCulture, $"<Name>{Bucket}</Name><KeyCount>{page.Count}</KeyCount><MaxKeys>{most}</MaxKeys><IsTruncated>{(more ? "true" : "false")}</IsTruncated>");
        if (more)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<NextContinuationToken>{page[^1]}</NextContinuationToken>");
        }

        foreach (var key in page)
        {
            xml.Append(CultureInfo.InvariantCulture, $"<Contents><Key>{key}</Key><Size>{Kept[key].Length}</Size></Contents>");
        }

        context.Response.ContentType = "application/xml";
        return context.Response.WriteAsync(xml.Append("</ListBucketResult>").ToString());
    }

    private static Task RefuseAsync(HttpContext context, HttpStatusCode status, string code, string message = "told to")
    {
        context.Response.StatusCode = (int)status;
        context.Response.ContentType = "application/xml";
        return context.Request.Method == "HEAD"
            ? Task.CompletedTask
            : context.Response.WriteAsync($"<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>{code}</Code><Message>{WebUtility.HtmlEncode(message)}</Message></Error>");
    }

    private static byte[] Changed(byte[] bytes)
    {
        var changed = bytes.ToArray();
        changed[changed.Length / 2] ^= 1;
        return changed;
    }

    private sealed record Fault(string Method, Failing How);
}
