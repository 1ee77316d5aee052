using System.Globalization;
using System.Numerics;
using Mandate.Electoral;

namespace Mandate.Laws;

/// <summary>Facts given by hand: <c>CONTEST/AREA:THING=VALUE</c>, where THING is <c>registered.LIST</c>, <c>votes.LIST</c>, <c>seats</c> or a figure.</summary>
public static class Facts
{
    /// <summary>Puts one fact into an election's figures.</summary>
    /// <param name="election">The election.</param>
    /// <param name="fact">The fact; CONTEST/AREA: may be left out where the election has one constituency with votes.</param>
    /// <param name="fault">What is wrong with it, or null.</param>
    /// <returns>The election with the fact, or as it was after a fault. A fact that contradicts a known one is refused.</returns>
    public static Election Apply(Election election, string fact, out string? fault)
    {
        ArgumentNullException.ThrowIfNull(election);
        ArgumentNullException.ThrowIfNull(fact);
        var equals = fact.IndexOf('=', StringComparison.Ordinal);
        var (key, value) = equals < 0 ? (fact, string.Empty) : (fact[..equals].Trim(), fact[(equals + 1)..].Trim());
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        var place = colon < 0 ? null : key[..colon];
        var thing = key[(colon + 1)..];
        var areas = election.Input.Contests.SelectMany(c => c.Constituencies.Select(a => (Contest: c.Id, Area: a))).ToList();
        var open = areas.Where(a => place is null ? a.Area.Given is null : $"{a.Contest}/{a.Area.Id}" == place).ToList();
        if (equals < 0 || value.Length == 0 || open.Count != 1)
        {
            fault = equals < 0 || value.Length == 0
                ? $"found '{fact}'; expected KEY=VALUE, such as lists/nation:registered.LIST=2020-11-20"
                : $"found '{place ?? thing}'; expected a key that begins with one of {string.Join(", ", areas.Select(a => $"{a.Contest}/{a.Area.Id}:"))}";
            return election;
        }

        var (contest, area) = open[0];
        var changed = Change(area, thing, value, out fault);
        if (changed is not null && changed.Votes.Values.Concat(changed.Figures.Values).Aggregate(BigInteger.Zero, (sum, n) => sum + n) > long.MaxValue)
        {
            fault = $"found {value}; expected votes and figures of fewer than 2^63 together";
            changed = null;
        }

        if (changed is not null && !election.Partial.Contains(contest) && Disagree(changed) is { } sum)
        {
            fault = string.Create(CultureInfo.InvariantCulture, $"found {sum} votes for all options and valid = {changed.Figures["valid"]}; expected the two to be equal");
            changed = null;
        }

        return changed is null ? election : election with
        {
            Input = election.Input with
            {
                Contests = [.. election.Input.Contests.Select(c => c.Id != contest ? c : c with { Constituencies = [.. c.Constituencies.Select(a => a.Id == area.Id ? changed : a)] })],
            },
        };
    }

    /// <summary>The sum of votes where every option's are known and the figure "valid" is another; null where they agree or cannot be compared.</summary>
    private static long? Disagree(ConstituencyInput area) =>
        area.Contenders.Count > 0 && area.AllVotes is { } sum && area.Figures.TryGetValue("valid", out var valid) && sum != valid ? sum : null;

    private static ConstituencyInput? Change(ConstituencyInput area, string thing, string value, out string? fault)
    {
        var parts = thing.Split('.', 2);
        var contender = parts.Length == 2 ? area.Contenders.FirstOrDefault(c => c.Id == parts[1]) : null;
        fault = parts.Length == 2 && contender is null
            ? $"found '{parts[1]}'; expected one of {string.Join(", ", area.Contenders.Select(c => c.Id))}"
            : null;
        if (fault is not null)
        {
            return null;
        }

        if (parts[0] == "registered" && contender is not null)
        {
            return Registered(area, contender, value, out fault);
        }

        if (!long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            fault = $"found '{value}'; expected a whole number of at least 0";
            return null;
        }

        if (parts[0] == "votes" && contender is not null)
        {
            return Known(area.Votes, contender.Id, number, thing, out fault) is { } votes ? area with { Votes = votes } : null;
        }

        if (contender is not null || !thing.All(c => char.IsAsciiLetterLower(c) || c == '-'))
        {
            fault = $"found '{thing}'; expected registered.LIST, votes.LIST, seats or a figure";
            return null;
        }

        if (thing == "seats")
        {
            fault = area.Seats is { } s && s != number ? $"found {number} seats; expected {s}, which the election's data have" : number is < 1 or > Apportionment.LargestHouse ? "found no such number of seats; expected at least 1" : null;
            return fault is null ? area with { Seats = (int)number } : null;
        }

        return Known(area.Figures, thing, number, thing, out fault) is { } figures ? area with { Figures = figures } : null;
    }

    private static ConstituencyInput? Registered(ConstituencyInput area, Contender contender, string value, out string? fault)
    {
        var isDay = DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        var isPlace = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place > 0;
        fault = !isDay && !isPlace ? $"found '{value}'; expected a day written YYYY-MM-DD, or a place in the order of registration such as 1"
            : isDay && contender.RegisteredOn is { } known && known != day ? $"found {value}; expected {known:yyyy-MM-dd}, which the election's data have"
            : isPlace && contender.RegisteredAs is { } had && had != place ? string.Create(CultureInfo.InvariantCulture, $"found {value}; expected {had}, which the election's data have")
            : isPlace && area.Contenders.FirstOrDefault(c => c.Id != contender.Id && c.RegisteredAs == place) is { } other ? $"found {value}; expected another place, since '{other.Id}' has that one"
            : null;
        var changed = isDay ? contender with { RegisteredOn = day } : contender with { RegisteredAs = place };
        return fault is null ? area with { Contenders = [.. area.Contenders.Select(c => c.Id == contender.Id ? changed : c)] } : null;
    }

    private static Dictionary<string, long>? Known(IReadOnlyDictionary<string, long> all, string key, long number, string shown, out string? fault)
    {
        fault = all.TryGetValue(key, out var known) && known != number
            ? string.Create(CultureInfo.InvariantCulture, $"found {shown} = {number}; expected {known}, which the election's data have")
            : null;
        return fault is null ? new Dictionary<string, long>(all, StringComparer.Ordinal) { [key] = number } : null;
    }
}
