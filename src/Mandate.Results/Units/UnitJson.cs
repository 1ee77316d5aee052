using System.Globalization;
using System.Text.Json;
using Mandate.Laws;
using Mandate.Results.Import;

namespace Mandate.Results.Units;

/// <summary>Reads units from an election report in JSON (NIST SP 1500-100 v2), token by token within limits.</summary>
internal sealed class UnitJson(string shown, Findings findings, UnitLimits limits)
{
    private const string ReportType = "ElectionResults.ElectionReport";
    private readonly UnitList units = new(shown, findings, limits);
    private byte[] bytes = [];
    private long counted;
    private long lineStart;
    private int line = 1;

    /// <summary>Reads to the end.</summary>
    /// <returns>Null after noting faults.</returns>
    public UnitFile? Read(Stream stream)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        bytes = memory.ToArray();
        var start = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        (counted, lineStart) = (start, start);
        var reader = new Utf8JsonReader(bytes.AsSpan(start), new JsonReaderOptions { MaxDepth = limits.Depth });
        var report = new NistUnits(units);
        try
        {
            return Report(ref reader, report, start);
        }
        catch (JsonException e)
        {
            // At the bracket that is one too deep the reader still stands inside the one before.
            var deep = reader.CurrentDepth >= limits.Depth - 1;
            units.Fault((int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1,
                deep ? string.Create(CultureInfo.InvariantCulture, $"values nested more than {limits.Depth} deep") : "JSON that cannot be read from here on", deep ? "a flatter file" : "well-formed JSON");
        }
        catch (InvalidOperationException)
        {
            // A text whose bytes or escapes are no letters.
            var (row, column) = Place(start + reader.TokenStartIndex);
            units.Fault(row, column, "a text with letters that cannot be read", "UTF-8");
        }

        return null;
    }

    private UnitFile? Report(ref Utf8JsonReader reader, NistUnits report, int start)
    {
        string? type = null;
        reader.Read();
        var isObject = reader.TokenType == JsonTokenType.StartObject;
        while (isObject && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "@type": type = Text(ref reader); break;
                case "Issuer": report.Field(name, Text(ref reader)); break;
                case "GpUnit" when reader.TokenType == JsonTokenType.StartArray: Areas(ref reader, report, start); break;
                default: reader.Skip(); break;
            }
        }

        while (isObject && reader.Read())
        {
            // What follows the report is a fault that the reader itself throws.
        }

        if (type != ReportType)
        {
            units.Fault(1, 1, $"JSON of the type '{Shown.Cut(type)}'", $"an {ReportType} of NIST SP 1500-100 version 2");
            return null;
        }

        return report.Finish() is var leftOut && units.Tree() is { } tree ? new UnitFile(UnitFileFormat.NistJson, Shown.Cut(report.Issuer), tree, leftOut) : null;
    }

    private void Areas(ref Utf8JsonReader reader, NistUnits report, int start)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var (row, column) = Place(start + reader.TokenStartIndex);
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                units.Fault(row, column, "a value that is no GpUnit", "an object");
                reader.Skip();
                continue;
            }

            Area(ref reader, report, row, column);
        }
    }

    /// <summary>An area's fields stand in any order, so they are kept until its end.</summary>
    private static void Area(ref Utf8JsonReader reader, NistUnits report, int row, int column)
    {
        var fields = new List<(string Name, string Value)>();
        string id = string.Empty, type = string.Empty;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            reader.Read();
            switch (name)
            {
                case "@id": id = Text(ref reader); break;
                case "@type": type = Text(ref reader); break;
                case "Type" or "OtherType": fields.Add((name, Text(ref reader))); break;
                case "Name": fields.Add((name, Content(ref reader))); break;
                case "ComposingGpUnitIds" when reader.TokenType == JsonTokenType.StartArray:
                    while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    {
                        fields.Add((name, Text(ref reader)));
                    }

                    break;
                default: reader.Skip(); break;
            }
        }

        report.Open(id, type, row, column);
        foreach (var (name, value) in fields)
        {
            report.Field(name, value);
        }

        report.Close();
    }

    /// <summary>The first text of an internationalized text; what else it has is passed over.</summary>
    private static string Content(ref Utf8JsonReader reader)
    {
        var content = string.Empty;
        var depth = reader.CurrentDepth;
        while (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.PropertyName || reader.CurrentDepth > depth)
        {
            if (content.Length == 0 && reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("Content"u8) && reader.Read())
            {
                content = Text(ref reader);
            }

            if (!reader.Read())
            {
                break;
            }
        }

        return content;
    }

    /// <summary>A text; anything else is passed over and empty.</summary>
    private static string Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return reader.GetString()!;
        }

        reader.Skip();
        return string.Empty;
    }

    /// <summary>Line and column of a byte; asked for in ascending order.</summary>
    private (int Line, int Column) Place(long at)
    {
        for (; counted < at; counted++)
        {
            if (bytes[counted] == '\n')
            {
                line++;
                lineStart = counted + 1;
            }
        }

        return (line, (int)(at - lineStart) + 1);
    }
}
