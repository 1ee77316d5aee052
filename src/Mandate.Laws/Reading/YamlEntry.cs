using System.Globalization;
using Mandate.Electoral;
using YamlDotNet.RepresentationModel;

namespace Mandate.Laws.Reading;

/// <summary>A value in a YAML file together with its place; what it is not is noted as a finding.</summary>
internal sealed class YamlEntry(YamlNode node, string file, Findings findings)
{
    public int Line => (int)node.Start.Line;

    public int Column => (int)node.Start.Column;

    /// <summary>Gets the column where the text of the value begins: behind the quote, where there is one.</summary>
    public int TextColumn => Column + (node is YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.SingleQuoted or YamlDotNet.Core.ScalarStyle.DoubleQuoted } ? 1 : 0);

    public string File => file;

    public Findings Findings => findings;

    /// <summary>Gets the value in a few words, for findings.</summary>
    public string Shown => node switch
    {
        YamlScalarNode { Value: { Length: > 60 } long_ } => $"'{long_[..57]}…'",
        YamlScalarNode scalar => $"'{scalar.Value}'",
        YamlSequenceNode => "a list",
        YamlMappingNode => "a mapping",
        _ => "something else",
    };

    /// <summary>Gets whether nothing is written: an empty value, which means unknown.</summary>
    public bool IsEmpty => node is YamlScalarNode { Value: null or "" or "~" or "null", Style: YamlDotNet.Core.ScalarStyle.Plain };

    public bool IsList => node is YamlSequenceNode;

    public bool IsMap => node is YamlMappingNode;

    public bool IsText => node is YamlScalarNode && !IsEmpty;

    /// <summary>Notes that something else was expected here.</summary>
    public void Fault(string expected) => findings.Add(new Finding(file, Line, Column, Shown, expected));

    public void Fault(string found, string expected) => findings.Add(new Finding(file, Line, Column, found, expected));

    /// <summary>Gets the value as one line of YAML.</summary>
    public string AsLine => Flow(node);

    public YamlMap? Map(string expected)
    {
        if (node is YamlMappingNode map)
        {
            return new YamlMap(map, this);
        }

        Fault(expected);
        return null;
    }

    public IReadOnlyList<YamlEntry> List(string expected)
    {
        if (node is YamlSequenceNode list)
        {
            return [.. list.Children.Select(c => new YamlEntry(c, file, findings))];
        }

        Fault(expected);
        return [];
    }

    /// <summary>A list, or one value standing for a list of one.</summary>
    public IReadOnlyList<YamlEntry> OneOrMore() => node is YamlSequenceNode ? List(string.Empty) : [this];

    public string? Text(string expected)
    {
        if (node is YamlScalarNode { Value.Length: > 0 } scalar && !IsEmpty)
        {
            return scalar.Value;
        }

        Fault(expected);
        return null;
    }

    /// <summary>An id: lower-case letters, digits, hyphens and underscores.</summary>
    public string? Id(string expected)
    {
        var text = Text(expected);
        if (text is null || (text.Length <= 64 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_')))
        {
            return text;
        }

        Fault(expected + " (lower-case letters, digits, - and _)");
        return null;
    }

    private static string Flow(YamlNode node) => node switch
    {
        YamlMappingNode map => "{ " + string.Join(", ", map.Children.Select(c => $"{Flow(c.Key)}: {Flow(c.Value)}")) + " }",
        YamlSequenceNode list => "[" + string.Join(", ", list.Children.Select(Flow)) + "]",
        YamlScalarNode scalar => scalar.Value ?? string.Empty,
        _ => string.Empty,
    };

    public int? Number(int least, int most, string what)
    {
        var expected = string.Create(CultureInfo.InvariantCulture, $"{what}, a whole number from {least} to {most}");
        if (int.TryParse(Text(expected), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            if (number >= least && number <= most)
            {
                return number;
            }
        }

        if (IsText)
        {
            Fault(expected);
        }

        return null;
    }

    public Ratio? Share(string what)
    {
        var expected = what + ", such as 7%, 0.7, 2/3 or half";
        if (Text(expected) is not { } text)
        {
            return null;
        }

        if (Ratio.TryParse(text, out var ratio) && ratio > 0)
        {
            return ratio;
        }

        Fault(expected);
        return null;
    }

    public DateOnly? Day(string what)
    {
        var expected = what + ", a day written YYYY-MM-DD";
        if (Text(expected) is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Fault(expected);
        return null;
    }

    public bool? Flag(string what)
    {
        switch (Text(what + ", yes or no"))
        {
            case "yes" or "true": return true;
            case "no" or "false": return false;
            case null: return null;
            default:
                Fault(what + ", yes or no");
                return null;
        }
    }

    public Words? Words(string what)
    {
        if (Map(what + ", a mapping of en, kk and ru") is not { } map)
        {
            return null;
        }

        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var language in Mandate.Laws.Words.Languages)
        {
            if (map.Optional(language) is { IsEmpty: false } entry && entry.Text("a text") is { } text)
            {
                texts[language] = text;
            }
        }

        map.Close();
        if (!texts.ContainsKey("en") && map.Entry.Findings.IsEmpty)
        {
            Fault(what + " with a text under en");
        }

        return new Words(texts);
    }
}
