using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mandate.Electoral.Certificates;

namespace Mandate.Reports.Elections;

/// <summary>Writes a certificate as JSON, one inequality a line; docs/certificates.md has its grammar.</summary>
public static class CertificateJson
{
    /// <summary>The name and version of the format.</summary>
    public const string Format = "mandate-certificate/1";

    // Read by people and checkers and never put into a page, so that signs such as > stand as they are.
    private static readonly JsonWriterOptions Narrow = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonWriterOptions Wide = Narrow with { Indented = true, NewLine = "\n" };

    /// <summary>The JSON text in UTF-8, ending with a line feed. Numbers that count anything are decimal strings.</summary>
    public static byte[] Write(Certificate certificate, string election, string law, string status)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Wide))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteString("election", election);
            json.WriteString("law", law);
            json.WriteString("status", status);
            json.WriteStartArray("tiers");
            foreach (var tier in certificate.Tiers)
            {
                Tier(json, tier);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.Write("\n"u8);
        return stream.ToArray();
    }

    private static void Tier(Utf8JsonWriter json, TierCertificate tier)
    {
        json.WriteStartObject();
        json.WriteString("id", tier.Id);
        if (tier.Result is { } result)
        {
            json.WriteString("result", result);
        }

        Lines(json, "figures", tier.Figures, (j, f) =>
        {
            j.WriteString("name", f.Name);
            Strings(j, "is", [.. f.Ways.Select(w => w.ToString())]);
        });
        Lines(json, "areas", tier.Areas, Area);
        Lines(json, "tables", tier.Tables, Table);
        json.WriteStartArray("proofs");
        foreach (var proof in tier.Proofs)
        {
            Proof(json, proof);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Area(Utf8JsonWriter json, CertifiedArea area)
    {
        json.WriteString("id", area.Id);
        json.WriteString("kind", area.Kind);
        json.WriteStartArray("constituencies");
        area.Constituencies.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
        if (area.Seats is { } seats)
        {
            json.WriteString("seats", Text(seats));
        }

        if (area.Given)
        {
            json.WriteBoolean("given", true);
        }

        if (area.From is { } from)
        {
            json.WriteString("from", from);
        }

        json.WriteStartObject("won");
        foreach (var (list, won) in area.Won)
        {
            json.WriteString(list, Text(won));
        }

        json.WriteEndObject();
    }

    private static void Table(Utf8JsonWriter json, CertifiedTable table)
    {
        json.WriteString("name", table.Name);
        json.WriteString("area", table.Area);
        if (table.Unit != 1)
        {
            json.WriteString("unit", Text(table.Unit));
        }

        json.WriteStartObject("rows");
        foreach (var (list, number) in table.Rows)
        {
            json.WriteString(list, Text(number));
        }

        json.WriteEndObject();
    }

    private static void Proof(Utf8JsonWriter json, Proof proof)
    {
        json.WriteStartObject();
        json.WriteString("area", proof.Area);
        json.WriteString("step", proof.Step);
        json.WriteString("id", proof.Id);
        Optional(json, "article", proof.Article);
        json.WriteString("rule", proof.Rule);
        Optional(json, "of", proof.Of);
        Line(json, "reads", j => Texts(j, proof.Reads));
        Line(json, "writes", j => Texts(j, proof.Writes));
        Line(json, "numbers", j => Numbers(j, proof.Numbers));
        if (proof.Requirement is { } requirement)
        {
            Line(json, "requirement", j => Requirement(j, requirement));
        }

        Lines(json, "parties", proof.Parties, (j, p) =>
        {
            j.WriteString("id", p.Id);
            Numbers(j, p.Numbers);
        });
        Lines(json, "inequalities", proof.Inequalities, Inequality);
        Lines(json, "decisions", proof.Decisions, (j, d) =>
        {
            j.WriteString("by", d.By);
            j.WriteString("seats", Text(d.Seats));
            Strings(j, "contenders", d.Contenders);
            Strings(j, "winners", d.Winners);
        });
        json.WriteEndObject();
    }

    private static void Inequality(Utf8JsonWriter json, Inequality inequality)
    {
        json.WriteString("kind", inequality.Kind);
        Optional(json, "party", inequality.Party);
        Optional(json, "area", inequality.Area);
        Optional(json, "path", inequality.Path);
        Side(json, "left", inequality.Left);
        json.WriteString("relation", Sign(inequality.Relation));
        Side(json, "right", inequality.Right);
    }

    /// <summary>A relation as it is written in the format.</summary>
    public static string Sign(Relation relation) => relation switch
    {
        Relation.Below => "<",
        Relation.AtMost => "<=",
        Relation.Equal => "=",
        Relation.AtLeast => ">=",
        Relation.Above => ">",
        _ => throw new InvalidOperationException($"Bug in CertificateJson: relation {relation}."),
    };

    /// <summary>A sum of products, each a row of pairs of a name and a number.</summary>
    private static void Side(Utf8JsonWriter json, string name, IReadOnlyList<Product> products)
    {
        json.WriteStartArray(name);
        foreach (var product in products)
        {
            json.WriteStartArray();
            foreach (var factor in product.Factors)
            {
                json.WriteStartArray();
                json.WriteStringValue(factor.Name);
                json.WriteStringValue(Text(factor.Value));
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void Requirement(Utf8JsonWriter json, Requirement requirement)
    {
        json.WriteString("kind", requirement.Kind);
        json.WriteString("path", requirement.Path);
        Texts(json, requirement.Facts);
        if (requirement.Parts.Count > 0)
        {
            json.WriteStartArray("parts");
            foreach (var part in requirement.Parts)
            {
                json.WriteStartObject();
                Requirement(json, part);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }
    }

    private static void Texts(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, string>> texts) => texts.ToList().ForEach(t => json.WriteString(t.Key, t.Value));

    private static void Numbers(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, BigInteger>> numbers) => numbers.ToList().ForEach(n => json.WriteString(n.Key, Text(n.Value)));

    private static void Strings(Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        values.ToList().ForEach(json.WriteStringValue);
        json.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    /// <summary>An array of objects, each on a line of its own; nothing where it is empty.</summary>
    private static void Lines<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> values, Action<Utf8JsonWriter, T> write)
    {
        if (values.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteRawValue("\n" + new string(' ', json.CurrentDepth * 2) + OneLine(j => write(j, value)), skipInputValidation: true);
        }

        json.WriteEndArray();
    }

    private static void Line(Utf8JsonWriter json, string name, Action<Utf8JsonWriter> write)
    {
        var text = OneLine(write);
        if (text != "{}")
        {
            json.WritePropertyName(name);
            json.WriteRawValue(text, skipInputValidation: true);
        }
    }

    private static string OneLine(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Narrow))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Text(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);
}
