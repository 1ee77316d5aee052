using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Mandate.Web;

/// <summary>Lets browsers keep what they have read: a tag of the content on every answer, and 304 where it is the same.</summary>
internal static class Tags
{
    private const string Keep = "public, max-age=300";

    public static async Task Answer(HttpContext context, RequestDelegate next)
    {
        var live = Live.Of(context);
        if (live is { Streams: true })
        {
            await next(context);
            return;
        }

        var body = context.Response.Body;
        using var content = new MemoryStream();
        context.Response.Body = content;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = body;
        }

        if (context.Response.StatusCode == StatusCodes.Status200OK && HttpMethods.IsGet(context.Request.Method))
        {
            var bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..12])}\"", isWeak: true);
            context.Response.GetTypedHeaders().ETag = tag;
            context.Response.Headers.CacheControl = live is null ? Keep : Live.Ask;
            if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false)))
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                context.Response.ContentLength = null;
                context.Response.Headers.ContentType = default;
                return;
            }
        }

        content.Position = 0;
        await content.CopyToAsync(body, context.RequestAborted);
    }
}
