using System.Security.Cryptography;
using System.Text;

namespace Mandate.Archive.Intake;

/// <summary>A manifest of a bag: which file must have which checksum.</summary>
/// <param name="File">The manifest's own name.</param>
/// <param name="Algorithm">The checksum's kind.</param>
/// <param name="Lines">Its lines, in order.</param>
internal sealed record BagManifest(string File, HashAlgorithmName Algorithm, IReadOnlyList<BagManifest.Entry> Lines)
{
    private static readonly Dictionary<string, (HashAlgorithmName Name, int Digits)> Known = new(StringComparer.Ordinal)
    {
        ["md5"] = (HashAlgorithmName.MD5, 32),
        ["sha1"] = (HashAlgorithmName.SHA1, 40),
        ["sha256"] = (HashAlgorithmName.SHA256, 64),
        ["sha512"] = (HashAlgorithmName.SHA512, 128),
    };

    /// <summary>A line.</summary>
    /// <param name="Line">Its number, from 1.</param>
    /// <param name="Name">The file's path within the bag, in composed letters (NFC).</param>
    /// <param name="Digest">The checksum in small hexadecimal digits.</param>
    public sealed record Entry(int Line, string Name, string Digest);

    /// <summary>A file's kind of checksum by the manifest's name; null for one that is not known here.</summary>
    public static string? AlgorithmOf(string file, string start) =>
        file.StartsWith(start, StringComparison.Ordinal) && file.EndsWith(".txt", StringComparison.Ordinal) && file.Length > start.Length + 4 ? file[start.Length..^4] : null;

    /// <summary>Whether checksums of a kind can be made here.</summary>
    public static bool Knows(string algorithm) => Known.ContainsKey(algorithm);

    /// <summary>Reads a manifest; lines at fault are left out after noting why.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="file">Its name in the bag.</param>
    /// <param name="algorithm">One that <see cref="Knows"/> answers for.</param>
    /// <param name="ofPayload">Whether its files must lie in <c>data/</c>, or must not.</param>
    /// <param name="encodes">Whether names have % written as %25, as they do since version 1.0.</param>
    /// <param name="shown">The bag's name.</param>
    /// <param name="limits">How many lines it may have.</param>
    /// <param name="faults">Receives faults.</param>
    public static BagManifest Read(string text, string file, string algorithm, bool ofPayload, bool encodes, string shown, IntakeLimits limits, ArchiveFaults faults)
    {
        var (name, digits) = Known[algorithm];
        var lines = new List<Entry>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var place = $"{shown}/{file}";
        var number = 0;
        foreach (var line in BagText.Lines(text))
        {
            number++;
            if (line.Length == 0)
            {
                continue;
            }

            if (lines.Count == limits.Files)
            {
                faults.Add(place, number, 1, $"more than {limits.Files} files", "less at once; bring it in parts");
                break;
            }

            var gap = line.AsSpan().IndexOfAny(' ', '\t');
            if (gap != digits || !line[..gap].All(char.IsAsciiHexDigit))
            {
                faults.Add(place, number, 1, $"'{SafeName.Shown(line)}'", $"a checksum of {digits} hexadecimal digits, a space and a path");
                continue;
            }

            var path = line[gap..].TrimStart(' ', '\t');
            var column = line.Length - path.Length + 1;
            if (Decoded(path, encodes) is not { } plain || SafeName.Fault(plain) is not null || plain.StartsWith("data/", StringComparison.Ordinal) != ofPayload)
            {
                faults.Add(place, number, column, $"the path '{SafeName.Shown(path)}'", ofPayload ? "a path below data/ that does not climb and has no line break" : "a path in the bag, outside data/, that does not climb and has no line break");
                continue;
            }

            plain = plain.Normalize(NormalizationForm.FormC);
            if (!seen.TryAdd(plain, number))
            {
                faults.Add(place, number, column, $"'{SafeName.Shown(plain)}' again", $"each file once; it stands in line {seen[plain]} as well");
                continue;
            }

            lines.Add(new Entry(number, plain, line[..gap].ToLowerInvariant()));
        }

        return new BagManifest(file, name, lines);
    }

    /// <summary>A path with %25 read as %; null where it has a line break in that writing, which no file of ours may have in its name.</summary>
    private static string? Decoded(string path, bool encodes)
    {
        if (!encodes)
        {
            return path;
        }

        return path.Contains("%0A", StringComparison.OrdinalIgnoreCase) || path.Contains("%0D", StringComparison.OrdinalIgnoreCase)
            ? null
            : path.Replace("%25", "%", StringComparison.Ordinal);
    }
}
