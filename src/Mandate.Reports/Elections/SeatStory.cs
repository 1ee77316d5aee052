using System.Text;
using System.Text.Json;
using Mandate.Electoral;
using Mandate.Reports.Language;

namespace Mandate.Reports.Elections;

/// <summary>Tells of one seat which list takes it and why.</summary>
/// <remarks>
/// By quota the seats are counted off so: whole quotas first, list by list in ballot order; then the remainder seats, the
/// largest remainder first. By divisors they are the rounds.
/// </remarks>
public static class SeatStory
{
    /// <summary>The number of seats that an allocation to lists gave.</summary>
    public static int Seats(Declaration declaration) => Order(declaration).Count;

    /// <summary>The sentence; null where there is no such seat.</summary>
    public static string? Tell(Declaration declaration, int number, string language)
    {
        var order = Order(declaration);
        if (number < 1 || number > order.Count)
        {
            return null;
        }

        var (row, key, place) = order[number - 1];
        var speech = new Speech(language);
        string Name(string id) => speech.Of(declaration.Election.List(id).Label);
        return speech.Say(
            key,
            ("number", speech.Number(number)),
            ("list", Name(row.Contender!)),
            ("place", speech.Number(place)),
            ("votes", Value("votes")),
            ("quotient", Value("quotient")),
            ("remainder", Value("remainder")),
            ("divisor", Value("divisor")));

        string Value(string argument) => row.Arguments.TryGetValue(argument, out var value) ? speech.Value(value, Name) : string.Empty;
    }

    /// <summary>The same as JSON; null where there is no such seat.</summary>
    public static string? Json(Declaration declaration, int number, string language)
    {
        if (Tell(declaration, number, language) is not { } story)
        {
            return null;
        }

        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, DeclarationJson.Options))
        {
            var (row, key, place) = Order(declaration)[number - 1];
            json.WriteStartObject();
            json.WriteString("election", declaration.Election.Id);
            json.WriteString("law", declaration.Law.Reference);
            json.WriteNumber("seat", number);
            json.WriteString("list", row.Contender);
            json.WriteString("by", key.Split('.')[1]);
            json.WriteNumber("place", place);
            DeclarationJson.Arguments(json, row.Arguments);
            json.WriteString("story", story);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static List<(TraceRow Row, string Key, int Place)> Order(Declaration declaration)
    {
        var trace = declaration.Outcome.Parts.SelectMany(p => p.Derivation).FirstOrDefault(t => t.Step == "allocate");
        if (trace is null)
        {
            return [];
        }

        if (trace.Outcome == "divisors")
        {
            return [.. trace.Rows.Where(r => r.Outcome == "round").Select(r => (r, "seat.round", Count(r, "seats")))];
        }

        if (trace.Outcome is "quota" or "quota-restricted")
        {
            var whole = trace.Rows.SelectMany(r => Enumerable.Range(1, Count(r, "whole")).Select(k => (r, "seat.whole", k)));
            var extra = trace.Rows.Where(r => Count(r, "extra") > 0)
                .OrderByDescending(r => ((Argument.Exact)r.Arguments["remainder"]).Value)
                .Select((r, i) => (r, "seat.remainder", i + 1));
            return [.. whole, .. extra];
        }

        return [.. trace.Rows.SelectMany(r => Enumerable.Range(1, Count(r, "seats")).Select(k => (r, "seat.part", k)))];
    }

    private static int Count(TraceRow row, string key) => row.Arguments.TryGetValue(key, out var value) && value is Argument.Count c ? (int)c.Value : 0;
}
