using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Mandate.Reports.Parliaments;

/// <summary>Writes a parliament on one day as JSON.</summary>
public static class SittingJson
{
    /// <summary>The JSON text in UTF-8, ending with a line feed.</summary>
    public static byte[] Write(Sitting sitting)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) }))
        {
            json.WriteStartObject();
            json.WriteString("country", sitting.Parliament.Country);
            json.WriteString("on", Day(sitting.Day));
            json.WriteString("kind", "recalculation");
            json.WriteStartArray("chambers");
            foreach (var chamber in sitting.Chambers)
            {
                Chamber(json, sitting, chamber);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.Write("\n"u8);
        return stream.ToArray();
    }

    private static void Chamber(Utf8JsonWriter json, Sitting sitting, SittingChamber chamber)
    {
        json.WriteStartObject();
        json.WriteString("id", chamber.Chamber.Id);
        json.WriteBoolean("nonpartisan", chamber.Chamber.Nonpartisan);
        json.WriteBoolean("sits", chamber.Term is not null);
        if (chamber.Term is { } term)
        {
            json.WriteNumber("size", term.Seats);
            if (term.Convocation is { } convocation)
            {
                json.WriteNumber("convocation", convocation);
            }

            WriteDay(json, "begins", term.Begins);
            WriteDay(json, "ends", term.Ends);
            json.WriteNumber("unknown", chamber.Unknown);
            Seats(json, "seats", chamber.Groups.Where(g => g.Seats > 0).Select(g => (g.Id, g.Seats)));
            Seats(json, "before", chamber.Then.Select(g => (g.Id, g.Seats)));
            Seats(json, "change", chamber.Before is null ? [] : chamber.Groups.Select(g => (g.Id, g.Seats - (g.Before ?? 0))));
            json.WriteStartObject("majorities");
            foreach (var (decision, needed) in chamber.Majorities(sitting.Parliament.Deciding))
            {
                json.WriteNumber(decision.Id, needed);
            }

            json.WriteEndObject();
            json.WriteBoolean("majoritiesReadFromLaterText", sitting.IsMarked);
        }
        else
        {
            WriteDay(json, "gapAfter", chamber.GapFrom);
            WriteDay(json, "gapBefore", chamber.GapTo);
        }

        json.WriteEndObject();
    }

    private static void Seats(Utf8JsonWriter json, string name, IEnumerable<(string Id, int Seats)> seats)
    {
        json.WriteStartObject(name);
        foreach (var (id, number) in seats)
        {
            json.WriteNumber(id, number);
        }

        json.WriteEndObject();
    }

    private static void WriteDay(Utf8JsonWriter json, string name, DateOnly? day)
    {
        if (day is { } value)
        {
            json.WriteString(name, Day(value));
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
