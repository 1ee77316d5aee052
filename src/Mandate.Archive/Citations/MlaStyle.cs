namespace Mandate.Archive.Citations;

/// <summary>MLA, 9th edition: entries of the works cited, built of author, title and container.</summary>
internal static class MlaStyle
{
    /// <summary>Writes an entry.</summary>
    public static void Write(CitationTextBuilder text, CitedWork work)
    {
        // 5.5: a body that publishes its own work is named as the publisher only.
        var own = work.Kind is not (WorkKind.Article or WorkKind.Case) && work.Authors.Count == 0 && work.CorporateAuthors.Count == 1 && work.CorporateAuthors[0] == work.Publisher;
        if (!own && CitationNames.Mla(work.Credited) is { } authors)
        {
            text.Text(authors).Stop();
        }

        Title(text, work);
        var container = new Container(text);
        if (work.Kind is WorkKind.Case)
        {
            text.Next(" ", CitationDates.DayFirst(work.Date)).Stop();
        }
        else if (work.Kind is WorkKind.Issue && work.OwnTitle is not null && work.Serial is not null)
        {
            container.Add("special issue of ").AddItalic(work.Serial);
        }

        if (InSerial(work.Kind))
        {
            container.Serial(work.Kind is WorkKind.Issue ? null : work.Serial ?? work.SerialAbbreviation);
        }

        if (work.Kind is WorkKind.Code)
        {
            container.Next("title ", work.Serial is null && work.SerialAbbreviation is null ? null : work.Volume).Next(work.SectionText is ['§', ..] ? "section " : "", work.SectionText?.TrimStart('§', ' '));
        }
        else
        {
            container.Next("vol. ", work.Volume).Next("no. ", work.Issue).Next(work.NumberText == work.Number ? "" : "no. ", work.Number).Next("", work.Kind is WorkKind.Act ? work.SectionText : null);
        }

        container.Next("", InSerial(work.Kind) && work.Kind is not WorkKind.Code ? null : work.House);
        container.Next("", work.Kind is WorkKind.Case ? null : CitationDates.DayFirst(work.Date));
        if (InSerial(work.Kind) && work.Kind is not (WorkKind.Code or WorkKind.Issue))
        {
            var pages = CitationPages.Mla(work.FirstPage, work.LastPage);
            container.Next(pages is not null && pages.Contains('–', StringComparison.Ordinal) ? "pp. " : "p. ", pages);
        }

        container.Next("", work.Address.Length == 0 ? null : work.Address);
        text.Stop();
        if (work.Standing is { } standing)
        {
            text.Next(" ", Capital(standing)).Stop();
        }
    }

    /// <summary>Writes the citation in the text: <c>(Coleman 1)</c>.</summary>
    public static CitationTextBuilder? InText(CitationTextBuilder text, CitedWork work)
    {
        string[] names = [.. work.Credited.Select(name => name.Literal ?? name.Family ?? name.Given ?? name.Suffix ?? "")];
        text.Text("(");
        if (names.Length > 0)
        {
            text.Text(names.Length switch { 1 => names[0], 2 => $"{names[0]} and {names[1]}", _ => $"{names[0]} et al." });
        }
        else if ((work.OwnTitle ?? work.Serial ?? work.SerialAbbreviation) is not { } title)
        {
            return null;
        }
        else if (Quotes(work.Kind))
        {
            text.Text("“" + title + "”");
        }
        else
        {
            text.Italic(title);
        }

        return text.Next(" ", work.PinPage).Text(")");
    }

    private static bool InSerial(WorkKind kind) => LegalForm.Takes(kind) || kind is WorkKind.Article or WorkKind.Issue;

    private static bool Quotes(WorkKind kind) => kind is WorkKind.Article or WorkKind.Gazette or WorkKind.Debate;

    private static void Title(CitationTextBuilder text, CitedWork work)
    {
        if (work.Kind is WorkKind.Code && (work.Serial ?? work.SerialAbbreviation) is not null)
        {
            return;
        }

        var title = work.OwnTitle ?? (work.Kind is WorkKind.Issue ? work.Serial ?? work.SerialAbbreviation : null);
        if (title is null)
        {
            return;
        }

        text.Text(text.IsEmpty ? "" : " ");
        if (Quotes(work.Kind))
        {
            text.Quoted(title, '.');
        }
        else if (work.Kind is WorkKind.Act)
        {
            text.Text(title).Stop();
        }
        else
        {
            text.Italic(title).Stop();
        }
    }

    private static string Capital(string text) => text.Length == 0 || !char.IsAsciiLetterLower(text[0]) ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>Elements parted by commas; the first begins with a capital where a full stop goes before it.</summary>
    private sealed class Container(CitationTextBuilder text)
    {
        private bool begun;

        public Container Next(string label, string? value) => value is null ? this : Add(label + value);

        public Container Add(string element)
        {
            var lead = text.IsEmpty ? "" : begun ? ", " : " ";
            text.Text(lead + (begun || element.StartsWith("http", StringComparison.Ordinal) ? element : Capital(element)));
            begun = true;
            return this;
        }

        public void AddItalic(string piece) => text.Italic(piece);

        public void Serial(string? serial)
        {
            if (serial is not null)
            {
                text.Text(text.IsEmpty ? "" : " ").Italic(serial);
                begun = true;
            }
        }
    }
}
