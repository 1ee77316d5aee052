using System.Globalization;
using System.Text;
using Mandate.Archive.Search;
using Mandate.Archive.Search.Queries;
using Microsoft.AspNetCore.Http;

namespace Mandate.Web;

/// <summary>What a reader asks of the search, as its address says it.</summary>
public sealed record SearchAsk
{
    /// <summary>Results on a page.</summary>
    public const int OnAPage = 20;

    /// <summary>The longest query, in letters.</summary>
    public const int Longest = QueryParser.Longest;

    private const int MostChosen = 20;
    private const int LongestValue = 200;
    private static readonly Dictionary<string, SearchSort> Sorts = new(StringComparer.Ordinal)
    {
        ["relevance"] = SearchSort.Relevance, ["newest"] = SearchSort.DateNewest, ["oldest"] = SearchSort.DateOldest, ["title"] = SearchSort.Title,
    };

    /// <summary>Gets the orders of results by the names that addresses use.</summary>
    public static IEnumerable<string> SortNames => Sorts.Keys;

    /// <summary>Gets the query as typed.</summary>
    public string Query { get; private init; } = string.Empty;

    /// <summary>Gets the values chosen in the facets.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Chosen { get; private init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Gets the first year, or null.</summary>
    public int? From { get; private init; }

    /// <summary>Gets the last year, or null.</summary>
    public int? To { get; private init; }

    /// <summary>Gets the order's name.</summary>
    public string Sort { get; private init; } = "relevance";

    /// <summary>Gets the page of results, from 1.</summary>
    public int Page { get; private init; } = 1;

    /// <summary>Gets the document searched within, by handle; null for all.</summary>
    public string? In { get; private init; }

    /// <summary>Whether anything is asked at all.</summary>
    public bool IsEmpty => Query.Length == 0 && Chosen.Count == 0 && From is null && To is null && In is null;

    /// <summary>Reads an address. What it does not understand it leaves out.</summary>
    public static SearchAsk Read(IQueryCollection query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var chosen = FacetFields.All.Select(f => (Field: f, Values: query[f].OfType<string>().Where(v => v.Length is > 0 and <= LongestValue).Distinct(StringComparer.Ordinal).Take(MostChosen).ToList()))
            .Where(f => f.Values.Count > 0).ToDictionary(f => f.Field, f => (IReadOnlyList<string>)f.Values, StringComparer.Ordinal);
        var most = SearchRequest.MostSkipped / OnAPage;
        return new SearchAsk
        {
            Query = query["q"].FirstOrDefault()?.Trim() ?? string.Empty,
            Chosen = chosen,
            From = Year(query["from"]),
            To = Year(query["to"]),
            Sort = query["sort"].FirstOrDefault() is { } sort && Sorts.ContainsKey(sort) ? sort : "relevance",
            Page = Math.Min(ArchiveRoutes.Number(query["page"].FirstOrDefault()) ?? 1, most),
            In = Archive.Handle.TryParse(query["in"].FirstOrDefault(), out var handle) ? handle.ToString() : null,
        };
    }

    /// <summary>The request for the index.</summary>
    internal SearchRequest Request() => new(Query, null)
    {
        Handle = In, Chosen = Chosen, Sort = Sorts[Sort], Skip = (Page - 1) * OnAPage, Take = OnAPage, WithFacets = true, FromYear = From, ToYear = To,
    };

    /// <summary>The same with a value of a facet chosen, or no longer chosen; from the first page on.</summary>
    public SearchAsk Toggle(string field, string value)
    {
        var values = Chosen.GetValueOrDefault(field) ?? [];
        var chosen = new Dictionary<string, IReadOnlyList<string>>(Chosen, StringComparer.Ordinal) { [field] = values.Contains(value) ? [.. values.Where(v => v != value)] : [.. values, value] };
        return this with { Chosen = chosen.Where(f => f.Value.Count > 0).ToDictionary(), Page = 1 };
    }

    /// <summary>The same in another order, from the first page on.</summary>
    public SearchAsk By(string sort) => this with { Sort = sort, Page = 1 };

    /// <summary>Another page of the same.</summary>
    public SearchAsk At(int page) => this with { Page = page };

    /// <summary>Another query in place of it, with nothing chosen.</summary>
    public static SearchAsk For(string query, string? within = null) => new() { Query = query, In = within };

    /// <summary>Everything of one value of a facet.</summary>
    public static SearchAsk All(string field, string value) => new SearchAsk().Toggle(field, value);

    /// <summary>The parts that a form carries along beside the query.</summary>
    public IEnumerable<(string Name, string Value)> Kept()
    {
        foreach (var field in FacetFields.All)
        {
            foreach (var value in Chosen.GetValueOrDefault(field) ?? [])
            {
                yield return (field, value);
            }
        }

        if (Sort != "relevance")
        {
            yield return ("sort", Sort);
        }

        if (In is not null)
        {
            yield return ("in", In);
        }
    }

    /// <summary>The address' part from the question mark on; empty where nothing is asked.</summary>
    public string QueryString()
    {
        var text = new StringBuilder();
        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.Append(text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }

        Add("q", Query);
        foreach (var (name, value) in Kept())
        {
            Add(name, value);
        }

        Add("from", From?.ToString(CultureInfo.InvariantCulture));
        Add("to", To?.ToString(CultureInfo.InvariantCulture));
        Add("page", Page == 1 ? null : Page.ToString(CultureInfo.InvariantCulture));
        return text.ToString();
    }

    private static int? Year(string? text) => ArchiveRoutes.Number(text) is { } year and <= 9999 ? year : null;
}
