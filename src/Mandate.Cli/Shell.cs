using Mandate.Laws;
using Spectre.Console;

namespace Mandate.Cli;

/// <summary>What a verb talks to: results to standard output, messages to standard error.</summary>
/// <param name="Out">Receives results.</param>
/// <param name="Error">Receives messages.</param>
/// <param name="In">Standard input.</param>
/// <param name="Colour">Whether results go to a terminal that shows colour.</param>
/// <param name="Width">Columns of the terminal; 100 where there is none.</param>
/// <param name="Root">Folder with laws/, elections/ and parliaments/; null looks above the program.</param>
internal sealed record Shell(TextWriter Out, TextWriter Error, TextReader In, bool Colour, int Width, string? Root)
{
    /// <summary>Gets whether messages go to a terminal, where a line may tell how far a verb has come.</summary>
    public bool Progress { get; init; }

    /// <summary>Gets what opens standard input as bytes; null takes the letters of <see cref="In"/>.</summary>
    public Func<Stream>? Bytes { get; init; }

    /// <summary>Opens standard input as bytes.</summary>
    public Stream OpenInput() => Bytes?.Invoke() ?? new MemoryStream(System.Text.Encoding.UTF8.GetBytes(In.ReadToEnd()));

    /// <summary>The process's own streams.</summary>
    public static Shell OfProcess()
    {
        var plain = Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 };
        var output = new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
        var error = new StreamWriter(Console.OpenStandardError(), new System.Text.UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
        var width = Console.IsOutputRedirected ? 100 : Math.Clamp(Console.WindowWidth, 60, 140);
        // Console.In would set up the terminal for reading keys, which nothing here does.
        var input = new StreamReader(Console.OpenStandardInput(), new System.Text.UTF8Encoding(false));
        return new Shell(output, error, input, !plain, width, Environment.GetEnvironmentVariable("MANDATE_ROOT")) { Progress = !Console.IsErrorRedirected, Bytes = Console.OpenStandardInput };
    }

    /// <summary>The data beside the program, or null after saying that there is none.</summary>
    public Catalogue? Catalogue()
    {
        if (Laws.Catalogue.FindRoot(Root) is { } root)
        {
            return new Catalogue(root);
        }

        Error.WriteLine($"No laws/ and elections/ found{(Root is null ? string.Empty : " in " + Root)}. Set MANDATE_ROOT to the folder that holds them.");
        return null;
    }

    /// <summary>Says every finding, one a line.</summary>
    /// <returns>How many there are.</returns>
    public int Say(Findings findings)
    {
        foreach (var finding in findings.All)
        {
            Error.WriteLine(finding.ToString());
        }

        if (findings.More > 0)
        {
            Error.WriteLine($"… and {findings.More} more.");
        }

        return findings.All.Count + findings.More;
    }

    /// <summary>Says every finding and ends with bad input.</summary>
    public int Refuse(Findings findings)
    {
        var count = Say(findings);
        Error.WriteLine(count == 1 ? "1 finding; nothing was computed or written." : $"{count} findings; nothing was computed or written.");
        return Exit.BadInput;
    }

    /// <summary>Says one thing and ends with bad input.</summary>
    public int Refuse(string message)
    {
        Error.WriteLine(message);
        return Exit.BadInput;
    }

    /// <summary>A console that lays out tables.</summary>
    public IAnsiConsole Layout()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = Colour ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = Colour ? ColorSystemSupport.TrueColor : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new Sheet(new HardSpaces(Out), Width),
        });
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}

/// <summary>Where a layout goes: as wide as it is told, without asking the terminal.</summary>
internal sealed class Sheet(TextWriter writer, int width) : IAnsiConsoleOutput
{
    public TextWriter Writer => writer;

    public bool IsTerminal => false;

    public int Width => width;

    public int Height => int.MaxValue;

    public void SetEncoding(System.Text.Encoding encoding)
    {
    }
}

/// <summary>How the program ends.</summary>
internal static class Exit
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The answer is no.</summary>
    public const int No = 1;

    /// <summary>Wrong use or bad input.</summary>
    public const int BadInput = 2;

    /// <summary>Something is needed first.</summary>
    public const int NeededFirst = 3;
}
