using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Mandate.Electoral;

namespace Mandate.Reports.Elections;

/// <summary>Writes a declaration as JSON; exact numbers are fractions in text.</summary>
public static class DeclarationJson
{
    internal static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The JSON text in UTF-8, ending with a line feed.</summary>
    public static byte[] Write(Declaration declaration)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            Body(json, declaration);
        }

        stream.Write("\n"u8);
        return stream.ToArray();
    }

    /// <summary>A status as the contract writes it.</summary>
    public static string Name(Status status) => status switch
    {
        Status.Complete => "complete",
        Status.Tie => "tie",
        Status.Runoff => "runoff",
        Status.Repeat => "repeat",
        Status.Unknown => "unknown",
        Status.Undefined => "undefined",
        _ => throw new InvalidOperationException($"Bug in DeclarationJson: status {status}."),
    };

    private static string Name(DeclarationKind kind) => kind switch
    {
        DeclarationKind.Recalculation => "recalculation",
        DeclarationKind.Provisional => "provisional",
        DeclarationKind.Declaration => "declaration",
        _ => throw new InvalidOperationException($"Bug in DeclarationJson: {kind}."),
    };

    private static void Body(Utf8JsonWriter json, Declaration declaration)
    {
        var election = declaration.Election;
        json.WriteStartObject();
        json.WriteString("election", election.Id);
        json.WriteString("law", declaration.Law.Reference);
        json.WriteString("status", Name(declaration.Outcome.Status));
        json.WriteString("kind", Name(declaration.Kind));
        json.WriteBoolean("synthetic", election.Synthetic);
        json.WriteBoolean("hypothetical", declaration.IsHypothetical);
        json.WriteString("computedFrom", election.VoteUnit == Laws.VoteUnit.Votes ? "votes" : "shares");
        if (election.Date is { } date)
        {
            json.WriteString("date", Day(date));
        }

        json.WriteStartArray("chambers");
        Chamber(json, declaration);
        json.WriteEndArray();
        json.WriteStartArray("pending");
        foreach (var pending in declaration.Outcome.Parts.SelectMany(p => p.Pending))
        {
            Pending(json, pending);
        }

        json.WriteEndArray();
        json.WriteStartArray("conditions");
        foreach (var condition in declaration.Outcome.Parts.SelectMany(p => p.Conditions))
        {
            json.WriteStartObject();
            json.WriteString("fact", condition.Fact);
            json.WriteNumber("from", 0);
            json.WriteNumber("upTo", condition.UpTo);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("relations");
        foreach (var result in declaration.Outcome.Parts.SelectMany(p => p.Relations))
        {
            json.WriteStartObject();
            json.WriteString("relation", result.Relation.ToString());
            json.WriteNumber("left", result.Left);
            json.WriteNumber("right", result.Right);
            json.WriteNumber("difference", result.Difference);
            if (result.Missing is { } missing)
            {
                json.WriteString("missing", missing);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        Strings(json, "facts", declaration.Facts);
        Strings(json, "lots", declaration.Lots.Select(l => l.ToString()));
        json.WriteEndObject();
    }

    private static void Chamber(Utf8JsonWriter json, Declaration declaration)
    {
        json.WriteStartObject();
        json.WriteString("id", declaration.Election.Chamber ?? declaration.Law.Law.Split('/')[1]);
        if (declaration.House is { } house)
        {
            json.WriteNumber("size", house);
        }
        else
        {
            json.WriteNull("size");
        }

        json.WriteNumber("vacant", declaration.Vacant);
        json.WriteNumber("open", declaration.Open);
        json.WriteStartArray("tiers");
        foreach (var tier in declaration.Outcome.Tiers)
        {
            Tier(json, declaration, tier);
        }

        json.WriteEndArray();
        json.WriteStartObject("seats");
        foreach (var group in declaration.Groups.Where(g => g.Seats > 0))
        {
            json.WriteNumber(group.Id, group.Seats);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Tier(Utf8JsonWriter json, Declaration declaration, TierOutcome tier)
    {
        json.WriteStartObject();
        json.WriteString("id", tier.Id);
        json.WriteBoolean("fillsSeats", tier.Fills);
        json.WriteStartArray("constituencies");
        foreach (var part in tier.Constituencies)
        {
            json.WriteStartObject();
            json.WriteString("id", part.Id);
            json.WriteString("kind", part.Kind);
            json.WriteString("status", Name(part.Status));
            json.WriteBoolean("given", part.Given);
            Seats(json, part.Won);
            json.WriteStartArray("derivation");
            foreach (var trace in part.Derivation)
            {
                Trace(json, trace);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Seats(json, tier.Constituencies.SelectMany(p => p.Won).GroupBy(w => w.Key).Select(g => KeyValuePair.Create(g.Key, g.Sum(w => w.Value))));
        json.WriteStartArray("elected");
        foreach (var elected in tier.Constituencies.SelectMany(p => p.Elected))
        {
            json.WriteStartObject();
            json.WriteString("list", elected.List);
            json.WriteString("person", elected.Person);
            json.WriteString("name", declaration.Election.Persons.GetValueOrDefault(elected.Person) ?? elected.Person);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Seats(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, int>> won)
    {
        json.WriteStartObject("seats");
        foreach (var (list, seats) in won)
        {
            json.WriteNumber(list, seats);
        }

        json.WriteEndObject();
    }

    private static void Trace(Utf8JsonWriter json, StepTrace trace)
    {
        json.WriteStartObject();
        json.WriteString("step", trace.Step);
        json.WriteString("id", trace.Id);
        json.WriteString("outcome", trace.Outcome);
        if (trace.Article is { } article)
        {
            json.WriteString("article", article);
        }

        Arguments(json, trace.Arguments);
        json.WriteStartArray("rows");
        foreach (var row in trace.Rows)
        {
            json.WriteStartObject();
            if (row.Contender is { } contender)
            {
                json.WriteString("list", contender);
            }

            json.WriteString("outcome", row.Outcome);
            Arguments(json, row.Arguments);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Joined(Utf8JsonWriter json, string name, Argument.Joined joined)
    {
        json.WriteStartObject(name);
        json.WriteString("of", joined.All ? "all" : "any");
        for (var i = 0; i < joined.Parts.Count; i++)
        {
            Arguments(json, new Dictionary<string, Argument> { ["part"] = joined.Parts[i] }, (i + 1).ToString(CultureInfo.InvariantCulture));
        }

        json.WriteEndObject();
    }

    internal static void Arguments(Utf8JsonWriter json, IReadOnlyDictionary<string, Argument> arguments, string group = "arguments", string? key = null)
    {
        json.WriteStartObject(group);
        if (key is not null)
        {
            json.WriteString("is", key);
        }

        foreach (var (name, value) in arguments)
        {
            switch (value)
            {
                case Argument.Count c: json.WriteNumber(name, c.Value); break;
                case Argument.Exact e: json.WriteString(name, e.Value.ToString()); break;
                case Argument.Root r: json.WriteString(name, $"sqrt({r.Square})"); break;
                case Argument.Share s: json.WriteString(name, s.Value.ToString()); break;
                case Argument.Contenders c: Strings(json, name, c.Ids); break;
                case Argument.Term t: json.WriteString(name, t.Key); break;
                case Argument.Phrase p: Arguments(json, p.Parts, name, p.Key); break;
                case Argument.Joined j: Joined(json, name, j); break;
                case Argument.Day d: json.WriteString(name, Day(d.Value)); break;
                case Argument.Text t: json.WriteString(name, t.Value); break;
                default: throw new InvalidOperationException($"Bug in DeclarationJson: argument {value.GetType().Name}.");
            }
        }

        json.WriteEndObject();
    }

    private static void Pending(Utf8JsonWriter json, Pending pending)
    {
        json.WriteStartObject();
        json.WriteString("status", Name(pending.Status));
        json.WriteString("contest", pending.Contest);
        json.WriteString("area", pending.Area);
        json.WriteString("step", pending.Step);
        json.WriteString("reason", pending.Reason);
        Strings(json, "contenders", pending.Contenders);
        json.WriteNumber("seats", pending.Seats);
        Strings(json, "facts", pending.Facts);
        if (pending.Status == Status.Tie)
        {
            json.WriteString("lot", $"{pending.Contest}/{pending.Area}:{pending.Step}=");
        }

        if (pending.Until is { } until)
        {
            json.WriteString("until", Day(until));
        }

        json.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
