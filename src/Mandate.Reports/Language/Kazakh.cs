using System.Globalization;
using Mandate.Electoral;

namespace Mandate.Reports.Language;

/// <summary>Endings that a Kazakh day or limit takes from its place in a sentence.</summary>
internal static class Kazakh
{
    private static readonly (string Name, string Until, string From)[] Months =
    [
        ("қаңтар", "ға", "дан"), ("ақпан", "ға", "нан"), ("наурыз", "ға", "дан"), ("сәуір", "ге", "ден"),
        ("мамыр", "ға", "дан"), ("маусым", "ға", "нан"), ("шілде", "ге", "ден"), ("тамыз", "ға", "дан"),
        ("қыркүйек", "ке", "тен"), ("қазан", "ға", "нан"), ("қараша", "ға", "дан"), ("желтоқсан", "ға", "нан"),
    ];

    /// <summary>A day by itself: 2021 жылғы 22 қаңтар.</summary>
    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year} жылғы {day.Day} {Months[day.Month - 1].Name}");

    /// <summary>A day in the dative, before "дейін".</summary>
    public static string Until(DateOnly day) => Day(day) + Months[day.Month - 1].Until;

    /// <summary>A day in the ablative, before "бастап".</summary>
    public static string From(DateOnly day) => Day(day) + Months[day.Month - 1].From;

    /// <summary>A limit in the ablative, after a noun in the genitive: (қатысқандардың) жартысынан, 7 %-ынан.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="percent">The limit written in per cent, for one that has no word.</param>
    public static string Than(Ratio limit, string percent) => limit.ToString() switch
    {
        "1/2" => "жартысынан",
        "1/3" => "үштен бірінен",
        "2/3" => "үштен екісінен",
        "1/4" => "төрттен бірінен",
        "3/4" => "төрттен үшінен",
        "1/5" => "бестен бірінен",
        "2/5" => "бестен екісінен",
        "3/5" => "бестен үшінен",
        "4/5" => "бестен төртінен",
        _ => percent + "-ынан",
    };
}
