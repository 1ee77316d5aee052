using System.Net;
using System.Text.RegularExpressions;

namespace Mandate.Web.Tests;

/// <summary>Reads our own pages: enough of HTML to find words, cells and attributes.</summary>
internal static partial class Html
{
    /// <summary>The words a reader sees, in one line; hard spaces become spaces.</summary>
    public static string Text(string html) =>
        Space().Replace(WebUtility.HtmlDecode(Tag().Replace(html, " ")).Replace('\u00a0', ' ').Replace('\u202f', ' '), " ").Trim();

    /// <summary>The cells of every table row.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Rows(string html) =>
        [.. Row().Matches(html).Select(row => Cell().Matches(row.Groups[1].Value).Select(cell => Text(cell.Groups[1].Value)).ToList())];

    /// <summary>The row with this first cell and this many cells.</summary>
    public static IReadOnlyList<string> Row(string html, string first, int cells) =>
        Rows(html).FirstOrDefault(r => r.Count == cells && r[0] == first) ?? throw new InvalidOperationException($"No row of {cells} cells begins with '{first}'.");

    /// <summary>The values of an attribute, in order.</summary>
    public static IReadOnlyList<string> Values(string html, string attribute) =>
        [.. Regex.Matches(html, $@"<[a-z][^>]*?\s{attribute}=""([^""]*)""").Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))];

    /// <summary>The links out of an element such as <c>a</c> or <c>link</c>.</summary>
    public static IReadOnlyList<string> Links(string html, string element) =>
        [.. Regex.Matches(html, $@"<{element}\s[^>]*?href=""([^""]*)""").Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))];

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex("<tr[^>]*>(.*?)</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<t[hd][^>]*>(.*?)</t[hd]>", RegexOptions.Singleline)]
    private static partial Regex Cell();
}
