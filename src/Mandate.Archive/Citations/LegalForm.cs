namespace Mandate.Archive.Citations;

/// <summary>Acts, codes, gazettes, cases and debates: Bluebook's form, which APA (chapter 11) and Chicago (14.269 and after) take over.</summary>
/// <param name="Pin">Whether the page cited is named.</param>
/// <param name="InThrees">Whether numbers from 10,000 on have commas.</param>
/// <param name="Brief">Whether months are shortened.</param>
internal sealed record LegalForm(bool Pin, bool InThrees, bool Brief)
{
    /// <summary>Whether a kind of work is cited in this form.</summary>
    public static bool Takes(WorkKind kind) => kind is WorkKind.Act or WorkKind.Code or WorkKind.Gazette or WorkKind.Case or WorkKind.Debate;

    /// <summary>Writes the citation without its final stop and address.</summary>
    public void Write(CitationTextBuilder text, CitedWork work)
    {
        switch (work.Kind)
        {
            case WorkKind.Act:
                // National Environmental Policy Act of 1969, Pub. L. No. 91-190, § 102, 83 Stat. 852, 853 (1970)
                text.Next(", ", work.OwnTitle).Next(", ", work.NumberText).Next(", ", work.SectionText);
                Source(text, work);
                Paren(text, CitationDates.Year(work.Date));
                break;
            case WorkKind.Code:
                // 5 U.S.C. § 552 (2018); Constitution of the Republic of Kazakhstan, art. 51 (1995)
                text.Next(", ", work.ShortSerial is null ? work.OwnTitle : work.Volume).Next(" ", work.ShortSerial);
                text.Next(work.SectionText is ['§', ..] && work.ShortSerial is not null ? " " : ", ", work.SectionText);
                Paren(text, CitationDates.Year(work.Date));
                break;
            case WorkKind.Gazette:
                // Importation of Fruits and Vegetables, 60 Fed. Reg. 50,379, 50,381 (Sept. 29, 1995)
                text.Next(", ", work.OwnTitle).Next(", ", work.NumberText);
                Source(text, work);
                Paren(text, CitationDates.MonthFirst(work.Date, Brief));
                break;
            case WorkKind.Case:
                Case(text, work);
                break;
            case WorkKind.Debate:
                // 123 Cong. Rec. 17,147 (1977) (statement of Rep. Alexander)
                text.Next(", ", work.ShortSerial is null ? work.OwnTitle ?? work.NumberText : null);
                Source(text, work);
                Paren(text, work.Volume is null ? CitationDates.MonthFirst(work.Date, Brief) : CitationDates.Year(work.Date));
                if (CitationNames.Bluebook(work.Authors) is { } speakers)
                {
                    Paren(text, "statement of " + speakers);
                }

                break;
            default:
                throw new InvalidOperationException($"Bug in {nameof(LegalForm)}: it has no form for {work.Kind}.");
        }

        if (work.Standing is { } standing)
        {
            Paren(text, standing);
        }
    }

    /// <summary>Adds something in round brackets.</summary>
    public static void Paren(CitationTextBuilder text, string inside) => text.Next(" ", "(" + inside + ")");

    /// <summary>A label of a page as the style prints it.</summary>
    public string? Page(string? label) => label is not null && InThrees ? CitationPages.InThrees(label) : label;

    /// <summary>The volume, serial and pages: <c>, 86 Fed. Reg. 1234, 1236</c>, or without a volume <c>, Vedomosti, no. 17, at 114</c>; only the page where there is no serial.</summary>
    public void Source(CitationTextBuilder text, CitedWork work)
    {
        var pin = Pin && work.PinPage != work.FirstPage ? Page(work.PinPage) : null;
        if (work.ShortSerial is not { } serial)
        {
            text.Next(", at ", Pin ? Page(work.PinPage) : null);
        }
        else if (work is { Volume: { } volume, FirstPage: not null })
        {
            text.Next(", ", volume).Next(" ", serial).Next(" ", Page(work.FirstPage)).Next(", ", pin);
        }
        else
        {
            text.Next(", ", work.Volume is { } alone ? alone + " " + serial : serial).Next(", no. ", work.Issue);
            text.Next(", at ", Page(work.FirstPage)).Next(work.FirstPage is null ? ", at " : ", ", pin);
        }
    }

    // Roe v. Wade, 410 U.S. 113, 116 (1973); Name, No. 12-345, at 3 (Constitutional Council Jan. 22, 2021)
    private void Case(CitationTextBuilder text, CitedWork work)
    {
        text.Next(", ", work.OwnTitle).Next(", ", work.ShortSerial is null ? work.NumberText : null);
        Source(text, work);
        var court = work.CorporateAuthors.Count == 0 ? "" : work.CorporateAuthors[0] + " ";
        Paren(text, court + (work.ShortSerial is null ? CitationDates.MonthFirst(work.Date, Brief) : CitationDates.Year(work.Date)));
    }
}
