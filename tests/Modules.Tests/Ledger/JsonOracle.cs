using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Mandate.Modules.Tests.Ledger;

/// <summary>Canonical JSON the slow and plain way: a reader of the framework's, a sort, and an escape letter by letter.</summary>
internal static class JsonOracle
{
    /// <summary>The canonical text of a value made of dictionaries, lists, strings and truth values.</summary>
    public static string Write(object value) => value switch
    {
        string text => Quote(text),
        bool truth => truth ? "true" : "false",
        List<object> list => $"[{string.Join(',', list.Select(Write))}]",
        Dictionary<string, object> map => $"{{{string.Join(',', map.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => Quote(m.Key) + ":" + Write(m.Value)))}}}",
        _ => throw new ArgumentException($"No {value.GetType()}", nameof(value)),
    };

    /// <summary>Whether bytes are what their own value would be written as.</summary>
    public static bool IsCanonical(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 32, AllowDuplicateProperties = false });
            return Encoding.UTF8.GetBytes(Write(Value(document.RootElement))).AsSpan().SequenceEqual(bytes.Span);
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>A value drawn at random, with many of the letters that are hard to write and to sort.</summary>
    public static object Random(Random random, int depth) => random.Next(depth > 0 ? 5 : 3) switch
    {
        0 => random.Next(2) == 0,
        1 or 2 => Text(random),
        3 => Enumerable.Range(0, random.Next(4)).Select(_ => Random(random, depth - 1)).ToList(),
        _ => Enumerable.Range(0, random.Next(6)).Select(_ => Text(random)).Distinct().ToDictionary(n => n, _ => Random(random, depth - 1)),
    };

    private static string Text(Random random)
    {
        string[] letters = ["a", "b", "Z", "0", "\"", "\\", "/", "\b", "\t", "\n", "\f", "\r", "\u0000", "\u001f", "\u007f", "\u0080", "ө", "\u20ac", "\u2028", "\ud7ff", "\ue000", "\uffee", "\U0001f600", "\U0010ffff"];
        return string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => letters[random.Next(letters.Length)]));
    }

    private static object Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(m => m.Name, m => Value(m.Value)),
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToList(),
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new ArgumentException($"No {element.ValueKind}", nameof(element)),
    };

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            quoted.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\t' => "\\t",
                '\n' => "\\n",
                '\f' => "\\f",
                '\r' => "\\r",
                < ' ' => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => letter.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
