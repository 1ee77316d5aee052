namespace Mandate.Archive.Search.Queries;

/// <summary>Reads the dates of queries.</summary>
internal static class QueryDates
{
    private const string Rule = "write date:2019, date:2019-05, date:2019-05-17, date:2019..2021, date:2019.., date:..2021 or date:[2019 TO 2021]";

    /// <summary>Reads a date or a range of dates.</summary>
    /// <exception cref="QueryException">It is none, or ends before it begins.</exception>
    public static DateNode Read(Lexed piece)
    {
        var text = piece.Text.Trim();
        var ends = piece.Kind == LexedKind.Range ? text.Split(" TO ") : text.Split("..");
        if (piece.Tilde is not null || ends.Length > 2 || (piece.Kind == LexedKind.Range && ends.Length != 2) || (ends is [var one] && IsOpen(one)))
        {
            throw new QueryException(piece.At, $"Found '{text}', which is no date; {Rule}.");
        }

        var first = End(ends[0].Trim()) is { } from ? from.First : 0;
        var last = End(ends[^1].Trim()) is { } to ? to.Last : int.MaxValue;
        return first <= last ? new DateNode(first, last) : throw new QueryException(piece.At, $"The range '{text}' ends before it begins; turn it round.");

        DateSpan? End(string end) => IsOpen(end) ? null : DateSpan.Read(end) ?? throw new QueryException(piece.At, $"Found '{end}', which is no date; {Rule}.");
    }

    private static bool IsOpen(string end) => end is "" or "*";
}
