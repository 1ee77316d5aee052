using System.Collections.Concurrent;
using Mandate.Laws;
using Mandate.Reports.Elections;
using Mandate.Reports.Parliaments;

namespace Mandate.Web;

/// <summary>Elections and parliaments, carried out once and kept. The data do not change while the portal runs.</summary>
internal sealed class Library(Catalogue catalogue)
{
    private readonly ConcurrentDictionary<string, Lazy<Declaration?>> declarations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Parliament?>> parliaments = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyList<string>> ids = new(() => catalogue.ElectionIds);
    private readonly Lazy<IReadOnlyList<string>> countries = new(() => catalogue.Countries);

    public IReadOnlyList<string> Countries => countries.Value;

    /// <summary>An election carried out; null for an id that is not at hand, or whose files have faults.</summary>
    public Declaration? Election(string id) => !ids.Value.Contains(id) ? null : declarations.GetOrAdd(id, key => new Lazy<Declaration?>(() =>
        catalogue.ElectionById(key).Election is { } election ? Declaration.Of(catalogue, election) : null)).Value;

    /// <summary>Every election, the latest first.</summary>
    public IReadOnlyList<Declaration> Elections() =>
        [.. ids.Value.Select(Election).OfType<Declaration>().OrderByDescending(d => d.Election.Date ?? d.Election.Input.Announced).ThenBy(d => d.Election.Id, StringComparer.Ordinal)];

    /// <summary>How many elections have faults in their files and are not shown.</summary>
    public int Unreadable => ids.Value.Count - ids.Value.Count(id => Election(id) is not null);

    /// <summary>A parliament; null for a country that is not at hand.</summary>
    public Parliament? Parliament(string country) => !countries.Value.Contains(country) ? null
        : parliaments.GetOrAdd(country, key => new Lazy<Parliament?>(() => catalogue.Parliament(key).Parliament)).Value;

    /// <summary>A parliament on a day; null for a country that is not at hand.</summary>
    public Sitting? Sitting(string country, DateOnly day) =>
        Parliament(country) is { } parliament ? Reports.Parliaments.Sitting.On(catalogue, parliament, day) : null;
}
