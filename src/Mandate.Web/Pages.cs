using Mandate.Reports.Elections;
using Mandate.Reports.Parliaments;
using Mandate.Web.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mandate.Web;

/// <summary>Pages as results of requests.</summary>
internal static class Pages
{
    public static IResult Home(HttpContext context, Tongue tongue, Library library)
    {
        var frame = Frame(context, tongue, string.Empty);
        return new RazorComponentResult<HomePage>(new { Frame = frame, Elections = library.Elections(), library.Unreadable, Parliaments = library.Countries.Select(library.Parliament).OfType<Laws.Parliament>().ToList() });
    }

    public static IResult Election(HttpContext context, Tongue tongue, Declaration declaration) => new RazorComponentResult<ElectionPage>(
        new { Frame = Frame(context, tongue, $"/elections/{declaration.Election.Id}"), Declaration = declaration, Paper = DeclarationPaper.Write(declaration, tongue.Language) });

    public static IResult Parliament(HttpContext context, Tongue tongue, Sitting sitting) => new RazorComponentResult<ParliamentPage>(
        new { Frame = Frame(context, tongue, $"/parliaments/{sitting.Parliament.Country}/{sitting.Day:yyyy-MM-dd}"), Sitting = sitting, Paper = SittingPaper.Write(sitting, tongue.Language, compare: true) });

    /// <summary>The page for an address that leads nowhere.</summary>
    public static async Task Missing(HttpContext context)
    {
        if (context.Response.StatusCode is not (StatusCodes.Status404NotFound or StatusCodes.Status400BadRequest))
        {
            return;
        }

        var first = context.Request.Path.Value?.Split('/').Skip(1).FirstOrDefault() ?? string.Empty;
        var tongue = Routes.Tongue(context, Laws.Words.Languages.Contains(first) ? first : string.Empty);
        await using var renderer = new HtmlRenderer(context.RequestServices, context.RequestServices.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var key = context.Response.StatusCode == StatusCodes.Status404NotFound ? "missing" : "wrong";
            var page = await renderer.RenderComponentAsync<MissingPage>(Microsoft.AspNetCore.Components.ParameterView.FromDictionary(
                new Dictionary<string, object?> { ["Frame"] = Frame(context, tongue, string.Empty), ["Key"] = key }));
            return page.ToHtmlString();
        });
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(html, context.RequestAborted);
    }

    /// <summary>The answer to a fault of ours: no detail leaves the machine.</summary>
    public static async Task Failed(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.WriteAsync("Something went wrong here. The fault is in the portal, not in your request.\n", context.RequestAborted);
    }

    /// <summary>What a page at a path knows.</summary>
    internal static PageFrame Frame(HttpContext context, Tongue tongue, string path) =>
        new(tongue, path, context.Request.Scheme + "://" + context.Request.Host) { HasArchive = context.RequestServices.GetService<ArchiveDesk>() is not null };
}

/// <summary>What every page knows: its language, its path without the prefix, and the host.</summary>
public sealed record PageFrame(Tongue Tongue, string Path, string Host)
{
    /// <summary>Gets the language.</summary>
    public string Language => Tongue.Language;

    /// <summary>A link in the same language.</summary>
    public string Link(string path) => Tongue.Prefix + path;

    /// <summary>This page in another language.</summary>
    public string In(string language) => $"/{language}{(Path.Length == 0 ? "/" : Path)}";

    /// <summary>Gets whether the portal has an archive.</summary>
    public bool HasArchive { get; init; }

    /// <summary>Words of the portal itself.</summary>
    public string Say(string key) => PortalWords.Say(key, Language);

    /// <summary>Words of the portal itself with a value in place of <c>{n}</c>.</summary>
    public string Say(string key, string value) => PortalWords.Say(key, Language).Replace("{n}", value, StringComparison.Ordinal);

    /// <summary>The portal's word for something that has a name of its own, or that name where the portal has no word.</summary>
    public string Word(string kind, string name) => PortalWords.Find($"{kind}-{name}", Language) ?? name;

    /// <summary>A whole number with its thousands set apart.</summary>
    public string Number(long value) => new Mandate.Reports.Language.Speech(Language).Number(value);
}
