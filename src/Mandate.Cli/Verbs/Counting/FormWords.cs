using Mandate.Results;

namespace Mandate.Cli.Verbs.Counting;

/// <summary>Finds forms and mappings that the words of a verb name.</summary>
internal static class FormWords
{
    /// <summary>The form and, where one is named, the mapping; or the exit code after saying what is wrong.</summary>
    public static (Form? Form, Mapping? Mapping, int Code) Find(Shell shell, string formId, string? mappingId)
    {
        if (shell.Catalogue() is not { } laws)
        {
            return (null, null, Exit.BadInput);
        }

        var catalogue = new FormCatalogue(laws.Root);
        var (form, faults) = catalogue.Form(formId);
        if (form is null)
        {
            return (null, null, faults.IsEmpty ? shell.Refuse($"Found no form '{formId}'; expected a YAML file or one of {string.Join(", ", catalogue.FormIds)}.") : shell.Refuse(faults));
        }

        var (mapping, code) = Mapping(shell, form, mappingId);
        return code == Exit.Done ? (form, mapping, code) : (null, null, code);
    }

    /// <summary>The mapping that is named, if any.</summary>
    public static (Mapping? Mapping, int Code) Mapping(Shell shell, Form form, string? mappingId)
    {
        if (mappingId is null)
        {
            return (null, Exit.Done);
        }

        if (shell.Catalogue() is not { } laws)
        {
            return (null, Exit.BadInput);
        }

        var catalogue = new FormCatalogue(laws.Root);
        var (mapping, faults) = catalogue.Mapping(mappingId, form);
        return mapping is not null ? (mapping, Exit.Done)
            : (null, faults.IsEmpty ? shell.Refuse($"Found no mapping '{mappingId}'; expected a YAML file or one of {string.Join(", ", catalogue.MappingIds)}.") : shell.Refuse(faults));
    }
}
