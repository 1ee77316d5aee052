using System.Globalization;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Mandate.Archive.Reading;

/// <summary>The printed labels of a PDF's pages (ISO 32000-1, 12.4.2).</summary>
internal static class PdfLabels
{
    private const int MaxDepth = 30;

    /// <summary>A label a page; empty where the document has none.</summary>
    public static IReadOnlyList<string?> Of(PdfDocument document, int pages)
    {
        var ranges = new SortedDictionary<int, DictionaryToken>();
        if (!Get(document, document.Structure.Catalog.CatalogDictionary, "PageLabels", out DictionaryToken? root) || root is null)
        {
            return [];
        }

        Walk(document, root, ranges, 0);
        if (ranges.Count == 0)
        {
            return [];
        }

        var labels = new string?[pages];
        var starts = ranges.Keys.ToArray();
        for (var at = 0; at < starts.Length; at++)
        {
            var range = ranges[starts[at]];
            var style = Get(document, range, "S", out NameToken? name) ? name?.Data : null;
            var prefix = Get(document, range, "P", out StringToken? text) ? text?.Data : Get(document, range, "P", out HexToken? hex) ? hex?.Data : null;
            var first = Get(document, range, "St", out NumericToken? number) ? Math.Max(1, number!.Int) : 1;
            var end = at + 1 < starts.Length ? Math.Min(pages, starts[at + 1]) : pages;
            for (var page = Math.Max(0, starts[at]); page < end; page++)
            {
                labels[page] = PdfFile.Said(prefix + Numeral(style, (long)first + page - starts[at]));
            }
        }

        return labels;
    }

    private static void Walk(PdfDocument document, DictionaryToken node, SortedDictionary<int, DictionaryToken> ranges, int depth)
    {
        if (depth > MaxDepth || ranges.Count > 10_000)
        {
            return;
        }

        if (Get(document, node, "Nums", out ArrayToken? numbers) && numbers is not null)
        {
            for (var at = 0; at + 1 < numbers.Length; at += 2)
            {
                if (numbers.Data[at] is NumericToken page && Resolve(document, numbers.Data[at + 1]) is DictionaryToken label && page.Int >= 0)
                {
                    ranges[page.Int] = label;
                }
            }
        }

        if (Get(document, node, "Kids", out ArrayToken? kids) && kids is not null)
        {
            foreach (var kid in kids.Data)
            {
                if (Resolve(document, kid) is DictionaryToken child)
                {
                    Walk(document, child, ranges, depth + 1);
                }
            }
        }
    }

    private static bool Get<T>(PdfDocument document, DictionaryToken from, string key, out T? token)
        where T : class, IToken
    {
        token = from.TryGet(NameToken.Create(key), out var found) ? Resolve(document, found) as T : null;
        return token is not null;
    }

    private static IToken? Resolve(PdfDocument document, IToken token) =>
        token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data)?.Data : token;

    private static string Numeral(string? style, long number) => style switch
    {
        "D" => number.ToString(CultureInfo.InvariantCulture),
        "R" => Roman(number).ToUpperInvariant(),
        "r" => Roman(number),
        "A" => Letters(number),
        "a" => Letters(number).ToLowerInvariant(),
        _ => string.Empty,
    };

    private static string Roman(long number) => number > RomanNumeral.Largest ? number.ToString(CultureInfo.InvariantCulture) : RomanNumeral.Write((int)number);

    /// <summary>A to Z, then AA to ZZ, and so on.</summary>
    private static string Letters(long number) => number > 2600 ? number.ToString(CultureInfo.InvariantCulture) : new string((char)('A' + (number - 1) % 26), (int)((number - 1) / 26) + 1);
}
