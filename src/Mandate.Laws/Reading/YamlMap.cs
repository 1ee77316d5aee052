using YamlDotNet.RepresentationModel;

namespace Mandate.Laws.Reading;

/// <summary>A mapping whose keys are taken one by one; <see cref="Close"/> notes those nobody asked for.</summary>
internal sealed class YamlMap
{
    private readonly Dictionary<string, Pair> entries = new(StringComparer.Ordinal);
    private readonly List<string> asked = [];

    /// <summary>A key and its value, each with its place.</summary>
    private sealed record Pair(YamlEntry Key, YamlEntry Value);

    public YamlMap(YamlMappingNode node, YamlEntry entry)
    {
        Entry = entry;
        foreach (var (key, value) in node.Children)
        {
            var name = new YamlEntry(key, entry.File, entry.Findings);
            if (name.Text("a key") is { } text)
            {
                entries[text] = new Pair(name, new YamlEntry(value, entry.File, entry.Findings));
            }
        }
    }

    public YamlEntry Entry { get; }

    public IEnumerable<string> Keys => entries.Keys;

    public YamlEntry KeyEntry(string key) => entries[key].Key;

    public YamlEntry? Optional(string key)
    {
        asked.Add(key);
        return entries.TryGetValue(key, out var pair) && !pair.Value.IsEmpty ? pair.Value : null;
    }

    public YamlEntry? Required(string key)
    {
        if (Optional(key) is { } entry)
        {
            return entry;
        }

        Entry.Fault(entries.ContainsKey(key) ? $"'{key}' without a value" : $"no '{key}'", $"the key '{key}'");
        return null;
    }

    /// <summary>Notes every key that has no meaning here.</summary>
    public void Close()
    {
        foreach (var (name, (key, _)) in entries)
        {
            if (!asked.Contains(name))
            {
                key.Fault($"the key '{name}'", "one of " + string.Join(", ", asked.Distinct()));
            }
        }
    }
}
