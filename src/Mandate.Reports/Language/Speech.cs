using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;
using Mandate.Electoral;
using Mandate.Laws;

namespace Mandate.Reports.Language;

/// <summary>Writes numbers, shares, days and sentences in one language, the same on every machine.</summary>
/// <param name="language"><c>en</c>, <c>kk</c> or <c>ru</c>.</param>
public sealed partial class Speech(string language)
{
    private const char Space = '\u00A0';

    /// <summary>Gets the language tag.</summary>
    public string Language => language;

    private string Decimal => language == "en" ? "." : ",";

    private string Thousands => language == "en" ? "," : Space.ToString();

    /// <summary>Whether there are words for a key.</summary>
    public static bool Knows(string key) => Texts.Find(key) is not null;

    /// <summary>The words for a key, with values put in.</summary>
    /// <exception cref="InvalidOperationException">There are no such words.</exception>
    public string Say(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var (en, kk, ru) = Texts.Find(key) ?? throw new InvalidOperationException($"Bug in Speech: no words for '{key}'.");
        var text = new StringBuilder(language switch { "kk" => kk, "ru" => ru, _ => en });
        foreach (var (name, value) in values)
        {
            text.Replace("{" + name + "}", value);
        }

        return text.ToString();
    }

    /// <summary>A whole number with its thousands set apart.</summary>
    public string Number(BigInteger value)
    {
        var digits = BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder();
        for (var i = 0; i < digits.Length; i++)
        {
            if (i > 0 && (digits.Length - i) % 3 == 0)
            {
                text.Append(Thousands);
            }

            text.Append(digits[i]);
        }

        return (value.Sign < 0 ? "−" : string.Empty) + text;
    }

    /// <summary>A change with its sign; "=" for none.</summary>
    public string Change(int value) => value == 0 ? "=" : (value > 0 ? "+" : string.Empty) + Number(value);

    /// <summary>A number to so many decimals, to nearest, but never rounded up to a whole number it does not reach.</summary>
    public string Exact(Ratio value, int decimals)
    {
        if (value.Denominator.IsOne)
        {
            return Number(value.Numerator);
        }

        var scale = BigInteger.Pow(10, decimals);
        var scaled = ((value * new Ratio(scale, 1)) + new Ratio(1, 2)).Floor;
        if (BigInteger.Remainder(scaled, scale).IsZero && scaled / scale > value.Floor)
        {
            scaled -= 1;
        }

        var part = BigInteger.Remainder(BigInteger.Abs(scaled), scale).ToString(CultureInfo.InvariantCulture).PadLeft(decimals, '0');
        return (scaled.Sign < 0 && scaled / scale == 0 ? "−" : string.Empty) + Number(scaled / scale) + Decimal + part;
    }

    /// <summary>A quotient as a fraction and, where it is not whole, its value.</summary>
    public string Fraction(Ratio value) => value.Denominator.IsOne
        ? Number(value.Numerator)
        : $"{Number(value.Numerator)}/{Number(value.Denominator)} ≈ {Exact(value, 3)}";

    /// <summary>A share in per cent, with as many decimals as keep it on its side of the limit: 6.996 % is not 7 %.</summary>
    public string Share(Ratio value, Ratio? limit = null)
    {
        for (var decimals = 2; ; decimals++)
        {
            var scale = BigInteger.Pow(10, decimals);
            var scaled = ((value * 100 * new Ratio(scale, 1)) + new Ratio(1, 2)).Floor;
            var shown = new Ratio(scaled, scale * 100);
            if (decimals < 30 && limit is { } bound && (value < bound) != (shown < bound))
            {
                continue;
            }

            var part = BigInteger.Remainder(scaled, scale).ToString(CultureInfo.InvariantCulture).PadLeft(decimals, '0');
            return Number(scaled / scale) + Decimal + part + Space + "%";
        }
    }

    /// <summary>A limit in per cent without needless decimals; "half" and thirds as fractions.</summary>
    public string Limit(Ratio value)
    {
        if (value.Denominator == 2 || value.Denominator == 3 || value.Denominator == 4 || value.Denominator == 5)
        {
            return value.ToString();
        }

        var percent = value * 100;
        return (percent.Denominator.IsOne ? Number(percent.Numerator) : Exact(percent, 2).TrimEnd('0')) + Space + "%";
    }

    /// <summary>A limit as it must be reached: "at least 7 %", "more than 1/2".</summary>
    public string Bound(Ratio limit, bool strict) =>
        Say(strict ? "bound.more-than" : "bound.at-least", ("limit", language == "kk" ? Kazakh.Than(limit, Limit(limit)) : Limit(limit)));

    /// <summary>A day in words.</summary>
    public string Day(DateOnly day) => language switch
    {
        "kk" => Kazakh.Day(day),
        "ru" => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {MonthsRu[day.Month - 1]} {day.Year} г."),
        _ => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {MonthsEn[day.Month - 1]} {day.Year}"),
    };

    /// <summary>A day as it stands after "until".</summary>
    public string DayUntil(DateOnly day) => language == "kk" ? Kazakh.Until(day) : Day(day);

    /// <summary>A day as it stands after "from".</summary>
    public string DayFrom(DateOnly day) => language == "kk" ? Kazakh.From(day) : Day(day);

    /// <summary>Names joined as the language joins them.</summary>
    public string And(IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        var and = language switch { "kk" => " және ", "ru" => " и ", _ => " and " };
        return names.Count < 2 ? string.Concat(names) : string.Join(", ", names.Take(names.Count - 1)) + and + names[^1];
    }

    /// <summary>Conditions joined by "and" or by "or".</summary>
    private string Join(IReadOnlyList<string> parts, bool all)
    {
        var word = (language, all) switch { ("kk", true) => " және ", ("ru", true) => " и ", (_, true) => " and ", ("kk", _) => " немесе ", ("ru", _) => " или ", _ => " or " };
        return string.Join(word, parts);
    }

    /// <summary>A value of a derivation.</summary>
    public string Value(Argument argument, Func<string, string> name) => argument switch
    {
        Argument.Count c => Number(c.Value),
        Argument.Exact e => Trimmed(e.Value),
        Argument.Root r => Exact(SquareRoot(r.Square), 6),
        Argument.Share { Limit: null } s => Limit(s.Value),
        Argument.Share s => Share(s.Value, s.Limit),
        Argument.Contenders c => And([.. c.Ids.Select(name)]),
        Argument.Term t => Term(t.Key),
        Argument.Phrase p => Say(p.Key, [.. Worded(p.Parts, name)]),
        Argument.Joined j => Join([.. j.Parts.Select(p => p is Argument.Joined { Parts.Count: > 1 } ? $"({Value(p, name)})" : Value(p, name))], j.All),
        Argument.Day d => Day(d.Value),
        Argument.Text t => t.Value,
        _ => throw new InvalidOperationException($"Bug in Speech: argument {argument.GetType().Name}."),
    };

    /// <summary>Six decimals; fewer where the number ends before them.</summary>
    private string Trimmed(Ratio value)
    {
        var text = Exact(value, 6);
        return (value * 1_000_000).Denominator.IsOne && !value.Denominator.IsOne ? text.TrimEnd('0') : text;
    }

    /// <summary>A step's sentence with its values.</summary>
    public string Sentence(StepTrace trace, Func<string, string> name)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return Say($"{trace.Step}.{trace.Outcome}", [.. Worded(trace.Arguments, name)]);
    }

    /// <summary>The text in this language; its numbers hold together at a line's end.</summary>
    public string Of(Words words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return InNumber().Replace(words[language], Space.ToString());
    }

    /// <summary>The name of a figure: as the law writes it in English, from the table of figures in other languages.</summary>
    public string FigureInRelation(string figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (language == "en" || !Knows("figure." + figure))
        {
            return figure.Replace('-', ' ');
        }

        var name = Say("figure." + figure);
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>A relation of figures in words, such as "found = votes + invalid".</summary>
    public string Relation(Relation relation)
    {
        ArgumentNullException.ThrowIfNull(relation);
        return $"{Sum(relation.Left)} {(relation.Equal ? "=" : "≤")} {Sum(relation.Right)}";

        string Sum(FigureSum sum) => string.Concat(sum.Terms.Select((t, i) => (i == 0 ? string.Empty : t.Sign > 0 ? " + " : " − ") + FigureInRelation(t.Name)));
    }

    /// <summary>Values with their names; a limit and whether it must be passed make one more, <c>bound</c>.</summary>
    private IEnumerable<(string Name, string Value)> Worded(IReadOnlyDictionary<string, Argument> arguments, Func<string, string> name)
    {
        foreach (var (key, value) in arguments)
        {
            yield return (key, Worded(key, value, name));
        }

        if (arguments.GetValueOrDefault("than") is Argument.Term than && arguments.GetValueOrDefault("limit") is Argument.Share limit)
        {
            yield return ("bound", Bound(limit.Value, than.Key == "more-than"));
        }
    }

    private string Worded(string key, Argument value, Func<string, string> name) => (key, value) switch
    {
        ("of", Argument.Term t) => Knows("base." + t.Key) ? Say("base." + t.Key) : t.Key,
        ("figure", Argument.Term t) => Knows("figure." + t.Key) ? Say("figure." + t.Key) : t.Key,
        ("until", Argument.Day d) => DayUntil(d.Value),
        ("quota", Argument.Exact e) => Fraction(e.Value),
        ("number", Argument.Exact e) => e.Value.ToString(),
        ("area" or "areas", Argument.Term t) => Knows("area." + t.Key) ? Say("area." + t.Key) : t.Key,
        ("factor", Argument.Exact e) => Exact(e.Value, 1),
        _ => Value(value, name),
    };

    private string Term(string key)
    {
        // A rounded quota has its rounding behind its name.
        if (!Knows("term." + key) && key.LastIndexOf('-') is > 0 and var cut && Knows("term." + key[..cut]))
        {
            var (quota, rounding) = ("term." + key[..cut], "term.rounded" + key[cut..]);
            return Knows(rounding) ? Say(rounding, ("quota", Say(quota))) : key;
        }

        return Knows("term." + key) ? Say("term." + key) : key;
    }

    /// <summary>The square root to twelve decimals, cut off; for showing only.</summary>
    private static Ratio SquareRoot(Ratio square)
    {
        var scale = BigInteger.Pow(10, 24);
        var target = square.Numerator * scale / square.Denominator;
        var root = target.IsZero ? BigInteger.Zero : BigInteger.One << (int)((target.GetBitLength() / 2) + 1);
        while (!root.IsZero)
        {
            var next = (root + (target / root)) >> 1;
            if (next >= root)
            {
                break;
            }

            root = next;
        }

        return new Ratio(root, BigInteger.Pow(10, 12));
    }

    private static readonly string[] MonthsEn = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] MonthsRu = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    /// <summary>A space inside a number, before a per cent sign, or after a number sign.</summary>
    [GeneratedRegex(@"(?<=\d) (?=\d{3}(?!\d)|%)|(?<=№|No\.) (?=\d)")]
    private static partial Regex InNumber();
}

/// <content>Look-up.</content>
internal static partial class Texts
{
    /// <summary>Gets every key.</summary>
    internal static IEnumerable<string> Keys => Tables.SelectMany(t => t.Keys);

    private static Dictionary<string, (string En, string Kk, string Ru)>[] Tables => [Papers, Steps, Results, Generating, Counts, Certificates];

    /// <summary>The words of a key in all languages, or null.</summary>
    internal static (string En, string Kk, string Ru)? Find(string key)
    {
        foreach (var table in Tables)
        {
            if (table.TryGetValue(key, out var words))
            {
                return words;
            }
        }

        return null;
    }
}
