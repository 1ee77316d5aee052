using Mandate.Laws.Reading;

namespace Mandate.Laws;

/// <summary>The laws, elections and parliaments in a folder that has <c>laws/</c>, <c>elections/</c> and <c>parliaments/</c>.</summary>
/// <param name="root">The folder.</param>
public sealed class Catalogue(string root)
{
    private readonly Dictionary<string, (Law? Law, Findings Findings)> laws = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>Gets the folder.</summary>
    public string Root => root;

    /// <summary>Gets ids of laws, such as <c>kz/majilis</c>.</summary>
    public IReadOnlyList<string> LawIds => Ids("laws", "*.yaml", SearchOption.AllDirectories, p => Path.ChangeExtension(p, null));

    /// <summary>Gets ids of parliaments' countries.</summary>
    public IReadOnlyList<string> Countries => Ids("parliaments", "*.yaml", SearchOption.TopDirectoryOnly, p => Path.ChangeExtension(p, null));

    /// <summary>Gets ids of elections.</summary>
    public IReadOnlyList<string> ElectionIds => Ids("elections", "election.yaml", SearchOption.AllDirectories, p => Path.GetDirectoryName(p)!);

    /// <summary>Finds the folder that holds the data: the one named, or the nearest above the program that has laws/.</summary>
    /// <returns>Null where there is none.</returns>
    public static string? FindRoot(string? named)
    {
        if (!string.IsNullOrEmpty(named))
        {
            return Directory.Exists(Path.Combine(named, "laws")) ? Path.GetFullPath(named) : null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "laws")) && Directory.Exists(Path.Combine(folder.FullName, "elections")))
            {
                return folder.FullName;
            }
        }

        return null;
    }

    /// <summary>Loads what reads YAML: a program calls it on another core while it looks for what to read.</summary>
    public static void Prepare() => YamlFile.Parse("a: { b: [c] }", string.Empty, new Findings());

    /// <summary>Reads a law by its id.</summary>
    /// <returns>The law, or null with the findings that say why.</returns>
    public (Law? Law, Findings Findings) Law(string id)
    {
        lock (gate)
        {
            if (!laws.TryGetValue(id, out var entry))
            {
                var findings = new Findings();
                var law = Has("laws", id) ? LawReader.Read(Path.Combine(root, "laws", id + ".yaml"), $"laws/{id}.yaml", findings) : null;
                laws[id] = entry = (law, findings);
            }

            return entry;
        }
    }

    /// <summary>Reads a law file anywhere.</summary>
    public static (Law? Law, Findings Findings) LawFile(string path)
    {
        var findings = new Findings();
        return (LawReader.Read(path, path, findings), findings);
    }

    /// <summary>Finds a version by a reference such as <c>kz/majilis@2020-05-25</c>, or by a law's id and a day.</summary>
    /// <param name="reference">A law and its version, or a law alone.</param>
    /// <param name="on">The day on which a law named alone is applied.</param>
    /// <returns>Null where there is none or its law has faults.</returns>
    public LawVersion? Version(string reference, DateOnly? on = null)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return reference.Split('@') switch
        {
            [var id, var version] => Law(id).Law?.Version(version),
            [var id] when on is { } day => Law(id).Law?.On(day),
            _ => null,
        };
    }

    /// <summary>Reads an election by its id, or from a folder.</summary>
    /// <param name="idOrFolder">An id under <c>elections/</c>, or a path to a folder that has election.yaml.</param>
    /// <returns>The election, or null with every finding; no finding means there is no such election.</returns>
    public (Election? Election, Findings Findings) Election(string idOrFolder)
    {
        ArgumentNullException.ThrowIfNull(idOrFolder);
        var findings = new Findings();
        var isId = idOrFolder.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_');
        var folder = isId && File.Exists(Path.Combine(root, "elections", idOrFolder, "election.yaml")) ? Path.Combine(root, "elections", idOrFolder) : idOrFolder;
        if (!File.Exists(Path.Combine(folder, "election.yaml")))
        {
            return (null, findings);
        }

        var shown = folder == idOrFolder ? folder.TrimEnd('/') : $"elections/{idOrFolder}";
        return (ElectionReader.Read(folder, shown, Version, findings), findings);
    }

    /// <summary>Reads an election by its id only, never from a path; for callers that must not open other folders.</summary>
    public (Election? Election, Findings Findings) ElectionById(string id) =>
        Has("elections", id, "election.yaml") ? Election(id) : (null, new Findings());

    /// <summary>Reads a country's parliament.</summary>
    /// <returns>The parliament, or null with the findings; no finding means there is no such country.</returns>
    public (Parliament? Parliament, Findings Findings) Parliament(string country)
    {
        var findings = new Findings();
        return Has("parliaments", country)
            ? (ParliamentReader.Read(Path.Combine(root, "parliaments", country + ".yaml"), $"parliaments/{country}.yaml", findings), findings)
            : (null, findings);
    }

    /// <summary>Reads everything and tells what is wrong with it.</summary>
    /// <returns>Findings of laws, elections and parliaments; empty where all can be read.</returns>
    public IReadOnlyList<Finding> Faults() =>
    [
        .. LawIds.SelectMany(id => Law(id).Findings.All),
        .. ElectionIds.SelectMany(id => Election(id).Findings.All),
        .. Countries.SelectMany(country => Parliament(country).Findings.All),
    ];

    /// <summary>Whether an id is one of a folder: names joined by slashes, never a path that leads elsewhere.</summary>
    private bool Has(string folder, string id, string? file = null) =>
        id.Split('/').All(n => n is not ("" or "." or "..") && !n.Contains('\\', StringComparison.Ordinal) && !n.Contains(':', StringComparison.Ordinal))
        && File.Exists(file is null ? Path.Combine(root, folder, id + ".yaml") : Path.Combine(root, folder, id, file));

    private List<string> Ids(string folder, string pattern, SearchOption depth, Func<string, string> id)
    {
        var path = Path.Combine(root, folder);
        return !Directory.Exists(path)
            ? []
            : [.. Directory.EnumerateFiles(path, pattern, depth).Select(f => id(Path.GetRelativePath(path, f)).Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }
}
