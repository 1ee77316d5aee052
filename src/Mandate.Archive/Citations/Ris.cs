using System.Globalization;
using System.Text;

namespace Mandate.Archive.Citations;

/// <summary>RIS, which reference managers import: a tag a line, lines ended by CR LF.</summary>
internal static class Ris
{
    /// <summary>Writes one record, from <c>TY</c> to <c>ER</c>.</summary>
    public static string Write(CitedWork work)
    {
        // Tidying leaves no line break in a value, so none can begin a tag of its own.
        work = work.Tidied();
        var text = new StringBuilder();
        Line("TY", Type(work.Kind));
        Line("ID", work.Handle);
        Line("TI", work.Title);
        foreach (var name in work.Credited)
        {
            Line("AU", name.Inverted());
        }

        Line("T2", work.Serial);
        Line("J2", work.SerialAbbreviation);
        Line("VL", work.Volume);
        Line("IS", work.Issue);
        Line("M1", work.Number);
        Line("SE", work.Section);
        Line("SP", work.FirstPage);
        Line("EP", work.LastPage);
        if (work.Date is { } date)
        {
            var year = date.Year.ToString("0000", CultureInfo.InvariantCulture);
            Line("PY", year);
            Line("DA", $"{year}/{PartialDate.Two(date.Month)}/{PartialDate.Two(date.Day)}/");
        }

        Line("PB", work.House);
        Line("CY", work.Place);
        Line("SN", work.Isbn ?? work.Issn);
        Line("LA", work.Language);
        Line("UR", work.Address);
        Line("N1", work.Standing);
        return text.Append("ER  - \r\n").ToString();

        void Line(string tag, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.Append(tag).Append("  - ").Append(value).Append("\r\n");
            }
        }
    }

    private static string Type(WorkKind kind) => kind switch
    {
        WorkKind.Article => "JOUR",
        WorkKind.Act or WorkKind.Code => "STAT",
        WorkKind.Gazette or WorkKind.Protocol or WorkKind.Debate => "GOVDOC",
        WorkKind.Report => "RPRT",
        WorkKind.Book => "BOOK",
        WorkKind.Issue => "JFULL",
        WorkKind.Case => "CASE",
        _ => "GEN",
    };
}
