using System.Globalization;
using Mandate.Archive;
using Mandate.Archive.Search;

namespace Mandate.Web;

/// <summary>How the archive's things are named to readers.</summary>
internal static class ArchiveNames
{
    /// <summary>A page: by its printed label, or by its place among the images where it has none.</summary>
    public static string PageName(PageFrame frame, int id, string? label) => label is null ? frame.Say("image-n", id.ToString(CultureInfo.InvariantCulture)) : frame.Say("page-n", label);

    /// <summary>A language by its code (ISO 639-1).</summary>
    public static string Language(PageFrame frame, string code) => frame.Word("language", code);

    /// <summary>A value of a facet.</summary>
    public static string Facet(PageFrame frame, string field, string value, IReadOnlyDictionary<string, string> names) => field switch
    {
        FacetFields.Language => Language(frame, value),
        FacetFields.Kind => frame.Word("kind", value),
        FacetFields.Collection or FacetFields.Serial => names.GetValueOrDefault($"{field}/{value}") ?? value,
        _ => value,
    };

    /// <summary>A person as one is named in a list of facts.</summary>
    public static string Person(PersonName name) => name.Given is null ? name.Family : $"{name.Given} {name.Family}";

    /// <summary>A date as far as it is known.</summary>
    public static string Date(PageFrame frame, PartialDate date) => date is { Month: { } month, Day: { } day }
        ? new Reports.Language.Speech(frame.Language).Day(new DateOnly(date.Year, month, day)) : date.ToString();

    /// <summary>A size in bytes, to three digits.</summary>
    public static string Size(PageFrame frame, long bytes)
    {
        var (number, unit) = bytes < 1000 ? (bytes, "B") : bytes < 1_000_000 ? (bytes / 1e3, "kB") : bytes < 1_000_000_000 ? (bytes / 1e6, "MB") : (bytes / 1e9, "GB");
        var text = number.ToString(number < 100 && bytes >= 1000 ? "0.#" : "0", CultureInfo.InvariantCulture);
        return $"{(frame.Language == "en" ? text : text.Replace('.', ','))}\u00a0{unit}";
    }
}
