using Mandate.Electoral;
using Mandate.Electoral.Methods;
using Mandate.Electoral.Steps;

namespace Mandate.Laws.Reading;

/// <summary>Reads the step <c>allocate</c> in its forms: to all who take part, or to one list with the rest to another.</summary>
internal static class AllocateReader
{
    private static readonly Dictionary<string, Excess> Excesses = new(StringComparer.Ordinal)
    {
        ["drop-out"] = Excess.DropOut,
        ["enlarge"] = Excess.Enlarge,
        ["compensate"] = Excess.Compensate,
        ["return"] = Excess.Return,
        ["forfeit"] = Excess.Forfeit,
    };

    /// <summary>Arguments that remainders from a share of the quota do not know.</summary>
    private static readonly string[] OfOtherForms = ["over", "quota-of", "remainders", "held", "excess", "further", "minimum"];

    public static Step? Read(YamlMap map, string id, LawScope scope) => map.Optional("to") is { } to ? Part(map, id, to) : Shares(map, id, scope);

    private static AllocateStep? Shares(YamlMap map, string id, LawScope scope)
    {
        var method = MethodReader.Read(map);
        var from = map.Optional("remainders-from")?.Share("a share of the quota");
        var own = Own(map, method, scope);
        var name = StepReader.Name(map, "as", "seats");
        var among = map.Optional("among")?.Text("a table's name");
        var votes = map.Optional("votes")?.Text("a table's name");
        var seats = StepReader.Sum(map.Optional("seats"));
        var held = map.Optional("held")?.Text("a table's name");
        var excess = ExcessOf(map.Optional("excess"));
        var minimum = map.Optional("minimum")?.Number(0, 1000, "the fewest seats of a list") ?? 0;
        var within = Within(map.Optional("maximum"));
        var further = StepReader.New(map.Optional("further"));
        var kept = StepReader.New(map.Optional("kept"));
        var ties = StepReader.Ties(map);
        if (method is null)
        {
            return null;
        }

        var step = new AllocateStep(id, method, name)
        {
            Among = among, VotesFrom = votes, Seats = seats, Held = held, Excess = excess, Minimum = minimum, WithinPersons = within, Further = further, Kept = kept, RemaindersFrom = from, Own = own, Ties = ties,
        };
        Agree(map, step);
        return step;
    }

    /// <summary>Notes arguments that would be read and have no effect beside each other.</summary>
    private static void Agree(YamlMap map, AllocateStep step)
    {
        if (step.RemaindersFrom is not null && step.Method != QuotaMethod.Hare)
        {
            map.Entry.Fault($"'remainders-from' with {step.Method.Name}", "quota: hare");
        }

        string[] here = [.. OfOtherForms.Where(k => map.Optional(k) is { } value && (k != "remainders" || value.Text(string.Empty) == "none"))];
        if (step.RemaindersFrom is not null && here.Length > 0)
        {
            map.Entry.Fault($"'{here[0]}' with 'remainders-from'", "one of them: remainders from a share of the quota know neither held seats nor other quotas");
        }
        else if (step.Own is { Whole: true } && here.FirstOrDefault(k => k is "excess" or "minimum") is { } idle)
        {
            map.Entry.Fault($"'{idle}' with 'remainders: none'", "one of them: whole quotas are given as they are");
        }

        if (step is { Held: null, Excess: not Excess.Start })
        {
            map.Entry.Fault("'excess' without 'held'", "the table of seats held");
        }

        if (step is { Kept: not null } && (step.Excess != Excess.Return || step.Method is not DivisorMethod divisors || !StepReader.Compares(divisors)))
        {
            map.Entry.Fault("'kept'", "excess: return, with divisors above 0");
        }
    }

    /// <summary>Whether lists take no more seats than they have persons.</summary>
    private static bool Within(YamlEntry? entry)
    {
        if (entry?.Text("persons") is { } text && text != "persons")
        {
            entry.Fault("persons");
        }

        return entry is not null;
    }

    private static Excess ExcessOf(YamlEntry? entry)
    {
        if (entry?.Text("what becomes of seats above the share") is not { } text)
        {
            return Excess.Start;
        }

        if (Excesses.TryGetValue(text, out var excess))
        {
            return excess;
        }

        entry.Fault("one of " + string.Join(", ", Excesses.Keys));
        return Excess.Start;
    }

    /// <summary>A quota over another base or of a wider area, or whole quotas only.</summary>
    private static OwnQuota? Own(YamlMap map, Method? method, LawScope scope)
    {
        var over = map.Optional("over");
        var figure = over?.Text("a figure");
        if (figure is not null && !scope.Figures.Contains(figure))
        {
            over!.Fault("a figure: one of " + string.Join(", ", scope.Figures));
        }

        var at = StepReader.Kind(map.Optional("quota-of"));
        var whole = map.Optional("remainders")?.Text("largest or none") == "none";
        var left = StepReader.New(map.Optional("left"));
        if (left is not null && !whole)
        {
            map.Entry.Fault("'left' without 'remainders: none'", "whole quotas only");
        }

        if (figure is null && at is null && !whole)
        {
            return null;
        }

        if (method is DivisorMethod)
        {
            map.Entry.Fault("'over', 'quota-of' or 'remainders: none' with divisors", "a quota");
            return null;
        }

        return new OwnQuota(figure, at, whole, left);
    }

    private static PartStep? Part(YamlMap map, string id, YamlEntry to)
    {
        var name = StepReader.Name(map, "as", "seats");
        var among = map.Optional("among")?.Text("a table's name");
        var method = MethodReader.Read(map);
        var served = to.Text("a table's name");
        var factor = map.Required("whole-part")?.Share("what the quotient is multiplied by");
        var least = map.Required("at-least")?.Number(0, Apportionment.LargestHouse, "the fewest seats");
        var rest = StepReader.Read(map, "rest-to");
        if (among is null)
        {
            map.Required("among");
        }

        if (method is not null && method != QuotaMethod.Hare)
        {
            map.Entry.Fault($"'to' with {method.Name}", "quota: hare");
        }

        return served is null || factor is null || least is null || rest is null || among is null
            ? null
            : new PartStep(id, among, served, factor.Value, least.Value, rest, name);
    }
}
