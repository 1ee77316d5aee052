using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mandate.Archive.Citations;

/// <summary>CSL-JSON 1.0 (types as of 1.0.2), which citation managers and processors read.</summary>
/// <remarks>The page cited is no part of it: it belongs to a citation (a locator), not to the work.</remarks>
internal static class CslJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes an array of one item, ending with a line break.</summary>
    public static string Write(CitedWork work)
    {
        work = work.Tidied();
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartArray();
            json.WriteStartObject();
            json.WriteString("id", work.Handle);
            json.WriteString("type", Type(work.Kind));
            Text(json, "title", work.Title.Length == 0 ? null : work.Title);
            Authors(json, work);
            Text(json, "container-title", work.Serial);
            Text(json, "container-title-short", work.SerialAbbreviation);
            Text(json, "volume", work.Volume);
            Text(json, "issue", work.Issue);
            Text(json, "number", work.Number);
            Text(json, "section", work.Section);
            Text(json, "page", CitationPages.Whole(work.FirstPage, work.LastPage)?.Replace('–', '-'));
            Text(json, "page-first", work.FirstPage);
            Issued(json, work.Date);
            Text(json, "publisher", work.House);
            Text(json, "publisher-place", work.Place);
            Text(json, "ISSN", work.Issn);
            Text(json, "ISBN", work.Isbn);
            Text(json, "language", work.Language.Length == 0 ? null : work.Language);
            Text(json, "URL", work.Address.Length == 0 ? null : work.Address);
            Text(json, "note", work.Standing);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan) + "\n";
    }

    private static string Type(WorkKind kind) => kind switch
    {
        WorkKind.Article => "article-journal",
        WorkKind.Act or WorkKind.Code => "legislation",
        WorkKind.Gazette => "regulation",
        WorkKind.Report => "report",
        WorkKind.Book => "book",
        WorkKind.Issue => "periodical",
        WorkKind.Case => "legal_case",
        WorkKind.Debate => "speech",
        _ => "document",
    };

    private static void Authors(Utf8JsonWriter json, CitedWork work)
    {
        // A court is the authority of its decision, not its author.
        if (work.Kind is WorkKind.Case && work.CorporateAuthors.Count > 0)
        {
            Text(json, "authority", string.Join(", ", work.CorporateAuthors));
        }

        var names = work.Kind is WorkKind.Case ? work.Authors : work.Credited;
        if (names.Count == 0)
        {
            return;
        }

        json.WriteStartArray("author");
        foreach (var name in names)
        {
            json.WriteStartObject();
            Text(json, "literal", name.Literal);
            if (name.Literal is null)
            {
                Text(json, "family", name.Family);
                Text(json, "given", name.Given);
                Text(json, "suffix", name.Suffix);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Issued(Utf8JsonWriter json, PartialDate? date)
    {
        if (date is not { } known)
        {
            return;
        }

        json.WriteStartObject("issued");
        json.WriteStartArray("date-parts");
        json.WriteStartArray();
        json.WriteNumberValue(known.Year);
        if (known.Month is { } month)
        {
            json.WriteNumberValue(month);
        }

        if (known.Day is { } day)
        {
            json.WriteNumberValue(day);
        }

        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
