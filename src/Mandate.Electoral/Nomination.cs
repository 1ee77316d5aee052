using System.Numerics;

namespace Mandate.Electoral;

/// <summary>Limits on the lists that are put forward.</summary>
/// <param name="LongestList">The most persons on a list, as a share of the seats, rounded to nearest; null for no limit.</param>
/// <param name="Representation">A representation quota; null for none.</param>
public sealed record Nomination(Ratio? LongestList, RepresentationQuota? Representation)
{
    /// <summary>The most persons a list can hold for <paramref name="seats"/> seats; null for no limit.</summary>
    /// <remarks>Halves are rounded up: 130 % of 69 seats is 89.7, so 90.</remarks>
    public int? MostPersons(int seats) =>
        LongestList is { } share ? (int)((share * seats) + new Ratio(1, 2)).Floor : null;

    /// <summary>Holds a list against the limits.</summary>
    /// <returns>What is exceeded or missed; empty where all is kept.</returns>
    public IReadOnlyList<NominationFault> Check(string list, IReadOnlyList<Person> persons, int seats)
    {
        ArgumentNullException.ThrowIfNull(persons);
        var faults = new List<NominationFault>();
        if (MostPersons(seats) is { } most && persons.Count > most)
        {
            faults.Add(new NominationFault(list, "longest-list", persons.Count, most));
        }

        if (Representation is { } quota)
        {
            var members = persons.Count(p => p.Groups.Any(quota.Groups.Contains));
            var least = (BigInteger)(quota.AtLeast * persons.Count).Ceiling;
            if (members < least)
            {
                faults.Add(new NominationFault(list, "representation", members, (int)least));
            }
        }

        return faults;
    }
}

/// <summary>A share of a list that must belong to certain groups, all of them counted together.</summary>
/// <param name="AtLeast">The share.</param>
/// <param name="Groups">Ids of the groups.</param>
/// <param name="SeatsToo">Whether the share also binds the persons who take the list's seats.</param>
/// <param name="Article">Article of the version's act.</param>
public sealed record RepresentationQuota(Ratio AtLeast, IReadOnlyList<string> Groups, bool SeatsToo, string? Article);

/// <summary>A list that breaks a limit.</summary>
/// <param name="List">The list.</param>
/// <param name="Limit">Which limit: <c>longest-list</c> or <c>representation</c>.</param>
/// <param name="Found">Persons found.</param>
/// <param name="Allowed">The most, or the fewest, that the limit allows.</param>
public sealed record NominationFault(string List, string Limit, int Found, int Allowed);
