using Mandate.Electoral.Steps;
using Mandate.Electoral.Transfers;

namespace Mandate.Laws.Reading;

/// <summary>Reads the step <c>transfer</c>.</summary>
internal static class TransferReader
{
    private const string Runoff = "instant-runoff";

    private static readonly OrderedDictionary<string, TransferRule> Rules = new(StringComparer.Ordinal)
    {
        ["scottish"] = TransferRule.Scottish,
        [Runoff] = TransferRule.InstantRunoff,
        ["dail"] = TransferRule.Dail,
        ["seanad"] = TransferRule.Seanad,
        ["meek"] = TransferRule.Meek,
        ["wright"] = TransferRule.Wright,
    };

    public static TransferStep? Read(YamlMap map, string id)
    {
        var entry = map.Required("rule");
        var until = map.Optional("until");
        var rule = Rule(entry, until);
        if (map.Optional("for") is { } place && place.Text("each constituency") is { } area && area != "each constituency")
        {
            place.Fault("each constituency, or nothing: ballots of several constituencies are not counted together");
        }

        var ties = StepReader.Ties(map);
        if (ties.Any(t => t != TieRule.Lot))
        {
            map.Optional("ties")!.Fault("lot, or nothing: earlier stages are part of the rule");
        }

        var name = StepReader.Name(map, "as", "seats");
        return rule is null ? null : new TransferStep(id, rule.Value, ties, name);
    }

    private static TransferRule? Rule(YamlEntry? entry, YamlEntry? until)
    {
        var word = entry?.Text("a rule of transfer");
        if (word is null)
        {
            return null;
        }

        if (!Rules.TryGetValue(word, out var rule))
        {
            entry!.Fault("a rule of transfer: one of " + string.Join(", ", Rules.Keys));
            return null;
        }

        var end = until?.Text("when the count ends");
        if (end is not null && (word != Runoff || end is not ("majority" or "two-left")))
        {
            until!.Fault(word == Runoff ? "majority or two-left" : "no 'until', which belongs to instant-runoff");
            return null;
        }

        return end == "two-left" ? TransferRule.InstantRunoffToTwo : rule;
    }
}
