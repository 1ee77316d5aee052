namespace Mandate.Archive;

/// <summary>Faults as they are met; the first ten thousand are kept and the rest counted.</summary>
internal sealed class ArchiveFaults
{
    /// <summary>How many are kept.</summary>
    public const int Most = 10_000;

    private readonly List<ArchiveFault> list = [];

    /// <summary>Gets the faults by file, line and column.</summary>
    public IReadOnlyList<ArchiveFault> All => [.. list.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column)];

    /// <summary>Gets how many more there were than are kept.</summary>
    public int More { get; private set; }

    /// <summary>Gets how many there were.</summary>
    public int Count => list.Count + More;

    /// <summary>Notes a fault of a whole file.</summary>
    public void Add(string file, string found, string expected) => Add(file, 0, 0, found, expected);

    /// <summary>Notes a fault at a place.</summary>
    public void Add(string file, int line, int column, string found, string expected)
    {
        if (list.Count < Most)
        {
            list.Add(new ArchiveFault(file, line, column, found, expected));
        }
        else
        {
            More++;
        }
    }
}
