using System.Globalization;
using System.Text;
using Mandate.Laws;

namespace Mandate.Results.Ledger;

/// <summary>The head of a log at some size (C2SP tlog-checkpoint): what a signature binds together.</summary>
/// <param name="Origin">The log's name, one line such as <c>example.com/log</c>.</param>
/// <param name="Size">How many leaves it has.</param>
/// <param name="Root">The root over them.</param>
/// <param name="Extensions">More lines, none empty; the specification advises against any, since nobody can audit them.</param>
public sealed record Checkpoint(string Origin, long Size, MerkleHash Root, IReadOnlyList<string> Extensions)
{
    /// <summary>A head without extension lines.</summary>
    public Checkpoint(string origin, long size, MerkleHash root)
        : this(origin, size, root, [])
    {
    }

    /// <summary>Reads the text of a note.</summary>
    /// <param name="text">The text, with its last new line.</param>
    /// <param name="shown">Where it comes from, for people.</param>
    /// <param name="findings">Receives what is wrong, by line.</param>
    /// <returns>The head, or null after noting a fault.</returns>
    public static Checkpoint? Parse(string text, string shown, Findings findings)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(findings);
        var lines = text.Split('\n')[..^1];
        var faults = 0;
        void Fault(int line, string found, string expected)
        {
            faults++;
            findings.Add(new Finding(shown, line, 1, found, expected));
        }

        if (lines.Length < 3)
        {
            Fault(lines.Length + 1, "the end", "at least three lines: origin, size, root");
            return null;
        }

        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0)
            {
                Fault(i + 1, "an empty line", i == 0 ? "the origin" : "no empty line");
            }
        }

        if (!long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size) || (lines[1][0] == '0' && lines[1].Length > 1))
        {
            Fault(2, $"'{lines[1]}'", "the number of leaves, without leading zeros, below 2^63");
        }

        if (!MerkleHash.TryParseBase64(lines[2], out var root))
        {
            Fault(3, $"'{lines[2]}'", "the root, 44 letters of base64");
        }

        return faults == 0 ? new Checkpoint(lines[0], size, root, lines[3..]) : null;
    }

    /// <summary>Writes the text that is signed.</summary>
    /// <exception cref="InvalidOperationException">The origin or an extension is empty or has a new line, or the size is negative.</exception>
    public string ToText()
    {
        if (Size < 0 || Extensions.Prepend(Origin).Any(l => l.Length == 0 || l.Contains('\n', StringComparison.Ordinal)))
        {
            throw new InvalidOperationException("A checkpoint has an origin of one line, a size from 0 and extensions of one line each.");
        }

        var text = new StringBuilder().Append(Origin).Append('\n').Append(CultureInfo.InvariantCulture, $"{Size}\n").Append(Root.ToBase64()).Append('\n');
        foreach (var line in Extensions)
        {
            text.Append(line).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Signs it.</summary>
    public SignedNote Sign(params IReadOnlyList<SignerKey> keys) => SignedNote.Sign(ToText(), keys);
}
