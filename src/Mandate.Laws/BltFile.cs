using System.Globalization;
using System.Text;
using Mandate.Electoral.Transfers;
using Mandate.Laws.Reading;

namespace Mandate.Laws;

/// <summary>A file of preference ballots in the form BLT, as OpenSTV, OpaVote and many others write it.</summary>
/// <param name="Title">The title; empty where there is none.</param>
/// <param name="Seats">Seats to fill, at least 1.</param>
/// <param name="Names">Names of candidates, in ballot order.</param>
/// <param name="Ballots">The ballots; ids of candidates are their numbers, from 1.</param>
/// <remarks>
/// First the number of candidates and of seats; numbers below zero of those who withdrew; then a line a ballot: how many there
/// are of it, the numbers in order of preference, 0; then 0 alone, the names in quotes, and the title. A number sign begins a
/// comment. Files are UTF-8, or Latin-1 where they are not. Equal preferences are not known.
/// </remarks>
public sealed record BltFile(string Title, int Seats, IReadOnlyList<string> Names, PreferenceBallots Ballots)
{
    /// <summary>The most candidates of one file.</summary>
    public const int MostCandidates = 1000;

    private const long MostBytes = 200_000_000;

    /// <summary>Gets where the number of seats stands.</summary>
    internal (int Line, int Column) SeatsAt { get; init; } = (1, 1);

    /// <summary>Gets where each name stands.</summary>
    internal IReadOnlyList<(int Line, int Column)> NamesAt { get; init; } = [];

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">Its path as shown in findings.</param>
    /// <param name="findings">Receives faults.</param>
    /// <returns>The file, or null after noting every fault.</returns>
    public static BltFile? Read(string path, string shown, Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        if (new FileInfo(path).Length > MostBytes)
        {
            findings.Add(new Finding(shown, 0, 0, "a file of more than 200 MB", "a smaller file"));
            return null;
        }

        var met = new Findings();
        BltFile? file;
        try
        {
            using var text = new StreamReader(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
            file = Parse(text, shown, met);
        }
        catch (DecoderFallbackException)
        {
            met = new Findings();
            using var text = new StreamReader(path, Encoding.Latin1, detectEncodingFromByteOrderMarks: false);
            file = Parse(text, shown, met);
        }

        foreach (var finding in met.All)
        {
            findings.Add(finding);
        }

        return file;
    }

    /// <summary>Reads a text.</summary>
    /// <returns>The file, or null after noting every fault.</returns>
    public static BltFile? Parse(TextReader text, string shown, Findings findings)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(findings);
        return new BltReader(text, shown, findings).Read();
    }

    /// <summary>Writes the file as <see cref="Parse"/> reads it.</summary>
    public void Write(TextWriter text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text.Write(string.Create(CultureInfo.InvariantCulture, $"{Names.Count} {Seats}\n"));
        for (var i = 0; i < Names.Count; i++)
        {
            if (Ballots.Candidates[i].Withdrawn)
            {
                text.Write(string.Create(CultureInfo.InvariantCulture, $"-{i + 1}\n"));
            }
        }

        for (var group = 0; group < Ballots.Groups; group++)
        {
            text.Write(Ballots.CountOf(group).ToString(CultureInfo.InvariantCulture));
            foreach (var candidate in Ballots.Ranking(group))
            {
                text.Write(' ');
                text.Write((candidate + 1).ToString(CultureInfo.InvariantCulture));
            }

            text.Write(" 0\n");
        }

        text.Write("0\n");
        foreach (var name in Names.Append(Title))
        {
            text.Write($"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"\n");
        }
    }
}
