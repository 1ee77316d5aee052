using Mandate.Laws;

namespace Mandate.Results;

/// <summary>Which column of a file is which figure of a form.</summary>
/// <param name="Form">Id of the form.</param>
/// <param name="Title">What files it is for.</param>
/// <param name="Format">What is known of the file; the rest is detected and said.</param>
/// <param name="Unit">Columns that together name a unit.</param>
/// <param name="Figures">Columns by figure.</param>
/// <param name="Absent">Figures that this election's form does not have.</param>
/// <param name="Lists">The lists with their columns, in the order of the ballot; empty where <paramref name="Range"/> names them.</param>
/// <param name="Range">Lists that are a range of columns, or null.</param>
/// <param name="Sources">Where files of this kind are found.</param>
public sealed record Mapping(
    string Form, Words Title, FileFormat Format, UnitColumns Unit, IReadOnlyList<FigureColumn> Figures, IReadOnlyList<string> Absent,
    IReadOnlyList<ListColumns> Lists, ListRange? Range, IReadOnlyList<SourceNote> Sources);

/// <summary>What a mapping says of a file; null is detected.</summary>
/// <param name="Encoding">Name of the encoding, such as <c>windows-1251</c>.</param>
/// <param name="Delimiter">The letter between fields.</param>
/// <param name="ThousandsMark">What sets thousands apart.</param>
/// <param name="DecimalMark">What stands before decimals, which must be zeros.</param>
/// <param name="Member">The file inside a zip that has several.</param>
/// <param name="HeaderRow">The row of column names, 1 for the first.</param>
/// <param name="Blank">Texts that mean unknown, such as a dash; an empty cell always does.</param>
public sealed record FileFormat(string? Encoding, char? Delimiter, char? ThousandsMark, char? DecimalMark, string? Member, int HeaderRow, IReadOnlyList<string> Blank)
{
    /// <summary>Gets a format of which nothing is known.</summary>
    public static FileFormat Unknown { get; } = new(null, null, null, null, null, 1, []);
}

/// <summary>The columns that name a unit.</summary>
/// <param name="Columns">A header, or <c>#5</c> for the fifth column.</param>
/// <param name="Numbered">Whether rows that repeat a unit are told apart by their row; otherwise a repeated unit is a fault.</param>
/// <param name="First">Ids of units by what the first column calls them, where the two differ.</param>
public sealed record UnitColumns(IReadOnlyList<string> Columns, bool Numbered, IReadOnlyDictionary<string, string> First)
{
    /// <summary>Makes one whose first column has the units' ids.</summary>
    public UnitColumns(IReadOnlyList<string> columns, bool numbered)
        : this(columns, numbered, new Dictionary<string, string>())
    {
    }
}

/// <summary>A figure and its column.</summary>
/// <param name="Figure">Id of the figure.</param>
/// <param name="Column">A header, or <c>#5</c> for the fifth column.</param>
public sealed record FigureColumn(string Figure, string Column);

/// <summary>A list and its columns.</summary>
/// <param name="Id">Id of the list.</param>
/// <param name="Columns">Column by figure; a figure with candidates has as many as there are candidates.</param>
public sealed record ListColumns(string Id, IReadOnlyList<FigureColumn> Columns);

/// <summary>Lists that are all columns behind one; the header is the list's id.</summary>
/// <param name="Figure">The figure they hold.</param>
/// <param name="After">The column before the first.</param>
/// <param name="Except">Columns that are no list.</param>
public sealed record ListRange(string Figure, string After, IReadOnlyList<string> Except);
