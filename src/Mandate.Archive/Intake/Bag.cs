using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Mandate.Archive.Intake;

/// <summary>Reads a BagIt bag (RFC 8493, versions 0.93 to 1.0): everything it promises is checked before anything is taken.</summary>
internal sealed partial class Bag
{
    /// <summary>The file that makes a folder a bag.</summary>
    public const string Declaration = "bagit.txt";

    private readonly Dictionary<string, SourceFile> files = new(StringComparer.Ordinal);
    private readonly string shown;
    private readonly IntakeLimits limits;
    private readonly ArchiveFaults faults;
    private readonly ICollection<ArchiveFault> passedOver;

    private Bag(string shown, IntakeLimits limits, ArchiveFaults faults, ICollection<ArchiveFault> passedOver)
    {
        this.shown = shown;
        this.limits = limits;
        this.faults = faults;
        this.passedOver = passedOver;
    }

    /// <summary>The payload of a bag with the SHA-256 of every file as it was checked.</summary>
    /// <param name="all">All files of the bag, named from its root.</param>
    /// <param name="shown">The bag's name for people.</param>
    /// <param name="limits">How much it may hold.</param>
    /// <param name="faults">Receives everything in which the bag breaks its word.</param>
    /// <param name="passedOver">Receives manifests of a kind that is not known here, where another is.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static IReadOnlyList<(SourceFile File, string Sha256)> Read(IReadOnlyList<SourceFile> all, string shown, IntakeLimits limits, ArchiveFaults faults, ICollection<ArchiveFault> passedOver, CancellationToken cancel)
    {
        var bag = new Bag(shown, limits, faults, passedOver);
        foreach (var file in all)
        {
            if (!bag.files.TryAdd(file.Name.Normalize(NormalizationForm.FormC), file))
            {
                faults.Add($"{shown}/{file.Name}", "the same name twice, differently composed", "each name once");
            }
        }

        return bag.Version() is { } version ? bag.Check(version, cancel) : [];
    }

    private List<(SourceFile File, string Sha256)> Check(decimal version, CancellationToken cancel)
    {
        if (files.ContainsKey("fetch.txt"))
        {
            faults.Add($"{shown}/fetch.txt", "a bag that is to be completed from the network", "a complete bag: fetch its files, then bring it");
            return [];
        }

        Oxum();
        var payload = Manifests("manifest-", ofPayload: true, version >= 1.0m);
        var tags = Manifests("tagmanifest-", ofPayload: false, version >= 1.0m);
        if (payload.Count == 0)
        {
            faults.Add(shown, "no manifest that can be checked", "manifest-sha512.txt, manifest-sha256.txt, manifest-sha1.txt or manifest-md5.txt");
            return [];
        }

        Completeness(payload, tags, everyManifest: version >= 1.0m);
        return Hash([.. payload, .. tags], cancel);
    }

    /// <summary>The version its declaration names; null after a fault that leaves nothing to read on.</summary>
    private decimal? Version()
    {
        if (BagText.Read(files[Declaration], shown, limits, faults) is not { } text)
        {
            return null;
        }

        var lines = BagText.Lines(text).ToList();
        var version = lines.Count > 0 ? VersionLine().Match(lines[0]) : Match.Empty;
        if (!version.Success || decimal.Parse(version.Groups[1].Value, CultureInfo.InvariantCulture) is not (>= 0.93m and <= 1.0m and var number))
        {
            faults.Add($"{shown}/{Declaration}", 1, 1, $"'{SafeName.Shown(lines.Count > 0 ? lines[0] : string.Empty)}'", "BagIt-Version: 1.0, or an earlier one from 0.93, with no byte order mark before it");
            return null;
        }

        if (lines.Count < 2 || !EncodingLine().IsMatch(lines[1]))
        {
            faults.Add($"{shown}/{Declaration}", 2, 1, $"'{SafeName.Shown(lines.Count > 1 ? lines[1] : string.Empty)}'", "Tag-File-Character-Encoding: UTF-8");
            return null;
        }

        return number;
    }

    /// <summary>Compares the number of files and bytes that bag-info.txt promises, where it does.</summary>
    private void Oxum()
    {
        if (!files.TryGetValue("bag-info.txt", out var info) || BagText.Read(info, shown, limits, faults) is not { } text)
        {
            return;
        }

        var payload = files.Where(f => f.Key.StartsWith("data/", StringComparison.Ordinal)).Select(f => f.Value).ToList();
        var found = string.Create(CultureInfo.InvariantCulture, $"{payload.Sum(f => f.Length)}.{payload.Count}");
        var number = 0;
        var seen = 0;
        foreach (var line in BagText.Lines(text))
        {
            number++;
            if (OxumLine().Match(line) is { Success: true } oxum)
            {
                var promised = oxum.Groups[1].Value.Trim();
                if (seen != 0)
                {
                    faults.Add($"{shown}/bag-info.txt", number, 1, "Payload-Oxum again", $"it once; it stands in line {seen} as well");
                }
                else if (promised != found)
                {
                    faults.Add($"{shown}/bag-info.txt", number, 1, $"Payload-Oxum '{SafeName.Shown(promised)}'", $"{found}, the bytes and files of data/");
                }

                seen = number;
            }
        }
    }

    private List<BagManifest> Manifests(string start, bool ofPayload, bool encodes)
    {
        var manifests = new List<BagManifest>();
        foreach (var (name, file) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            if (name.Contains('/', StringComparison.Ordinal) || BagManifest.AlgorithmOf(name, start) is not { } algorithm)
            {
                continue;
            }

            if (!BagManifest.Knows(algorithm))
            {
                passedOver.Add(new ArchiveFault($"{shown}/{name}", 0, 0, $"checksums of the kind '{SafeName.Shown(algorithm)}', which are not checked here", "sha512, sha256, sha1 or md5"));
            }
            else if (BagText.Read(file, shown, limits, faults) is { } text)
            {
                manifests.Add(BagManifest.Read(text, name, algorithm, ofPayload, encodes, shown, limits, faults));
            }
        }

        return manifests;
    }

    private void Completeness(List<BagManifest> payload, List<BagManifest> tags, bool everyManifest)
    {
        foreach (var manifest in payload.Concat(tags))
        {
            foreach (var line in manifest.Lines.Where(l => !files.ContainsKey(l.Name)))
            {
                faults.Add($"{shown}/{manifest.File}", line.Line, 1, $"no file '{line.Name}' in the bag", "every file that the manifest names");
            }
        }

        var listed = payload.Select(m => (m.File, Names: m.Lines.Select(l => l.Name).ToHashSet(StringComparer.Ordinal))).ToList();
        foreach (var name in files.Keys.Where(n => n.StartsWith("data/", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var without = listed.Where(m => !m.Names.Contains(name)).Select(m => m.File).ToList();
            if (without.Count == listed.Count || (everyManifest && without.Count > 0))
            {
                faults.Add($"{shown}/{name}", $"a file that {string.Join(" and ", without)} does not name", "every file of data/ in every manifest");
            }
        }
    }

    /// <summary>Reads every listed file once, making all checksums that are asked of it.</summary>
    private List<(SourceFile File, string Sha256)> Hash(List<BagManifest> manifests, CancellationToken cancel)
    {
        var taken = new List<(SourceFile, string)>();
        var asked = manifests.SelectMany(m => m.Lines.Select(l => (Manifest: m, Line: l))).Where(a => files.ContainsKey(a.Line.Name)).GroupBy(a => a.Line.Name, StringComparer.Ordinal);
        foreach (var one in asked.OrderBy(a => a.Key, StringComparer.Ordinal))
        {
            var file = files[one.Key];
            Dictionary<HashAlgorithmName, string> found;
            try
            {
                found = Digests(file, [.. one.Select(a => a.Manifest.Algorithm).Append(HashAlgorithmName.SHA256).Distinct()], cancel);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                faults.Add($"{shown}/{file.Name}", $"a file that cannot be read ({e.Message})", "one that may be read");
                continue;
            }

            foreach (var (manifest, line) in one.Where(a => found[a.Manifest.Algorithm] != a.Line.Digest))
            {
                faults.Add($"{shown}/{manifest.File}", line.Line, 1, $"{found[manifest.Algorithm]} of '{line.Name}' as it is", $"{line.Digest}; the file was altered");
            }

            if (one.Key.StartsWith("data/", StringComparison.Ordinal))
            {
                taken.Add((file, found[HashAlgorithmName.SHA256]));
            }
        }

        return taken;
    }

    private static Dictionary<HashAlgorithmName, string> Digests(SourceFile file, IReadOnlyList<HashAlgorithmName> algorithms, CancellationToken cancel)
    {
        var hashes = algorithms.Select(IncrementalHash.CreateHash).ToList();
        try
        {
            using var content = file.Open();
            var buffer = new byte[128 * 1024];
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                cancel.ThrowIfCancellationRequested();
                foreach (var hash in hashes)
                {
                    hash.AppendData(buffer, 0, read);
                }
            }

            return hashes.ToDictionary(h => h.AlgorithmName, h => Convert.ToHexStringLower(h.GetHashAndReset()));
        }
        finally
        {
            hashes.ForEach(h => h.Dispose());
        }
    }

    [GeneratedRegex(@"\ABagIt-Version:[ \t]*([0-9]{1,2}\.[0-9]{1,3})[ \t]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex VersionLine();

    [GeneratedRegex(@"\ATag-File-Character-Encoding:[ \t]*UTF-8[ \t]*\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EncodingLine();

    [GeneratedRegex(@"\APayload-Oxum:(.*)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OxumLine();
}
