using Mandate.Laws;
using Mandate.Results.Forms;

namespace Mandate.Results;

/// <summary>The forms in a folder's <c>forms/</c> and the mappings in its <c>forms/mappings/</c>.</summary>
/// <param name="root">The folder.</param>
public sealed class FormCatalogue(string root)
{
    /// <summary>Gets ids of forms.</summary>
    public IReadOnlyList<string> FormIds => Ids("forms");

    /// <summary>Gets ids of mappings.</summary>
    public IReadOnlyList<string> MappingIds => Ids("forms/mappings");

    /// <summary>Reads a form by its id or from a file.</summary>
    /// <returns>The form, or null with every finding; no finding means there is no such form.</returns>
    public (Form? Form, Findings Findings) Form(string idOrFile)
    {
        var findings = new Findings();
        return Place("forms", FormIds, idOrFile) is var (path, shown) ? (FormReader.Read(path, shown, findings), findings) : (null, findings);
    }

    /// <summary>Reads a mapping by its id or from a file.</summary>
    /// <param name="idOrFile">An id, or a path to a YAML file.</param>
    /// <param name="form">The form whose figures it names.</param>
    /// <returns>The mapping, or null with every finding; no finding means there is no such mapping.</returns>
    public (Mapping? Mapping, Findings Findings) Mapping(string idOrFile, Form form)
    {
        var findings = new Findings();
        return Place("forms/mappings", MappingIds, idOrFile) is var (path, shown) ? (MappingReader.Read(path, shown, form, findings), findings) : (null, findings);
    }

    private (string Path, string Shown)? Place(string folder, IReadOnlyList<string> ids, string idOrFile) =>
        ids.Contains(idOrFile) ? (Path.Combine(root, folder, idOrFile + ".yaml"), $"{folder}/{idOrFile}.yaml")
        : File.Exists(idOrFile) ? (idOrFile, idOrFile)
        : null;

    private List<string> Ids(string folder)
    {
        var path = Path.Combine(root, folder);
        return Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)] : [];
    }
}
