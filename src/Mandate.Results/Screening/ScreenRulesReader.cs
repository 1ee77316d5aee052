using Mandate.Electoral;
using Mandate.Laws;
using Mandate.Laws.Reading;

namespace Mandate.Results.Screening;

/// <summary>Reads the limits of the screens; every fault is noted with line and column.</summary>
internal static class ScreenRulesReader
{
    public static ScreenRules? Read(string path, string shown, Findings findings) => YamlFile.Open(path, shown, findings) is { } root ? Rules(root, findings) : null;

    public static ScreenRules? Parse(string text, string shown, Findings findings) => YamlFile.Parse(text, shown, findings) is { } root ? Rules(root, findings) : null;

    private static ScreenRules? Rules(YamlEntry root, Findings findings)
    {
        if (root.Map("limits of the screens: a mapping of screens") is not { } map)
        {
            return null;
        }

        var rules = new ScreenRules();
        Section(map, "figures", m => rules = rules with { Electors = Names(m, "electors", rules.Electors), Turnout = Names(m, "turnout", rules.Turnout) });
        Section(map, "siblings", m => rules = rules with { Siblings = Number(m, "least", 2, 100_000, rules.Siblings), SiblingShare = Share(m, "share", rules.SiblingShare) });
        Section(map, "swapped", m => rules = rules with { SwapGain = Number(m, "gain", 1, 1000, rules.SwapGain), SwapFit = Number(m, "fit", 1, 10, rules.SwapFit), SwapVotes = Number(m, "votes", 1, 1_000_000, rules.SwapVotes) });
        Section(map, "transposed", m => rules = rules with { TransposedReadings = Number(m, "readings", 1, 100, rules.TransposedReadings) });
        Section(map, "misread", m => rules = rules with { MisreadReadings = Number(m, "readings", 1, 100, rules.MisreadReadings) });
        Section(map, "zero", m => rules = rules with { ZeroChance = Share(m, "chance", rules.ZeroChance) });
        Section(map, "same", m => rules = rules with { SameVotes = Number(m, "votes", 1, 1_000_000, rules.SameVotes), SameNumbers = Number(m, "numbers", 1, 1000, rules.SameNumbers), SameRarity = Number(m, "rarity", 0, 100, rules.SameRarity) });
        Section(map, "swing", m => rules = rules with { SwingLimit = Number(m, "limit", 1, 100, rules.SwingLimit), SwingPoints = Share(m, "points", rules.SwingPoints), SwingSize = Number(m, "size", 1, 1_000_000, rules.SwingSize) });
        rules = rules with { Most = Number(map, "most", 1, 1_000_000, rules.Most) };
        map.Close();
        return findings.IsEmpty ? rules : null;
    }

    private static void Section(YamlMap map, string key, Action<YamlMap> read)
    {
        if (map.Optional(key)?.Map($"the limits of '{key}'") is { } section)
        {
            read(section);
            section.Close();
        }
    }

    private static int Number(YamlMap map, string key, int least, int most, int otherwise) => map.Optional(key)?.Number(least, most, $"'{key}'") ?? otherwise;

    private static Ratio Share(YamlMap map, string key, Ratio otherwise)
    {
        if (map.Optional(key) is not { } entry || entry.Share($"'{key}'") is not { } share)
        {
            return otherwise;
        }

        if (share > 1)
        {
            entry.Fault($"'{key}', a share of at most 1");
        }

        return share;
    }

    private static IReadOnlyList<string> Names(YamlMap map, string key, IReadOnlyList<string> otherwise) =>
        map.Optional(key) is { } entry ? [.. entry.OneOrMore().Select(e => e.Text("the id of a figure")).OfType<string>()] : otherwise;
}
