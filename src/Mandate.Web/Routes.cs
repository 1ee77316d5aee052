using System.Text;
using Mandate.Laws;
using Mandate.Reports.Elections;
using Mandate.Reports.Pictures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Mandate.Web;

// Mandate.Results is nearer than the answers of the same name.
using Results = Microsoft.AspNetCore.Http.Results;

/// <summary>Addresses. A language is a path prefix; without one the reader's own preference decides.</summary>
internal static class Routes
{
    private static readonly string[] Reading = ["GET", "HEAD"];

    public static void Map(WebApplication app)
    {
        var hasArchive = app.Services.GetService<ArchiveDesk>() is not null;
        app.MapMethods("/portal.css", Reading, () => Results.Bytes(Style.Value, "text/css; charset=utf-8")).CacheOutput();
        foreach (var prefix in Words.Languages.Select(l => "/" + l).Prepend(string.Empty))
        {
            var group = app.MapGroup(prefix).CacheOutput();
            var language = prefix.TrimStart('/');
            group.MapMethods("/", Reading, (HttpContext context, Library library) => Pages.Home(context, Tongue(context, language), library));
            group.MapMethods("/elections/{id}", Reading, (HttpContext context, Library library, string id) =>
                library.Election(id) is { } declaration ? Pages.Election(context, Tongue(context, language), declaration) : Results.NotFound());
            group.MapMethods("/elections/{id}/declaration.json", Reading, (Library library, string id) =>
                library.Election(id) is { } declaration ? Results.Bytes(DeclarationJson.Write(declaration), "application/json; charset=utf-8") : Results.NotFound());
            group.MapMethods("/elections/{id}/hemicycle.svg", Reading, (HttpContext context, Library library, string id) =>
                library.Election(id) is { } declaration && DeclarationPaper.Picture(declaration, Tongue(context, language).Language) is { } picture
                    ? Results.Bytes(Encoding.UTF8.GetBytes(HemicycleSvg.Write(picture, Tongue(context, language).Language)), "image/svg+xml; charset=utf-8")
                    : Results.NotFound());
            group.MapMethods("/elections/{id}/declaration.pdf", Reading, (HttpContext context, Library library, Printer printer, string id) => Pdf(context, library, printer, id, Tongue(context, language).Language));
            group.MapMethods("/parliaments/{country}", Reading, (HttpContext context, Library library, string country, string? day) =>
                library.Parliament(country) is null ? Results.NotFound()
                : Portal.Day(day) is { } on ? Results.Redirect($"{prefix}/parliaments/{country}/{on:yyyy-MM-dd}")
                : Results.BadRequest());
            group.MapMethods("/parliaments/{country}/{day}", Reading, (HttpContext context, Library library, string country, string day) =>
                Portal.Day(day) is not { } on ? Results.BadRequest()
                : library.Sitting(country, on) is { } sitting ? Pages.Parliament(context, Tongue(context, language), sitting) : Results.NotFound());
            if (hasArchive)
            {
                ArchiveRoutes.Map(app.MapGroup(prefix), language);
            }
        }
    }

    /// <summary>The language of a request: its prefix, or the first of ours that the reader asks for, or English.</summary>
    internal static Tongue Tongue(HttpContext context, string prefix)
    {
        if (prefix.Length > 0)
        {
            return new Tongue(prefix, "/" + prefix);
        }

        context.Response.Headers.Vary = "Accept-Language";
        var asked = context.Request.GetTypedHeaders().AcceptLanguage.Where(l => l.Quality is not 0).OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.ToString().Split('-')[0]);
        return new Tongue(asked.Select(tag => Words.Languages.FirstOrDefault(l => l.Equals(tag, StringComparison.OrdinalIgnoreCase))).OfType<string>().FirstOrDefault() ?? "en", string.Empty);
    }

    private static async Task<IResult> Pdf(HttpContext context, Library library, Printer printer, string id, string language)
    {
        if (library.Election(id) is not { } declaration)
        {
            return Results.NotFound();
        }

        return await printer.PrintAsync(declaration, language, context.RequestAborted) is { } pdf
            ? Results.Bytes(pdf, "application/pdf")
            : Results.Problem("This machine has no typesetter for papers.", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}

/// <summary>A language and the prefix its links carry.</summary>
public sealed record Tongue(string Language, string Prefix);
