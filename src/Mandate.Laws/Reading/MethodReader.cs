using Mandate.Electoral.Methods;

namespace Mandate.Laws.Reading;

/// <summary>Reads a method from the keys <c>quota</c> or <c>divisors</c> of a step.</summary>
internal static class MethodReader
{
    private static readonly Dictionary<string, QuotaRounding> Roundings = new(StringComparer.Ordinal)
    {
        ["up"] = QuotaRounding.Up,
        ["down"] = QuotaRounding.Down,
        ["nearest"] = QuotaRounding.Nearest,
    };

    public static Method? Read(YamlMap map)
    {
        var quota = map.Optional("quota");
        var divisors = map.Optional("divisors");
        var remainders = map.Optional("remainders");
        var rounded = map.Optional("rounded");
        if (quota is null == divisors is null)
        {
            map.Entry.Fault(quota is null ? "no 'quota' and no 'divisors'" : "both 'quota' and 'divisors'", "one of them");
            return null;
        }

        if (remainders?.Text("largest or none") is { } kind && kind is not ("largest" or "none"))
        {
            remainders.Fault("largest or none");
        }

        Method? method = quota is not null ? Quota(quota) : Divisors(divisors!);
        if (rounded?.Text("up, down or nearest") is { } word)
        {
            if (method is not QuotaMethod whole || !Roundings.TryGetValue(word, out var rounding))
            {
                rounded.Fault(quota is null ? "nothing: only a quota is rounded" : "up, down or nearest");
                return null;
            }

            return whole.Rounded(rounding);
        }

        return method;
    }

    /// <summary>A quota by its name.</summary>
    public static QuotaMethod? Quota(YamlEntry entry)
    {
        var text = entry.Text("a quota");
        if (text is not null && Method.TryParse(text is "hagenbach-bischoff" or "imperiali" ? text + "-quota" : text, out var method, out _) && method is QuotaMethod quota)
        {
            return quota;
        }

        if (text is not null)
        {
            entry.Fault("hare, droop, hagenbach-bischoff or imperiali");
        }

        return null;
    }

    private static DivisorMethod? Divisors(YamlEntry entry)
    {
        var text = entry.IsList ? string.Join(',', entry.List(string.Empty).Select(e => e.Text("a divisor"))) : entry.Text("divisors");
        if (text is not null && Method.TryParse(text, out var method, out _) && method is DivisorMethod divisors)
        {
            return divisors;
        }

        if (text is not null)
        {
            entry.Fault("one of " + string.Join(", ", Method.Named.OfType<DivisorMethod>().Select(m => m.Name)) + ", or at least two rising divisors in a list");
        }

        return null;
    }
}
