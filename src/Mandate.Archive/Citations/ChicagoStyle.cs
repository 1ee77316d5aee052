namespace Mandate.Archive.Citations;

/// <summary>Chicago, 17th edition, notes and bibliography: full notes. Legal works take the Bluebook's form, as 14.269 asks.</summary>
internal static class ChicagoStyle
{
    private static readonly LegalForm Form = new(Pin: true, InThrees: true, Brief: true);

    /// <summary>Writes a note.</summary>
    public static void Write(CitationTextBuilder text, CitedWork work)
    {
        if (LegalForm.Takes(work.Kind))
        {
            Form.Write(text, work);
        }
        else
        {
            Note(text, work);
            text.Next(", ", work.Standing);
        }

        text.Next(", ", work.Address.Length == 0 ? null : work.Address).Stop();
    }

    private static void Note(CitationTextBuilder text, CitedWork work)
    {
        text.Next("", CitationNames.Chicago(work.Kind is WorkKind.Issue ? work.Authors : work.Credited));
        switch (work.Kind)
        {
            case WorkKind.Article:
                Quoted(text, work.OwnTitle);
                Serial(text, work);
                text.Next(": ", work.PinPage ?? CitationPages.Chicago(work.FirstPage, work.LastPage));
                break;
            case WorkKind.Issue:
                if (work.OwnTitle is not null && work.Serial is not null)
                {
                    Quoted(text, work.OwnTitle);
                    text.Text(" special issue,");
                }

                Serial(text, work);
                text.Next(": ", work.PinPage);
                break;
            case WorkKind.Protocol:
                // 14.229 and after: what was never published has its title upright.
                Quoted(text, work.OwnTitle);
                text.Next(work.OwnTitle is null ? ", " : " ", work.NumberText is { } number ? Low(number) + "," : null).Next(" ", CitationDates.MonthFirst(work.Date, false));
                text.Next(", ", work.Place).Next(", ", work.PinPage);
                break;
            default:
                if (work.OwnTitle is { } title)
                {
                    text.Text(text.IsEmpty ? "" : ", ").Italic(title);
                }

                text.Next(", vol. ", work.Volume).Next(", ", work.NumberText is { } written ? Low(written) : null);
                LegalForm.Paren(text, Facts(work));
                text.Next(", ", work.PinPage);
                break;
        }
    }

    // Serial 12, no. 3 (2019)
    private static void Serial(CitationTextBuilder text, CitedWork work)
    {
        if ((work.Serial ?? work.SerialAbbreviation ?? (work.Kind is WorkKind.Issue ? work.OwnTitle : null)) is { } serial)
        {
            text.Text(text.IsEmpty ? "" : " ").Italic(serial).Next(" ", work.Volume).Next(", no. ", work.Issue);
        }

        LegalForm.Paren(text, work.Kind is WorkKind.Issue ? CitationDates.MonthFirst(work.Date, false) : CitationDates.Year(work.Date));
    }

    // Place: Publisher, date
    private static string Facts(CitedWork work)
    {
        var house = work.Place is null ? work.House : work.House is null ? work.Place : work.Place + ": " + work.House;
        var date = work.Kind is WorkKind.Book ? CitationDates.Year(work.Date) : CitationDates.MonthFirst(work.Date, false);
        return house is null ? date : house + ", " + date;
    }

    private static void Quoted(CitationTextBuilder text, string? title)
    {
        if (title is not null)
        {
            text.Text(text.IsEmpty ? "" : ", ").Quoted(title, ',');
        }
    }

    private static string Low(string number) => number.StartsWith("No. ", StringComparison.Ordinal) ? "no. " + number[4..] : number;
}
