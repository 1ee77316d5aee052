using System.Globalization;
using System.Text;
using System.Text.Json;
using Mandate.Laws;

namespace Mandate.Reports.LawPacks;

/// <summary>Laws, versions and checks as JSON, ending with a line feed.</summary>
public static class LawJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Laws with their versions.</summary>
    public static string List(IEnumerable<Law> laws) => Write(json =>
    {
        json.WriteStartArray();
        foreach (var law in laws)
        {
            Law(json, law);
        }

        json.WriteEndArray();
    });

    /// <summary>One law with its versions.</summary>
    public static string Show(Law law) => Write(json => Law(json, law));

    /// <summary>One version with every step as the law file writes it.</summary>
    public static string Show(LawVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("law", version.Reference);
            json.WriteString("act", version.Act["en"]);
            InForce(json, version);
            json.WriteStartArray("tiers");
            foreach (var tier in version.Rules.Tiers)
            {
                json.WriteStartObject();
                json.WriteString("id", tier.Id);
                json.WriteString("name", version.TierNames[tier.Id]["en"]);
                json.WriteStartArray("steps");
                foreach (var (step, line) in tier.Steps.Zip(version.StepLines[tier.Id]))
                {
                    json.WriteStartObject();
                    json.WriteString("step", step.Id);
                    json.WriteString("line", line);
                    json.WriteString("article", step.Article);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>What a check of a file found.</summary>
    public static string Check(string file, Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("file", file);
            json.WriteStartArray("findings");
            foreach (var finding in findings.All)
            {
                json.WriteStartObject();
                json.WriteString("file", finding.File);
                json.WriteNumber("line", finding.Line);
                json.WriteNumber("column", finding.Column);
                json.WriteString("found", finding.Found);
                json.WriteString("expected", finding.Expected);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteNumber("more", findings.More);
            json.WriteEndObject();
        });
    }

    private static void Law(Utf8JsonWriter json, Law law)
    {
        json.WriteStartObject();
        json.WriteString("id", law.Id);
        json.WriteString("title", law.Title["en"]);
        json.WriteStartArray("versions");
        foreach (var version in law.Versions)
        {
            json.WriteStartObject();
            json.WriteString("id", version.Id);
            InForce(json, version);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void InForce(Utf8JsonWriter json, LawVersion version)
    {
        json.WriteString("from", version.From?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("until", version.Until?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static string Write(Action<Utf8JsonWriter> body)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            body(json);
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
