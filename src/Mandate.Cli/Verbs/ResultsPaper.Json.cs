using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mandate.Results;

namespace Mandate.Cli.Verbs;

/// <content>JSON.</content>
internal sealed partial class ResultsPaper
{
    public string Json(CheckReport report) => Written(json =>
    {
        json.WriteString("file", report.File);
        json.WriteString("form", report.Form.Id);
        json.WriteString("variant", report.Variant);
        json.WriteStartObject("reading");
        json.WriteString("encoding", report.Reading.Encoding);
        json.WriteBoolean("mark", report.Reading.Mark);
        json.WriteString("delimiter", report.Reading.Delimiter.ToString());
        json.WriteString("numbers", report.Reading.Numbers);
        json.WriteEndObject();
        json.WriteNumber("protocols", report.Protocols);
        json.WriteNumber("errors", report.Errors);
        json.WriteNumber("warnings", report.Warnings);
        json.WriteNumber("unitsWithErrors", report.UnitsWithErrors);
        json.WriteNumber("unitsWithBlanks", report.Blanks);
        json.WriteStartArray("findings");
        foreach (var finding in report.Findings)
        {
            Write(json, finding);
        }

        json.WriteEndArray();
        json.WriteNumber("more", report.More);
        json.WriteStartArray("checks");
        foreach (var tally in report.Checks)
        {
            json.WriteStartObject();
            json.WriteString("code", tally.Check.Code);
            json.WriteString("level", Word(tally.Check.Level));
            json.WriteNumber("failed", tally.Failed);
            json.WriteNumber("held", tally.Held);
            json.WriteNumber("unchecked", tally.Unchecked);
            json.WriteNumber("silent", tally.Silent);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("standing", "sums of the rows of this file, not a result");
        json.WriteStartArray("totals");
        foreach (var total in report.Totals)
        {
            json.WriteStartObject();
            json.WriteString("figure", total.Figure.Id);
            json.WriteString("list", total.List);
            Number(json, "sum", total.Known == 0 ? null : total.Sum);
            json.WriteNumber("known", total.Known);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public string Json(Form form) => Written(json =>
    {
        json.WriteString("id", form.Id);
        json.WriteString("title", speech.Of(form.Title));
        json.WriteStartArray("variants");
        foreach (var variant in form.Variants)
        {
            json.WriteStringValue(variant.Id);
        }

        json.WriteEndArray();
        json.WriteStartArray("figures");
        foreach (var figure in form.Figures)
        {
            json.WriteStartObject();
            json.WriteString("id", figure.Id);
            json.WriteString("label", speech.Of(figure.Label));
            json.WriteString("kind", Kind(figure.Kind));
            json.WriteBoolean("required", figure.Required);
            json.WriteString("article", figure.Article);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("checks");
        foreach (var check in form.Checks)
        {
            json.WriteStartObject();
            json.WriteString("code", check.Code);
            json.WriteString("level", Word(check.Level));
            json.WriteString("when", check.When);
            json.WriteString(check.Fires ? "fires" : "holds", check.Relation);
            json.WriteBoolean("perList", check.PerList);
            json.WriteBoolean("inferred", check.Inferred);
            json.WriteString("article", check.Article);
            json.WriteString("says", speech.Of(check.Says[role]));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    public static string Json(IReadOnlyList<Form> forms, IReadOnlyList<string> mappings) => Written(json =>
    {
        json.WriteStartArray("forms");
        foreach (var form in forms)
        {
            json.WriteStartObject();
            json.WriteString("id", form.Id);
            json.WriteString("title", form.Title["en"]);
            json.WriteNumber("figures", form.Figures.Count);
            json.WriteNumber("checks", form.Checks.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("mappings");
        foreach (var mapping in mappings)
        {
            json.WriteStringValue(mapping);
        }

        json.WriteEndArray();
    });

    private void Write(Utf8JsonWriter json, ProtocolFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("unit", finding.Unit);
        json.WriteNumber("row", finding.Row);
        json.WriteString("code", finding.Code);
        json.WriteString("level", Word(finding.Level));
        json.WriteString("list", finding.List);
        json.WriteString("says", speech.Of(finding.Says(role)));
        if (finding.Figure is { } figure)
        {
            json.WriteString("figure", figure.Id);
        }

        if (finding.Arithmetic is { } arithmetic)
        {
            json.WriteStartObject("figures");
            foreach (var value in arithmetic.Figures)
            {
                json.WriteNumber(value.Name, value.Value);
            }

            json.WriteEndObject();
            if (arithmetic is { Left: { } left, Limit: { } limit })
            {
                json.WriteString("compared", $"{left.Text} {arithmetic.Comparison} {limit.Text}");
                json.WriteString("left", left.Value.ToString());
                json.WriteString("limit", limit.Value.ToString());
                json.WriteString("difference", arithmetic.Difference.ToString());
            }
        }

        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string Word(CheckLevel level) => level == CheckLevel.Error ? "error" : "warning";

    /// <summary>An object as the verbs of results print it.</summary>
    public static string Written(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
