using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mandate.Results.Entries;

/// <summary>The state as compact JSON, for a store beside the ledger: the same state always gives the same bytes.</summary>
/// <remarks>Cells stand under their ids, and the shape of the form is named, so that a state is not read by another form.</remarks>
internal static class EntryJson
{
    /// <summary>The version of this notation.</summary>
    public const int Version = 1;

    /// <summary>Names of stages in JSON.</summary>
    public static IReadOnlyList<string> Stages { get; } =
        ["awaiting-first", "first-open", "awaiting-second", "second-open", "awaiting-rekey", "rekey-open", "quarantined", "unexplained", "accepted"];

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a state.</summary>
    public static byte[] Write(EntryState state, EntryContext context)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("v", Version);
            json.WriteString("form", context.Form.Id);
            json.WriteString("shape", context.Cells.Shape);
            json.WriteString("stage", Stages[(int)state.Stage]);
            json.WriteNumber("revision", state.Revision);
            json.WriteNumber("version", state.Version);
            Optional(json, "reason", state.Reason);
            Optional(json, "turn", state.Turn);
            Optional(json, "last", state.LastRekey);
            if (state.FirstCleared)
            {
                json.WriteBoolean("first-cleared", true);
            }

            Decisions(json, state);
            Figures(json, state, context);
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static void Decisions(Utf8JsonWriter json, EntryState state)
    {
        if (state.Correction is { } correction)
        {
            json.WriteStartObject("correction");
            json.WriteString("kind", Deciding.Name(correction.Kind));
            json.WriteString("reason", correction.Reason);
            json.WriteString("actor", correction.Actor);
            json.WriteEndObject();
        }

        foreach (var (name, order) in new[] { ("errors-order", state.ErrorsOrder), ("third-overruled", state.ThirdOverruled) })
        {
            if (order is not null)
            {
                json.WriteStartObject(name);
                json.WriteString("actor", order.Actor);
                json.WriteString("reason", order.Reason);
                json.WriteEndObject();
            }
        }

        Each(json, "deciders", state.Deciders, json.WriteStringValue);
        Each(json, "explanations", state.Explanations, e =>
        {
            json.WriteStartObject();
            json.WriteString("actor", e.Actor);
            json.WriteString("code", e.Code);
            Optional(json, "list", e.List);
            json.WriteString("text", e.Text);
            Each(json, "of", e.Of, json.WriteNumberValue);
            json.WriteEndObject();
        });
    }

    private static void Figures(Utf8JsonWriter json, EntryState state, EntryContext context)
    {
        Each(json, "readings", state.Readings, r =>
        {
            json.WriteStartObject();
            json.WriteString("actor", r.Actor);
            json.WriteBoolean("entry", r.IsEntry);
            Cells(json, r.Cells, context);
            json.WriteEndObject();
        });
        if (state.Desk is { } desk)
        {
            json.WriteStartObject("desk");
            json.WriteString("actor", desk.Actor);
            Each(json, "asked", desk.Asked ?? [], c => json.WriteStringValue(context.Cells[c]));
            Cells(json, desk.Cells, context);
            json.WriteEndObject();
        }

        Each(json, "thirds", state.Thirds, t =>
        {
            json.WriteStartObject();
            json.WriteString("source", Thirds.Name(t.Source));
            json.WriteString("hash", t.Hash);
            Cells(json, t.Cells, context);
            json.WriteEndObject();
        });
        Each(json, "earlier", state.Earlier, e =>
        {
            json.WriteStartObject();
            json.WriteString("actor", e.Actor);
            json.WriteString("cell", context.Cells[e.Cell]);
            Number(json, "value", e.Value);
            json.WriteEndObject();
        });
    }

    private static void Cells(Utf8JsonWriter json, long[] cells, EntryContext context)
    {
        json.WriteStartObject("cells");
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i] != Reading.Unread)
            {
                Number(json, context.Cells[i], cells[i]);
            }
        }

        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, long cell)
    {
        if (cell < 0)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteNumber(name, cell);
        }
    }

    private static void Optional(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    /// <summary>A list, left out where it is empty.</summary>
    private static void Each<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            write(item);
        }

        json.WriteEndArray();
    }
}
