using System.Text.Json;
using Mandate.Electoral.Margins;

namespace Mandate.Reports.Elections;

/// <summary>Writes the margins of an election's seats as JSON.</summary>
public static class MarginJson
{
    /// <summary>The JSON text in UTF-8, ending with a line feed.</summary>
    public static byte[] Write(Declaration declaration, SeatMargins margins)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        ArgumentNullException.ThrowIfNull(margins);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, DeclarationJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("election", declaration.Election.Id);
            json.WriteString("law", declaration.Law.Reference);
            json.WriteString("status", DeclarationJson.Name(declaration.Outcome.Status));
            json.WriteNumber("countsWithMovedVotes", margins.Runs);
            json.WriteStartArray("margins");
            foreach (var margin in margins.Seats)
            {
                json.WriteStartObject();
                json.WriteString("contest", margin.Contest);
                json.WriteString("area", margin.Area);
                json.WriteString("list", margin.List);
                json.WriteNumber("seat", margin.Seat);
                if (margin.Next is { } next)
                {
                    json.WriteString("next", next);
                }

                json.WriteNumber("votes", margin.Votes);
                json.WriteString("from", margin.From);
                json.WriteString("to", margin.To);
                json.WriteString("movedIn", margin.Where);
                json.WriteNumber("of", margin.Of);
                json.WriteString("known", margin.Exact ? "exact" : "upper-bound");
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.Write("\n"u8);
        return stream.ToArray();
    }
}
