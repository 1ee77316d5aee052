namespace Mandate.Laws;

/// <summary>One fault in a file: where it is, what stands there and what was expected.</summary>
/// <param name="File">Path as the user knows it.</param>
/// <param name="Line">Line, 1 for the first; 0 where the fault is the file itself.</param>
/// <param name="Column">Column, 1 for the first; 0 where the fault is the file itself.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What was expected, and what to do.</param>
public sealed record Finding(string File, int Line, int Column, string Found, string Expected)
{
    /// <summary>Writes <c>file:line:column: found …; expected …</c>, as editors read it.</summary>
    public override string ToString()
    {
        var place = Line == 0 ? File : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
        return $"{place}: found {Found}; expected {Expected}";
    }
}

/// <summary>Findings as they are met; the first thousand are kept and the rest counted.</summary>
public sealed class Findings
{
    private const int Most = 1000;
    private readonly List<Finding> list = [];

    /// <summary>Gets all findings, by file, line and column.</summary>
    public IReadOnlyList<Finding> All => [.. list.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column)];

    /// <summary>Gets how many more there were than are kept.</summary>
    public int More { get; private set; }

    /// <summary>Gets whether there is none.</summary>
    public bool IsEmpty => list.Count == 0;

    /// <summary>Notes a finding; past the limit it is only counted.</summary>
    public void Add(Finding finding)
    {
        if (list.Count < Most)
        {
            list.Add(finding);
        }
        else
        {
            More++;
        }
    }
}
