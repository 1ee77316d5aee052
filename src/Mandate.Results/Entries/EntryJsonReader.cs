using System.Text.Json;
using System.Text.Unicode;
using Mandate.Results.Running;

namespace Mandate.Results.Entries;

/// <summary>Reads what <see cref="EntryJson"/> wrote, and nothing else: an unknown key, a missing cell or an impossible state is a fault.</summary>
internal static class EntryJsonReader
{
    /// <summary>The most bytes a state may have.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    private const int MostItems = 1_000_000;

    /// <summary>Reads a state.</summary>
    /// <returns>The state, or null with the first fault: what was found where, and what was expected.</returns>
    public static (EntryState? State, string? Fault) Read(ReadOnlyMemory<byte> bytes, EntryContext context)
    {
        if (bytes.Length > MostBytes)
        {
            return (null, $"The state of an entry has {bytes.Length} bytes; expected at most {MostBytes}.");
        }

        if (!Utf8.IsValid(bytes.Span))
        {
            return (null, "The state of an entry is not UTF-8.");
        }

        try
        {
            using var json = Whole(() => JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 8, AllowDuplicateProperties = false }));
            var state = State(new Node(json.RootElement, "state"), context);
            return EntryStateRules.Broken(state, context) is { } broken ? (null, $"The state of an entry is impossible: {broken}") : (state, null);
        }
        catch (JsonException fault)
        {
            return (null, $"The state of an entry is not JSON as Mandate writes it: line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}.");
        }
        catch (UnfitException fault)
        {
            return (null, fault.Message);
        }
    }

    private static EntryState State(Node root, EntryContext context)
    {
        root.Keys("v", "form", "shape", "stage", "revision", "version", "reason", "turn", "last", "first-cleared", "correction", "errors-order", "third-overruled", "deciders", "explanations", "readings", "desk", "thirds", "earlier");
        root["v"].Is(root["v"].Number(0, int.MaxValue) == EntryJson.Version, $"version {EntryJson.Version} of the notation");
        root["form"].Is(root["form"].Text() == context.Form.Id, $"the form '{context.Form.Id}'");
        root["shape"].Is(root["shape"].Text() == context.Cells.Shape, $"the shape {context.Cells.Shape} of the form '{context.Form.Id}': its figures, lists or candidates have changed since");
        return new EntryState
        {
            Stage = (EntryStage)root["stage"].OneOf(EntryJson.Stages),
            Revision = root["revision"].Number(0, long.MaxValue - 1),
            Version = (int)root["version"].Number(0, int.MaxValue - 1),
            Reason = root.Find("reason")?.OneOfTexts([EntryRules.Errors, EntryRules.ThirdDiffers, .. context.Rules.Reasons]),
            Turn = root.Find("turn")?.Actor(),
            LastRekey = root.Find("last")?.Actor(),
            FirstCleared = root.Find("first-cleared")?.Flag() ?? false,
            Correction = root.Find("correction") is { } c ? Correction(c) : null,
            ErrorsOrder = root.Find("errors-order") is { } e ? Order(e) : null,
            ThirdOverruled = root.Find("third-overruled") is { } t ? Order(t) : null,
            Deciders = [.. root.Each("deciders", MostItems).Select(d => d.Actor())],
            Explanations = [.. root.Each("explanations", MostItems).Select(Explanation)],
            Readings = [.. root.Each("readings", MostItems).Select(r => Reading(r, context))],
            Desk = root.Find("desk") is { } desk ? Desk(desk, context) : null,
            Thirds = [.. root.Each("thirds", 2).Select(third => Third(third, context))],
            Earlier = [.. root.Each("earlier", MostItems).Select(x => Earlier(x, context))],
        };
    }

    private static Correction Correction(Node node)
    {
        node.Keys("kind", "reason", "actor");
        return new Correction((CorrectionKind)node["kind"].OneOf(["recount", "correction"]), node["reason"].Words(), node["actor"].Actor());
    }

    private static Order Order(Node node)
    {
        node.Keys("actor", "reason");
        return new Order(node["actor"].Actor(), node["reason"].Words());
    }

    private static Explanation Explanation(Node node)
    {
        node.Keys("actor", "code", "list", "text", "of");
        return new Explanation(node["actor"].Actor(), node["code"].Text(), node.Find("list")?.Text(), node["text"].Words(), [.. node.Each("of", 100_000).Select(n => n.Number(0, long.MaxValue))]);
    }

    private static Reading Reading(Node node, EntryContext context)
    {
        node.Keys("actor", "entry", "cells");
        return new Reading(node["actor"].Actor(), node["entry"].Flag(), Cells(node["cells"], context));
    }

    private static Desk Desk(Node node, EntryContext context)
    {
        node.Keys("actor", "asked", "cells");
        var asked = node.Each("asked", context.Cells.Count).Select(a => Cell(a, a.Text(), context)).ToList();
        return new Desk(node["actor"].Actor(), asked.Count > 0 ? asked : null, Cells(node["cells"], context));
    }

    private static ThirdReading Third(Node node, EntryContext context)
    {
        node.Keys("source", "hash", "cells");
        node["hash"].Is(Thirds.IsHash(node["hash"].Text()), "64 small hexadecimal digits");
        return new ThirdReading((ThirdSource)node["source"].OneOf(["scan", "import"]), Cells(node["cells"], context), node["hash"].Text());
    }

    private static EarlierReading Earlier(Node node, EntryContext context)
    {
        node.Keys("actor", "cell", "value");
        return new EarlierReading(node["actor"].Actor(), Cell(node["cell"], node["cell"].Text(), context), node["value"].Figure());
    }

    private static long[] Cells(Node node, EntryContext context)
    {
        var cells = new long[context.Cells.Count];
        Array.Fill(cells, Entries.Reading.Unread);
        foreach (var (name, value) in node.Members())
        {
            var cell = Cell(value, name, context);
            cells[cell] = value.Figure();
            value.Is(!context.Cells.IsBox(cell) || cells[cell] <= 1, "0 or 1");
        }

        return cells;
    }

    private static int Cell(Node node, string name, EntryContext context)
    {
        var cell = context.Cells.Find(name);
        node.Is(cell is not null, $"a cell of the form '{context.Form.Id}'");
        return cell!.Value;
    }

    /// <summary>A place in the JSON.</summary>
    private readonly record struct Node(JsonElement Json, string Path)
    {
        public Node this[string key] => Find(key) ?? throw new UnfitException($"{Path}: found no '{key}'; expected one.");

        public Node? Find(string key)
        {
            Is(Json.ValueKind == JsonValueKind.Object, "an object");
            return Json.TryGetProperty(key, out var value) ? new Node(value, $"{Path}.{key}") : null;
        }

        public void Keys(params string[] known)
        {
            foreach (var (name, value) in Members())
            {
                value.Is(known.Contains(name), $"one of {string.Join(", ", known)}");
            }
        }

        public IEnumerable<(string Name, Node Value)> Members()
        {
            Is(Json.ValueKind == JsonValueKind.Object, "an object");
            foreach (var member in Json.EnumerateObject())
            {
                var name = Whole(() => member.Name);
                yield return (name, new Node(member.Value, $"{Path}.{name}"));
            }
        }

        public IEnumerable<Node> Each(string key, int most)
        {
            if (Find(key) is not { } list)
            {
                return [];
            }

            list.Is(list.Json.ValueKind == JsonValueKind.Array && list.Json.GetArrayLength() <= most, $"a list of at most {most}");
            return list.Json.EnumerateArray().Select((x, i) => new Node(x, $"{list.Path}[{i}]"));
        }

        public string Text()
        {
            Is(Json.ValueKind == JsonValueKind.String, "a text");
            var json = Json;
            return Whole(() => json.GetString()!);
        }

        public string Words()
        {
            var text = Text();
            Is(EntryText.IsFit(text), $"1 to {EntryCommand.LongestText} letters");
            return text;
        }

        public string Actor()
        {
            var text = Text();
            Is(EntryActor.IsId(text), "the id of an actor");
            return text;
        }

        public bool Flag()
        {
            Is(Json.ValueKind is JsonValueKind.True or JsonValueKind.False, "true or false");
            return Json.GetBoolean();
        }

        public long Number(long least, long most)
        {
            var fits = Json.ValueKind == JsonValueKind.Number && Json.TryGetInt64(out var number) && number >= least && number <= most;
            Is(fits, $"a whole number from {least} to {most}");
            return Json.GetInt64();
        }

        public long Figure() => Json.ValueKind == JsonValueKind.Null ? Layout.Blank : Number(0, Results.Figure.Largest);

        public int OneOf(IReadOnlyList<string> known)
        {
            var text = Text();
            for (var i = 0; i < known.Count; i++)
            {
                if (known[i] == text)
                {
                    return i;
                }
            }

            Is(false, $"one of {string.Join(", ", known)}");
            return -1;
        }

        public string OneOfTexts(IReadOnlyList<string> known) => known[OneOf(known)];

        public void Is(bool good, string expected)
        {
            if (!good)
            {
                var raw = Json.GetRawText();
                throw new UnfitException($"{Path}: found {(raw.Length <= 60 ? raw : raw[..60] + "…")}; expected {expected}.");
            }
        }
    }

    /// <summary>Reads texts, whose escapes may be half a letter; the reader of JSON throws then as it does for misuse.</summary>
    private static T Whole<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            throw new UnfitException("The state of an entry has half a letter in an escape; expected whole letters.");
        }
    }

    /// <summary>Carries the first fault to the door.</summary>
    private sealed class UnfitException(string message) : Exception(message);
}
