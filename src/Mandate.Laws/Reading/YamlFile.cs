using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Mandate.Laws.Reading;

/// <summary>Opens a YAML file within limits, so that a hostile file costs little.</summary>
internal static class YamlFile
{
    private const int MostBytes = 2_000_000;
    private const int MostEvents = 200_000;
    private const int Deepest = 32;
    private const int MostAliases = 200;
    private const string Unreadable = "YAML that cannot be read from here on";
    private const string WellFormed = "well-formed YAML (check indentation, quotes, and keys that stand twice)";

    /// <summary>The root of the one document in a file, or null after noting what is wrong.</summary>
    public static YamlEntry? Open(string path, string shown, Findings findings)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            findings.Add(new Finding(shown, 0, 0, "no such file", "a YAML file"));
            return null;
        }

        if (file.Length > MostBytes)
        {
            findings.Add(new Finding(shown, 0, 0, $"{file.Length} bytes", $"at most {MostBytes} bytes"));
            return null;
        }

        string text;
        try
        {
            text = new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetString(File.ReadAllBytes(path));
        }
        catch (System.Text.DecoderFallbackException)
        {
            findings.Add(new Finding(shown, 0, 0, "bytes that are not UTF-8", "a file saved as UTF-8"));
            return null;
        }

        return Parse(text, shown, findings);
    }

    /// <summary>The root of the one document in a text, or null after noting what is wrong.</summary>
    public static YamlEntry? Parse(string text, string shown, Findings findings)
    {
        var parser = new Parser(new StringReader(text));
        try
        {
            if (Exceeds(text) is { } limit)
            {
                findings.Add(new Finding(shown, limit.Line, limit.Column, limit.Found, limit.Expected));
                return null;
            }

            var stream = new YamlStream();
            stream.Load(parser);
            if (stream.Documents.Count == 1)
            {
                return new YamlEntry(stream.Documents[0].RootNode, shown, findings);
            }

            findings.Add(new Finding(shown, 1, 1, $"{stream.Documents.Count} documents", "one YAML document"));
        }
        catch (YamlException e)
        {
            var found = e is AnchorNotFoundException ? "an alias without its anchor" : "YAML that cannot be read: " + Reason(e);
            findings.Add(new Finding(shown, (int)e.Start.Line, (int)e.Start.Column, found, WellFormed));
        }
        catch (ArgumentException)
        {
            // Events in an order that no tree can be built from, such as a key that ends its own mapping.
            var place = parser.Current?.Start ?? Mark.Empty;
            findings.Add(new Finding(shown, (int)place.Line, (int)place.Column, Unreadable, WellFormed));
        }

        return null;
    }

    private static string Reason(YamlException e) => (e.InnerException?.Message ?? e.Message).ReplaceLineEndings(" ").TrimEnd('.');

    /// <summary>Walks the events without building anything, so that depth and size are known first.</summary>
    private static (int Line, int Column, string Found, string Expected)? Exceeds(string text)
    {
        var parser = new Parser(new StringReader(text));
        int depth = 0, events = 0, aliases = 0;
        var last = Mark.Empty;
        while (true)
        {
            try
            {
                if (!parser.MoveNext())
                {
                    return null;
                }
            }
            catch (InvalidOperationException)
            {
                // The scanner gives up so, without a place, on a flow list that is never closed; the last entry read is near.
                return ((int)last.Line, (int)last.Column, Unreadable, WellFormed);
            }

            var current = parser.Current!;
            last = current.Start;
            depth += current.NestingIncrease;
            aliases += current is AnchorAlias ? 1 : 0;
            var place = ((int)current.Start.Line, (int)current.Start.Column);
            if (++events > MostEvents)
            {
                return (place.Item1, place.Item2, $"more than {MostEvents} entries", "a smaller file");
            }

            // Stream and document count as two levels.
            if (depth > Deepest + 2)
            {
                return (place.Item1, place.Item2, $"entries nested more than {Deepest} deep", "a flatter file");
            }

            if (aliases > MostAliases)
            {
                return (place.Item1, place.Item2, $"more than {MostAliases} aliases", "fewer aliases");
            }
        }
    }
}
