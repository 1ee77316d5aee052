using System.Text;

namespace Mandate.Cli;

/// <summary>Keeps no-break spaces whole: the layout breaks lines at every kind of space, so they pass through it as a letter.</summary>
/// <param name="inner">Receives the text with its no-break spaces back.</param>
internal sealed class HardSpaces(TextWriter inner) : TextWriter
{
    private const char Space = '\u00A0';

    /// <summary>A letter of the private use area, one column wide, that no text has.</summary>
    private const char Letter = '\uE000';

    public override Encoding Encoding => inner.Encoding;

    /// <summary>The text as the layout may see it.</summary>
    public static string Hide(string text) => text.Replace(Space, Letter);

    public override void Write(char value) => inner.Write(value == Letter ? Space : value);

    public override void Write(string? value) => inner.Write(value?.Replace(Letter, Space));

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Flush() => inner.Flush();
}
