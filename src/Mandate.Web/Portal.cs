using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Mandate.Laws;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Mandate.Web;

/// <summary>The public pages: elections, parliaments, downloads. Rendered on the server, without scripts.</summary>
public static class Portal
{
    /// <summary>Builds the portal; the caller runs it.</summary>
    /// <param name="options">Where the data are and where to listen.</param>
    public static WebApplication Build(PortalOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = options.Root });
        builder.WebHost.UseUrls(options.Urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 0;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Limits.MaxRequestLineSize = 4 * 1024;
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning);

        // What stops the host is thrown to the caller, who says it in one line; the log goes to standard error, beside no result.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        var catalogue = new Catalogue(options.Root);
        var faults = new List<string>();
        builder.Services.AddSingleton(new Library(catalogue));
        builder.Services.AddSingleton(new PortalFaults(faults));
        if (ArchiveDesk.Open(options, catalogue, faults) is { } desk)
        {
            // Made by a factory, so that it is closed with the portal.
            builder.Services.AddSingleton(_ => desk);
            builder.Services.AddHostedService<ArchiveFollower>();
        }

        builder.Services.AddSingleton<Printer>();
        builder.Services.AddRazorComponents();

        // Kazakh and Russian letters as themselves, not as entities: half the bytes.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));

        // No page has a form that changes anything; keys that nothing uses are not kept.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddProblemDetails();
        builder.Services.AddOutputCache(cache => cache.AddBasePolicy(policy => policy.Expire(TimeSpan.FromMinutes(5)).SetVaryByHeader("Accept-Language")));
        var app = builder.Build();
        app.Use(Guard);
        app.UseExceptionHandler(handler => handler.Run(context => Pages.Failed(context)));
        app.UseStatusCodePages(context => Pages.Missing(context.HttpContext));
        app.Use(Tags.Answer);
        app.UseWhen(context => Live.Of(context) is null, kept => kept.UseOutputCache());
        Routes.Map(app);
        return app;
    }

    /// <summary>What stood in the way when a portal was built, such as an archive that cannot be opened; a line each, for people.</summary>
    public static IReadOnlyList<string> Faults(WebApplication portal)
    {
        ArgumentNullException.ThrowIfNull(portal);
        return portal.Services.GetRequiredService<PortalFaults>().All;
    }

    /// <summary>Reads only, and tells browsers to load nothing that is not ours.</summary>
    private static async Task Guard(HttpContext context, RequestDelegate next)
    {
        // Set last, because a fault clears all headers on its way to the answer that it gets.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";

            // Speaks to a script that these pages do not have.
            headers.Remove("blazor-enhanced-nav");
            return Task.CompletedTask;
        });
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "GET, HEAD";
            await context.Response.WriteAsync("This portal is read only.\n", context.RequestAborted);
            return;
        }

        await next(context);
    }

    /// <summary>Reads a day of an address; null where it is none.</summary>
    internal static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
