using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mandate.Reports;
using Mandate.Reports.Elections;
using Mandate.Reports.Language;
using Mandate.Reports.Print;
using Mandate.Results.Generating;

namespace Mandate.Cli.Verbs;

/// <summary><c>results generate</c>: a made-up national election of a made-up country, to try and to train with.</summary>
internal static class ResultsGenerateVerb
{
    public static Command Make(Shell shell)
    {
        var folder = new Option<string>("--out") { HelpName = "DIR", Description = "The folder to write into: a new or an empty one.", Required = true };
        var plain = new GeneratorOptions();
        var precincts = Whole("--precincts", GeneratorOptions.FewestPrecincts, GeneratorOptions.MostPrecincts, plain.Precincts, "How many protocols: precincts, and special, mobile, foreign and electronic stations among them.");
        var regions = Whole("--regions", 1, GeneratorOptions.MostRegions, plain.Regions, "How many regions; each has ten protocols or more.");
        var lists = Whole("--lists", GeneratorOptions.FewestLists, GeneratorOptions.MostLists, plain.Lists, "How many lists.");
        var seed = Seed(plain.Seed);
        var slips = SlipShare(plain.SlipsPerMillion);
        var previous = new Option<bool>("--previous") { Description = "Make up the election before it too, with the same units." };
        var sound = new Option<bool>("--true") { Description = "Write protocols-true.csv too: the protocols without slips." };
        var papers = Whole("--papers", 0, GeneratorOptions.MostRegions + 1, plain.Papers, "Print a summary protocol (PDF) for so many regions and one for the country, with election/evidence.csv that leads to them.");
        var format = Options.Format();
        var language = Options.Language();
        var command = new Command(
            "generate",
            """
            Make up a national election of a country that does not exist, with slips planted in its protocols. The same
            seed gives the same bytes.

            Examples:
              mandate results generate --out made-up
              mandate results generate --out made-up --precincts 1000000 --lists 20 --seed 7 --slips 0.1%
              mandate results generate --out made-up --previous --true
              mandate results generate --out made-up --papers 3
              mandate results check --form zz-precinct made-up/protocols.csv
              mandate declare made-up/election

            Ends with 0 done, 2 wrong use, a folder that cannot be written or is not empty, or papers that cannot be printed.
            """)
        {
            folder, precincts, regions, lists, seed, slips, previous, sound, papers, format, language,
        };
        command.SetAction((result, cancel) =>
        {
            var options = new GeneratorOptions
            {
                Precincts = result.GetValue(precincts),
                Regions = result.GetValue(regions),
                Lists = result.GetValue(lists),
                Seed = result.GetValue(seed),
                SlipsPerMillion = result.GetValue(slips),
                Previous = result.GetValue(previous),
                True = result.GetValue(sound),
                Papers = result.GetValue(papers),
            };
            var paper = result.GetRequiredValue(format) == "json" ? null : new Speech(result.GetRequiredValue(language));

            // On a thread of its own, so that Ctrl-C is heard; the work then ends by itself and takes its files back.
            return Task.Run(() => Run(shell, options, result.GetRequiredValue(folder), paper, cancel), CancellationToken.None);
        });
        return command;
    }

    private static int Run(Shell shell, GeneratorOptions options, string folder, Speech? speech, CancellationToken cancel)
    {
        if (options.Faults() is [var fault, ..])
        {
            return shell.Refuse(fault);
        }

        if (options.Papers > 0 && PaperPdf.Missing is { } missing)
        {
            return shell.Refuse($"Papers cannot be printed, and nothing was made up. {missing}");
        }

        var target = new NewFolder(folder);
        if (target.Refusal is { } refusal)
        {
            return shell.Refuse(refusal);
        }

        Generated made;
        try
        {
            var total = options.Precincts * (options.Previous ? 2L : 1);
            made = Generator.Write(options, target.Create, shell.Progress ? n => shell.Error.Write($"\r{n} of {total} protocols …") : null, cancel, p => Print(p, options.Seed, cancel));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            target.Undo();
            return shell.Refuse($"Cannot write to '{folder}': {e.Message} Choose another folder with --out.");
        }
        catch (InvalidOperationException e)
        {
            target.Undo();
            return shell.Refuse($"{e.Message} Nothing was left behind.");
        }
        catch (OperationCanceledException)
        {
            target.Undo();
            return shell.Refuse("Stopped; nothing was left behind.");
        }
        finally
        {
            if (shell.Progress)
            {
                shell.Error.Write("\r                                        \r");
            }
        }

        if (speech is null)
        {
            shell.Out.Write(Json(options, folder, made));
        }
        else
        {
            PaperText.Write(Paper(options, folder, made, speech), shell);
        }

        return Exit.Done;
    }

    /// <summary>A summary protocol as a PDF. The work has a thread of its own, which may wait.</summary>
    private static byte[] Print(MadeProtocol protocol, ulong seed, CancellationToken cancel) => PaperPdf.WriteAsync(
        SummaryProtocolPaper.Write(new SummaryProtocol(
            protocol.Handle, protocol.Unit, protocol.Area, protocol.Country, protocol.Day, seed, [.. protocol.Figures.Select(f => (f.Name, f.Value))], [.. protocol.Lists.Select(l => (l.List, l.Name, l.Votes))])),
        cancel).GetAwaiter().GetResult();

    private static Paper Paper(GeneratorOptions options, string folder, Generated made, Speech speech) =>
        new(speech.Language, speech.Say("generate.title", ("country", made.Country)), folder, string.Empty,
        [
            new NoticeBlock(NoticeKind.Standing, speech.Say("notice.synthetic")),
            new FactsBlock(
            [
                new Fact(speech.Say("generate.seed"), string.Create(CultureInfo.InvariantCulture, $"{options.Seed}")),
                new Fact(speech.Say("generate.units"), speech.Number(made.Units)),
                new Fact(speech.Say("generate.protocols"), speech.Number(made.Protocols)),
                new Fact(speech.Say("generate.registered"), speech.Number(made.Registered)),
                new Fact(speech.Say("generate.found"), speech.Number(made.Found)),
            ]),
            new TableBlock(
                speech.Say("generate.slips"), [new(speech.Say("generate.kind")), new(speech.Say("generate.count"), true)],
                [.. made.Slips.Select(s => new Row([s.Key, speech.Number(s.Value)]))]),
            new TableBlock(speech.Say("generate.files"), [new(speech.Say("generate.file"))], [.. made.Files.Select(f => new Row([f.Name]))]),
        ]);

    private static string Json(GeneratorOptions options, string folder, Generated made)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteBoolean("synthetic", true);
            json.WriteString("folder", folder);
            json.WriteString("country", made.Country);
            json.WriteNumber("version", Generator.Version);
            json.WriteNumber("seed", options.Seed);
            json.WriteNumber("units", made.Units);
            json.WriteNumber("protocols", made.Protocols);
            json.WriteNumber("registered", made.Registered);
            json.WriteNumber("found", made.Found);
            json.WriteStartObject("slips");
            foreach (var (kind, count) in made.Slips)
            {
                json.WriteNumber(kind, count);
            }

            json.WriteEndObject();
            json.WriteStartArray("files");
            foreach (var file in made.Files)
            {
                json.WriteStringValue(file.Name);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static Option<int> Whole(string name, int low, int high, int usual, string description) => new(name)
    {
        HelpName = "N",
        Description = description,
        DefaultValueFactory = _ => usual,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high)
            {
                return number;
            }

            result.AddError(string.Create(CultureInfo.InvariantCulture, $"Found {name} '{text}'; expected a whole number from {low} to {high}."));
            return 0;
        },
    };

    private static Option<ulong> Seed(ulong usual) => new("--seed")
    {
        HelpName = "N",
        Description = "The number from which everything is made up.",
        DefaultValueFactory = _ => usual,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            result.AddError(string.Create(CultureInfo.InvariantCulture, $"Found --seed '{text}'; expected a whole number from 0 to {ulong.MaxValue}."));
            return 0;
        },
    };

    /// <summary>A share of protocols in per cent, read exactly as so many in a million.</summary>
    private static Option<int> SlipShare(int usual) => new("--slips")
    {
        HelpName = "P",
        Description = "How many protocols bear a slip, in per cent, such as 0.5%; above 0 every kind of slip is planted at least once.",
        DefaultValueFactory = _ => usual,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            var digits = text.EndsWith('%') ? text[..^1].TrimEnd() : text;
            if (decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent <= 20 && decimal.IsInteger(percent * 10_000))
            {
                return (int)(percent * 10_000);
            }

            result.AddError($"Found --slips '{text}'; expected per cent from 0 to 20 with four decimals at most, such as 0.5%.");
            return 0;
        },
    };
}
