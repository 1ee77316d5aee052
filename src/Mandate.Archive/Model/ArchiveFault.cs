using System.Globalization;

namespace Mandate.Archive;

/// <summary>One fault in what is brought to the archive: where it is, what stands there and what was expected.</summary>
/// <param name="File">The file as the user knows it.</param>
/// <param name="Line">Line, 1 for the first; 0 where the fault is the file itself.</param>
/// <param name="Column">Column, 1 for the first (of a table: the field's number); 0 where the fault is the file itself.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What was expected, or what to do.</param>
public sealed record ArchiveFault(string File, int Line, int Column, string Found, string Expected)
{
    /// <summary>Writes <c>file:line:column: found …; expected …</c>, as editors read it.</summary>
    public override string ToString()
    {
        var place = Line == 0 ? File : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
        return $"{place}: found {Found}; expected {Expected}";
    }
}
