namespace Mandate.Electoral.Steps;

/// <summary>A named table of whole numbers by contender within one constituency; a set is a table of ones.</summary>
/// <remarks>Rows keep ballot order. A table is written once and never changed.</remarks>
public sealed class Table
{
    private readonly Dictionary<string, long> rows;

    /// <summary>Makes a table of rows in ballot order.</summary>
    public Table(IEnumerable<KeyValuePair<string, long>> rows)
    {
        this.rows = new Dictionary<string, long>(rows, StringComparer.Ordinal);
        Contenders = [.. this.rows.Keys];
    }

    /// <summary>Gets the contenders that have a row.</summary>
    public IReadOnlyList<string> Contenders { get; }

    /// <summary>Gets the number of rows.</summary>
    public int Count => rows.Count;

    /// <summary>The number of a contender; 0 where it has no row.</summary>
    public long this[string contender] => rows.GetValueOrDefault(contender);

    /// <summary>A table that says only who is in it.</summary>
    public static Table Of(IEnumerable<string> contenders) => new(contenders.Select(c => KeyValuePair.Create(c, 1L)));

    /// <summary>Whether a contender has a row.</summary>
    public bool Has(string contender) => rows.ContainsKey(contender);
}
