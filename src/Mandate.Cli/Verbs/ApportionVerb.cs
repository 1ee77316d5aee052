using System.CommandLine;
using System.Text.Json;
using Mandate.Electoral;
using Mandate.Electoral.Methods;
using Mandate.Laws;
using Mandate.Reports;
using Mandate.Reports.Language;

namespace Mandate.Cli.Verbs;

/// <summary><c>apportion</c>: one allocation of a CSV of lists and votes.</summary>
internal static class ApportionVerb
{
    public static Command Make(Shell shell)
    {
        var method = new Option<string?>("--method") { HelpName = "M", Description = string.Join(", ", Method.Named.Select(m => m.Name)) + ", or divisors such as 1.2,3,5. A BAZI file can name it." };
        var seats = new Option<int?>("--seats") { HelpName = "N", Description = "Seats to fill. A BAZI file can name them." };
        var threshold = new Option<string?>("--threshold") { HelpName = "P", Description = "Per cent of all votes in the file that a list needs." };
        var format = new Option<string>("--format") { Description = "text for people, json for programs, bazi for the program BAZI.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "bazi");
        var language = Options.Language();
        var file = new Argument<string>("FILE") { Description = "CSV with the columns list,votes and, where wanted, held,minimum,maximum; a file of BAZI (.bazi); - for standard input." };
        method.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<string>() is { } text && !Method.TryParse(text, out _, out var expected))
            {
                r.AddError($"Found method '{r.GetValueOrDefault<string>()}'; expected {expected}.");
            }
        });
        seats.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<int?>() is < 1 or > Apportionment.LargestHouse)
            {
                r.AddError($"Found {r.GetValueOrDefault<int?>()} seats; expected 1 to {Apportionment.LargestHouse}.");
            }
        });
        threshold.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<string>() is { } p && (!Ratio.TryParse(p.TrimEnd('%').Trim(), out var ratio) || ratio > 100))
            {
                r.AddError($"Found threshold '{p}'; expected a number of per cent from 0 to 100, such as 7 or 0.5.");
            }
        });
        var command = new Command("apportion", "Allocate seats by one method.\n\nExample: mandate apportion --method hare --seats 98 --threshold 7 votes.csv\n         mandate apportion --format bazi --method dhondt --seats 10 votes.csv") { method, seats, threshold, format, language, file };
        command.SetAction(result =>
        {
            var chosen = Method.TryParse(result.GetValue(method), out var found, out _) ? found : null;
            Ratio? limit = result.GetValue(threshold) is { } p && Ratio.TryParse(p.TrimEnd('%').Trim(), out var ratio) ? ratio / 100 : null;
            var wanted = new Wanted(chosen, result.GetValue(seats), limit, result.GetRequiredValue(format), result.GetRequiredValue(language));
            return Run(shell, wanted, result.GetRequiredValue(file));
        });
        return command;
    }

    /// <summary>What the words ask for.</summary>
    private sealed record Wanted(Method? Method, int? Seats, Ratio? Threshold, string Format, string Language);

    private static int Run(Shell shell, Wanted wanted, string file)
    {
        if (file != "-" && !File.Exists(file))
        {
            return shell.Refuse($"Found no file '{file}'; expected a CSV with the columns list,votes, or a file of BAZI.");
        }

        var bazi = file.EndsWith(".bazi", StringComparison.OrdinalIgnoreCase) ? BaziFile.Read(file) : (File: (BaziFile?)null, Findings: (Findings?)null);
        if (bazi is { File: null, Findings: { } faults })
        {
            return shell.Refuse(faults);
        }

        IReadOnlyList<Claim> lists = [];
        if (bazi.File is null)
        {
            var (claims, findings) = file == "-" ? ClaimFile.Parse(shell.In.ReadToEnd(), "standard input") : ClaimFile.Read(file);
            if (!findings.IsEmpty)
            {
                return shell.Refuse(findings);
            }

            lists = claims;
        }

        var method = wanted.Method ?? (bazi.File is { Methods.Count: > 0 } named ? named.Methods[0] : null);
        if (method is null)
        {
            return shell.Refuse("Option '--method' is required: the file names no method that is known here.");
        }

        if (wanted.Format == "bazi" && !BaziFile.Knows(method))
        {
            return shell.Refuse($"BAZI has no name for {method.Name}; expected hare, droop, dhondt, sainte-lague, adams, dean or huntington-hill, or another --format.");
        }

        var districts = bazi.File?.Districts ?? [new BaziDistrict(string.Empty, null, lists, [])];
        var parts = new List<(string District, Allocation Allocation)>();
        foreach (var district in districts)
        {
            var shown = district.Name.Length > 0 ? $"{file}, {district.Name}" : file;
            if ((wanted.Seats ?? district.Seats) is not { } house)
            {
                return shell.Refuse(bazi.File is null ? "Option '--seats' is required." : $"{shown}: found no number of seats; expected =MANDATE= or --seats.");
            }

            if (Allocate(shell, method, house, wanted, shown, district.Claims) is not { } allocation)
            {
                return Exit.BadInput;
            }

            parts.Add((district.Name, allocation));
        }

        if (wanted.Format == "bazi")
        {
            shell.Out.Write(BaziFile.Write(bazi.File?.Title ?? Path.GetFileNameWithoutExtension(file), method, parts));
        }

        var code = Exit.Done;
        for (var i = 0; i < parts.Count; i++)
        {
            var (name, allocation) = parts[i];
            var total = (long)districts[i].Claims.Aggregate(System.Numerics.BigInteger.Zero, (sum, c) => sum + c.Votes.Value);
            if (wanted.Format == "json")
            {
                // One district is an object, several are an array.
                shell.Out.Write(parts.Count == 1 ? string.Empty : i == 0 ? "[\n" : ",\n");
                shell.Out.Write(Json(allocation, districts[i].Claims, wanted.Threshold));
                shell.Out.Write(parts.Count > 1 && i == parts.Count - 1 ? "]\n" : string.Empty);
            }
            else if (wanted.Format == "text")
            {
                PaperText.Write(Paper(name, allocation, districts[i].Claims, wanted.Threshold, total, wanted.Language), shell);
            }

            code = Math.Max(code, Report(shell, allocation));
        }

        return code;
    }

    private static Allocation? Allocate(Shell shell, Method method, int seats, Wanted wanted, string shown, IReadOnlyList<Claim> claims)
    {
        var total = claims.Aggregate(System.Numerics.BigInteger.Zero, (sum, c) => sum + c.Votes.Value);
        if (total.IsZero || total > long.MaxValue)
        {
            shell.Refuse(total.IsZero ? $"{shown}: found no votes; expected at least one list with votes." : $"{shown}: found {total} votes; expected fewer than 2^63 in all.");
            return null;
        }

        var passing = claims.Where(c => wanted.Threshold is not { } t || c.Votes.Value >= t * new Ratio(total, 1)).ToList();
        if (passing.Sum(c => c.Votes.Value) == 0)
        {
            shell.Refuse($"{shown}: no list reaches the threshold of {new Speech(wanted.Language).Limit(wanted.Threshold!.Value)}; nothing is allocated.");
            return null;
        }

        return Apportionment.Allocate(method, passing, new SeatCount(seats));
    }

    private static int Report(Shell shell, Allocation allocation)
    {
        if (allocation.Excess > 0)
        {
            shell.Error.WriteLine($"Held and minimum seats exceed the {allocation.House} seats by {allocation.Excess}.");
            return Exit.NeededFirst;
        }

        if (allocation.Tie is { } tie)
        {
            shell.Error.WriteLine($"{string.Join(", ", tie.Contenders)} tie for {tie.Seats}; the votes leave it open.");
            return Exit.NeededFirst;
        }

        return Exit.Done;
    }

    private static Paper Paper(string place, Allocation allocation, IReadOnlyList<Claim> claims, Ratio? threshold, long total, string language)
    {
        var speech = new Speech(language);
        var rows = claims.Select(c =>
        {
            var passes = allocation.Claims.Contains(c);
            var tied = allocation.Tie?.Contenders.Contains(c.List) == true ? " + ?" : string.Empty;
            string[] cells = [c.List, speech.Number(c.Votes.Value), speech.Share(new Ratio(c.Votes.Value, total), threshold), .. threshold is null ? [] : new[] { speech.Say(passes ? "value.passed" : "value.missed") }, passes ? speech.Number(allocation[c.List]) + tied : speech.Number(0)];
            return new Row(cells, passes ? RowWeight.Normal : RowWeight.Faint);
        }).ToList();
        rows.Add(new Row([speech.Say("row.total"), speech.Number(total), string.Empty, .. threshold is null ? [] : new[] { string.Empty }, speech.Number(allocation.House)], RowWeight.Strong));
        Column[] columns =
        [
            new(speech.Say("column.list")),
            new(speech.Say("column.votes"), Right: true),
            new(speech.Say("column.share"), Right: true),
            .. threshold is { } t ? [new Column($"{speech.Say("column.threshold")} {speech.Limit(t)}")] : Array.Empty<Column>(),
            new(speech.Say("column.seats"), Right: true),
        ];
        var name = Speech.Knows("term." + allocation.Method.Name) ? speech.Say("term." + allocation.Method.Name) : allocation.Method.Name;
        return new Paper(language, string.Empty, string.Empty, string.Empty, [new TableBlock((place.Length > 0 ? place + " · " : string.Empty) + $"{name} · {speech.Number(allocation.House)}", columns, rows)]);
    }

    private static string Json(Allocation allocation, IReadOnlyList<Claim> claims, Ratio? threshold)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("method", allocation.Method.Name);
            json.WriteNumber("house", allocation.House);
            json.WriteString("threshold", threshold?.ToString());
            json.WriteString("status", allocation.Tie is null ? "complete" : "tie");
            json.WriteStartObject("seats");
            foreach (var claim in claims)
            {
                json.WriteNumber(claim.List, allocation.Claims.Contains(claim) ? allocation[claim.List] : 0);
            }

            json.WriteEndObject();
            json.WriteStartArray("missed");
            foreach (var claim in claims.Where(c => !allocation.Claims.Contains(c)))
            {
                json.WriteStringValue(claim.List);
            }

            json.WriteEndArray();
            if (allocation.Tie is { } tie)
            {
                json.WriteStartObject("tie");
                json.WriteStartArray("contenders");
                foreach (var contender in tie.Contenders)
                {
                    json.WriteStringValue(contender);
                }

                json.WriteEndArray();
                json.WriteNumber("seats", tie.Seats);
                json.WriteEndObject();
            }
            else
            {
                json.WriteNull("tie");
            }

            json.WriteNumber("vacant", allocation.Vacant);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }
}
