namespace Mandate.Archive.Citations;

/// <summary>The Bluebook, 21st edition, footnotes of law journals. Titles of papers are italic; what it sets in small capitals is upright here.</summary>
internal static class BluebookStyle
{
    private static readonly LegalForm Form = new(Pin: true, InThrees: true, Brief: true);

    /// <summary>Writes a footnote.</summary>
    public static void Write(CitationTextBuilder text, CitedWork work)
    {
        if (LegalForm.Takes(work.Kind))
        {
            Form.Write(text, work);
            text.Stop();
            return;
        }

        switch (work.Kind)
        {
            case WorkKind.Article:
                Article(text, work);
                break;
            case WorkKind.Issue:
                Issue(text, work);
                break;
            case WorkKind.Book:
                // Rule 15: the volume goes first, and only the year into the brackets.
                text.Next("", work.Volume).Next(" ", CitationNames.Bluebook(work.Credited)).Next(work.Volume is not null && work.Credited.Count == 0 ? " " : ", ", work.OwnTitle);
                Pin(text, work);
                LegalForm.Paren(text, CitationDates.Year(work.Date));
                break;
            case WorkKind.Report:
                // Kevin J. Coleman, Cong. Rsch. Serv., R42139, Contemporary Developments 5 (2012)
                text.Next("", CitationNames.Bluebook(work.Credited)).Next(", ", work.Authors.Count > 0 ? work.House : null).Next(", ", work.NumberText).Next(", ", work.OwnTitle);
                Pin(text, work);
                LegalForm.Paren(text, CitationDates.Year(work.Date));
                break;
            default:
                text.Next("", CitationNames.Bluebook(work.Credited)).Next(", ", work.OwnTitle).Next(", ", work.NumberText).Next(", ", work.SectionText).Next(", at ", Form.Page(work.PinPage));
                LegalForm.Paren(text, CitationDates.MonthFirst(work.Date, true));
                break;
        }

        if (work.Standing is { } standing)
        {
            LegalForm.Paren(text, standing);
        }

        // Rule 18.2.1: what is cited by volume and page is found in print; the others say where they are.
        if (work.Kind is WorkKind.Report or WorkKind.Protocol or WorkKind.Document && work.Address.Length > 0)
        {
            text.Next(", ", work.Address);
        }

        text.Stop();
    }

    // Rule 16.4: Author, Title, 12 Const. L.J. 45, 47 (2019). Rule 16.5, no volume: Author, Title, Const. L.J., Jan. 2019, at 45, 47.
    private static void Article(CitationTextBuilder text, CitedWork work)
    {
        text.Next("", CitationNames.Bluebook(work.Credited));
        if (work.OwnTitle is { } title)
        {
            text.Text(text.IsEmpty ? "" : ", ").Italic(title);
        }

        if (work.Volume is not null || work.ShortSerial is null)
        {
            Form.Source(text, work);
            LegalForm.Paren(text, CitationDates.Year(work.Date));
            return;
        }

        text.Next(", ", work.ShortSerial).Next(", no. ", work.Issue).Next(", ", CitationDates.MonthFirst(work.Date, true));
        text.Next(", at ", Form.Page(work.FirstPage));
        text.Next(work.FirstPage is null ? ", at " : ", ", work.PinPage == work.FirstPage ? null : Form.Page(work.PinPage));
    }

    private static void Issue(CitationTextBuilder text, CitedWork work)
    {
        text.Next(", ", work.ShortSerial is null ? null : work.OwnTitle).Next(", ", work.Volume);
        text.Next(work.Volume is null ? ", " : " ", work.ShortSerial ?? work.OwnTitle).Next(", no. ", work.Issue).Next(", at ", Form.Page(work.PinPage));
        LegalForm.Paren(text, CitationDates.MonthFirst(work.Date, true));
    }

    // Rule 3.2(a): "at" where the page could be taken for a part of the title.
    private static void Pin(CitationTextBuilder text, CitedWork work) =>
        text.Next(work.OwnTitle is null or [.., >= '0' and <= '9'] ? ", at " : " ", Form.Page(work.PinPage));
}
