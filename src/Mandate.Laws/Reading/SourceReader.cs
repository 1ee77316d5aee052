namespace Mandate.Laws.Reading;

/// <summary>Reads the list of sources a data file ends with.</summary>
internal static class SourceReader
{
    public static IReadOnlyList<SourceNote> Read(YamlEntry? entry)
    {
        var sources = new List<SourceNote>();
        foreach (var item in entry?.List("a list of sources") ?? [])
        {
            if (item.Map("a source: a mapping of id, url and gives") is not { } map)
            {
                continue;
            }

            var id = map.Required("id")?.Id("an id of the source");
            var address = map.Optional("url");
            var url = address?.Text("an address");
            if (url is not null && !url.StartsWith("https://", StringComparison.Ordinal) && !url.StartsWith("http://", StringComparison.Ordinal))
            {
                address!.Fault("an address that begins with https:// or http://");
            }

            var gives = map.Required("gives")?.Text("what was taken from it");
            map.Close();
            if (sources.Any(s => s.Id == id))
            {
                item.Fault($"source '{id}' a second time", "each source once");
            }

            sources.Add(new SourceNote(id ?? string.Empty, url, gives ?? string.Empty));
        }

        return sources;
    }
}
