using System.Globalization;
using System.Text;
using Mandate.Electoral;
using Mandate.Electoral.Methods;

namespace Mandate.Laws;

/// <summary>A file of the program BAZI (University of Augsburg): a title, methods, seats, and lists with votes in one or several districts.</summary>
/// <param name="Title">The title; empty where there is none.</param>
/// <param name="Methods">Methods the file asks for that we know, in its order.</param>
/// <param name="Districts">At least one; the only one has an empty name where the file gives none.</param>
/// <remarks>
/// Words are read in German and in English (<c>=TITEL=</c>, <c>=TITLE=</c>) and written in German. Votes are whole numbers;
/// a second number in a line is the seats on record. Lines of other words are passed over.
/// </remarks>
public sealed record BaziFile(string Title, IReadOnlyList<Method> Methods, IReadOnlyList<BaziDistrict> Districts)
{
    private const int MostBytes = 10_000_000;

    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["TITEL"] = "TITEL", ["TITLE"] = "TITEL",
        ["METHODE"] = "METHODE", ["METHOD"] = "METHODE",
        ["MANDATE"] = "MANDATE", ["MANDATES"] = "MANDATE", ["SEATS"] = "MANDATE",
        ["DISTRIKT"] = "DISTRIKT", ["DISTRICT"] = "DISTRIKT",
        ["DATEN"] = "DATEN", ["DATA"] = "DATEN",
        ["INFO"] = "INFO",
        ["ENDE"] = "ENDE", ["END"] = "ENDE",
    };

    private static readonly (string Code, Method Method)[] Codes =
    [
        ("HaQgrR", QuotaMethod.Hare), ("DroQgrR", QuotaMethod.Droop), ("DivAbr", DivisorMethod.DHondt), ("DivStd", DivisorMethod.SainteLague),
        ("DivAuf", DivisorMethod.Adams), ("DivHar", DivisorMethod.Dean), ("DivGeo", DivisorMethod.HuntingtonHill),
    ];

    /// <summary>Reads a file.</summary>
    /// <returns>The file, or null with every finding.</returns>
    public static (BaziFile? File, Findings Findings) Read(string path)
    {
        var findings = new Findings();
        if (new FileInfo(path).Length > MostBytes)
        {
            findings.Add(new Finding(path, 0, 0, "a file of more than 10 MB", "a smaller file"));
            return (null, findings);
        }

        var bytes = File.ReadAllBytes(path);
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // Files of the program's own database are in Latin-1.
            text = Encoding.Latin1.GetString(bytes);
        }

        return (Parse(text, path, findings), findings);
    }

    /// <summary>Reads a text.</summary>
    /// <returns>The file, or null after noting every fault.</returns>
    public static BaziFile? Parse(string text, string shown, Findings findings)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(findings);
        var title = string.Empty;
        var methods = new List<Method>();
        var districts = new List<BaziDistrict>();
        var claims = new List<(Claim Claim, int? Recorded)>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        int? seats = null;
        var name = string.Empty;
        var reading = string.Empty;
        var number = 0;
        var ended = false;
        foreach (var raw in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var line = raw.Trim().TrimStart('\uFEFF');
            if (line.Length == 0 || ended)
            {
                continue;
            }

            var (word, rest) = Word(line);
            if (word is null)
            {
                if (reading == "DATEN" && Row(line, number, shown, findings) is { } row)
                {
                    if (!named.Add(row.Claim.List))
                    {
                        findings.Add(new Finding(shown, number, 1, $"a second line for '{row.Claim.List}'", "one line a list"));
                    }

                    claims.Add(row);
                }

                continue;
            }

            // Free text may hold anything but the end.
            if (reading == "INFO" && word != "ENDE")
            {
                continue;
            }

            reading = word;
            switch (word)
            {
                case "TITEL":
                    title = rest;
                    break;
                case "METHODE":
                    methods.AddRange(rest.Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries).Select(c => Codes.FirstOrDefault(k => k.Code.Equals(c, StringComparison.OrdinalIgnoreCase)).Method).OfType<Method>());
                    break;
                case "MANDATE":
                    if (int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var s) && s is > 0 and <= Apportionment.LargestHouse)
                    {
                        seats = s;
                    }
                    else
                    {
                        findings.Add(new Finding(shown, number, 1, $"'{rest}' seats", $"a whole number from 1 to {Apportionment.LargestHouse}"));
                    }

                    break;
                case "DISTRIKT":
                    Close();
                    name = rest;
                    break;
                case "ENDE":
                    ended = true;
                    break;
                default:
                    break;
            }
        }

        Close();
        if (districts.Count == 0 && findings.IsEmpty)
        {
            findings.Add(new Finding(shown, 1, 1, "no list", "lines with a name and votes after =DATEN="));
        }

        return findings.IsEmpty ? new BaziFile(title, methods, districts) : null;

        void Close()
        {
            if (claims.Count > 0)
            {
                districts.Add(new BaziDistrict(name, seats, [.. claims.Select(c => c.Claim)], [.. claims.Select(c => c.Recorded)]));
                claims.Clear();
                named.Clear();
            }
        }
    }

    /// <summary>Writes allocations as a file of the program, with the seats behind the votes.</summary>
    /// <exception cref="ArgumentException">The method has no name there.</exception>
    public static string Write(string title, Method method, IReadOnlyList<(string District, Allocation Allocation)> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var code = Codes.FirstOrDefault(c => c.Method == method).Code ?? throw new ArgumentException($"BAZI has no name for {method?.Name}.", nameof(method));
        var text = new StringBuilder();
        text.Append("=TITEL= ").Append(title).Append('\n').Append("=METHODE= ").Append(code).Append('\n');
        foreach (var (district, allocation) in parts)
        {
            if (district.Length > 0)
            {
                text.Append("=DISTRIKT= ").Append(district).Append('\n');
            }

            text.Append(CultureInfo.InvariantCulture, $"=MANDATE= {allocation.House}\n=DATEN=\n");
            foreach (var claim in allocation.Claims)
            {
                text.Append(CultureInfo.InvariantCulture, $"\"{claim.List.Replace('"', '\'')}\" {claim.Votes.Value} {allocation[claim.List]}\n");
            }
        }

        return text.Append("=ENDE=\n").ToString();
    }

    /// <summary>Whether the program has a name for a method.</summary>
    public static bool Knows(Method method) => Codes.Any(c => c.Method == method);

    private static (string? Word, string Value) Word(string line)
    {
        if (line[0] != '=' || line.IndexOf('=', 1) is not (> 1 and var end) || line[1..end].Contains(' ', StringComparison.Ordinal))
        {
            return (null, line);
        }

        return (Words.GetValueOrDefault(line[1..end]) ?? string.Empty, line[(end + 1)..].Trim());
    }

    private static (Claim Claim, int? Recorded)? Row(string line, int number, string shown, Findings findings)
    {
        string name, rest;
        if (line[0] == '"' && line.IndexOf('"', 1) is > 1 and var close)
        {
            (name, rest) = (line[1..close], line[(close + 1)..]);
        }
        else
        {
            var gap = line.IndexOfAny([' ', '\t']);
            (name, rest) = gap < 0 ? (line, string.Empty) : (line[..gap], line[gap..]);
        }

        var numbers = rest.Split([' ', '\t', ';'], StringSplitOptions.RemoveEmptyEntries);
        if (numbers.Length is 0 or > 2 || !long.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var votes))
        {
            findings.Add(new Finding(shown, number, 1, $"'{(line.Length > 60 ? line[..57] + "…" : line)}'", "a name, votes as a whole number, and where wanted seats"));
            return null;
        }

        int? recorded = numbers.Length == 2 && int.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out var r) ? r : null;
        return (new Claim(name, new VoteCount(votes)), recorded);
    }
}

/// <summary>A district of a BAZI file.</summary>
/// <param name="Name">Its name; empty where there is only one.</param>
/// <param name="Seats">Seats to fill; null where the file does not say.</param>
/// <param name="Claims">Lists with votes, in the file's order.</param>
/// <param name="Recorded">Seats on record by list; null where the file has none.</param>
public sealed record BaziDistrict(string Name, int? Seats, IReadOnlyList<Claim> Claims, IReadOnlyList<int?> Recorded);
