using System.Text.Json.Nodes;
using Mandate.Cli;

namespace Mandate.Modules.Tests;

/// <summary>Runs the command line in this process, as a person at a terminal without colour, 100 columns wide.</summary>
internal static class Terminal
{
    public static Task<Answer> RunAsync(params string[] words) => RunAsync(words, string.Empty);

    public static async Task<Answer> RunAsync(string[] words, string input)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var standardInput = new StringReader(input);
        var code = await CommandLine.RunAsync(words, new Shell(output, error, standardInput, Colour: false, Width: 100, Repository.Root));
        return new Answer(code, output.ToString(), error.ToString());
    }
}

/// <summary>What a command said and how it ended.</summary>
/// <param name="Code">Exit code.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
internal sealed record Answer(int Code, string Out, string Error)
{
    public JsonNode Json => JsonNode.Parse(Out) ?? throw new InvalidOperationException("The output is the JSON text null.");

    /// <summary>Gets standard output with every run of white space made one space, for sentences that a line break cuts.</summary>
    public string Flat => string.Join(' ', Out.Split([' ', '\n', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));
}
