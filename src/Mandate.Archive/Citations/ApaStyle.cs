namespace Mandate.Archive.Citations;

/// <summary>APA, 7th edition: entries of the reference list. Legal works take chapter 11's form.</summary>
internal static class ApaStyle
{
    private static readonly LegalForm Form = new(Pin: false, InThrees: false, Brief: false);

    /// <summary>Writes an entry.</summary>
    public static void Write(CitationTextBuilder text, CitedWork work)
    {
        if (LegalForm.Takes(work.Kind))
        {
            Form.Write(text, work);
            text.Stop();
        }
        else
        {
            Entry(text, work);
        }

        if (work.Address.Length > 0)
        {
            text.Next(" ", work.Address);
        }
    }

    /// <summary>Writes the citation in the text: <c>(Coleman, 2021, p. 1)</c>.</summary>
    public static CitationTextBuilder InText(CitationTextBuilder text, CitedWork work)
    {
        text.Text("(");
        string[] names = [.. work.Credited.Select(name => name.Literal ?? name.Family ?? name.Given ?? name.Suffix ?? "")];
        if (LegalForm.Takes(work.Kind) || names.Length == 0)
        {
            Named(text, work);
        }
        else
        {
            text.Text(names.Length switch { 1 => names[0], 2 => $"{names[0]} & {names[1]}", _ => $"{names[0]} et al." });
        }

        // A title in quotation marks brings its comma.
        return text.Next(names.Length == 0 && work.Kind is WorkKind.Article ? " " : ", ", CitationDates.Year(work.Date)).Next(", p. ", work.PinPage).Text(")");
    }

    private static void Named(CitationTextBuilder text, CitedWork work)
    {
        var title = work.OwnTitle ?? work.ShortSerial ?? work.NumberText ?? work.Handle;
        if (work.Kind is WorkKind.Article)
        {
            text.Quoted(title, ',');
        }
        else if (LegalForm.Takes(work.Kind) && work.Kind != WorkKind.Case)
        {
            text.Text(title);
        }
        else
        {
            text.Italic(title);
        }
    }

    private static void Entry(CitationTextBuilder text, CitedWork work)
    {
        var authors = CitationNames.Apa(work.Credited);
        if (authors is not null)
        {
            text.Text(authors).Stop();
        }

        // Without an author the title comes before the date; an issue's title is the serial itself.
        if (authors is null)
        {
            Title(text, work);
        }

        var date = work.Kind is WorkKind.Protocol or WorkKind.Document ? CitationDates.YearFirst(work.Date) : CitationDates.Year(work.Date);
        text.Next(" ", "(" + date + ").");
        if (authors is not null)
        {
            Title(text, work);
        }

        if (work.Kind is WorkKind.Article || (work.Kind is WorkKind.Issue && work.OwnTitle is not null))
        {
            Serial(text, work);
        }
        else if (work.Kind is not WorkKind.Issue && work.House is { } house && !(work.Authors.Count == 0 && work.CorporateAuthors.Count == 1 && work.CorporateAuthors[0] == house))
        {
            text.Next(" ", house).Stop();
        }
    }

    private static void Title(CitationTextBuilder text, CitedWork work)
    {
        var space = text.IsEmpty ? "" : " ";
        switch (work.Kind)
        {
            case WorkKind.Article:
                text.Next(space, work.OwnTitle);
                break;
            case WorkKind.Issue when work.OwnTitle is null:
                Serial(text, work, stop: false);
                break;
            case WorkKind.Issue:
                text.Text(space + work.OwnTitle + " [Special issue]");
                break;
            default:
                var title = work.OwnTitle ?? work.ShortSerial ?? work.Handle;
                text.Text(title.Length == 0 ? "" : space).Italic(title);
                break;
        }

        if (work.Kind is WorkKind.Report or WorkKind.Book or WorkKind.Protocol or WorkKind.Document)
        {
            var number = work.Kind is WorkKind.Report && work.Number is { } report && report == work.NumberText && !report.Contains(' ', StringComparison.Ordinal) ? "Report No. " + report : work.NumberText;
            var volume = work.Volume is null ? null : "Vol. " + work.Volume;
            if (number is not null || volume is not null)
            {
                LegalForm.Paren(text, string.Join(", ", new[] { number, volume }.Where(part => part is not null)));
            }
        }

        text.Next(" [", work.Standing, "]").Stop();
    }

    private static void Serial(CitationTextBuilder text, CitedWork work, bool stop = true)
    {
        if (work.Serial is null && work.SerialAbbreviation is null)
        {
            return;
        }

        text.Text(text.IsEmpty ? "" : " ").Italic(work.Serial ?? work.SerialAbbreviation!);
        if (work.Volume is { } volume)
        {
            text.Text(", ").Italic(volume).Next("(", work.Issue, ")");
        }
        else
        {
            text.Next(", (", work.Issue, ")");
        }

        text.Next(", ", work.Kind is WorkKind.Article ? CitationPages.Whole(work.FirstPage, work.LastPage) : null);
        if (stop)
        {
            text.Stop();
        }
    }
}
