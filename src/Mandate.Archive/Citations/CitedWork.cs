using System.Text;

namespace Mandate.Archive.Citations;

/// <summary>What kind of work is cited; it decides the form.</summary>
internal enum WorkKind
{
    /// <summary>A paper in a journal.</summary>
    Article,

    /// <summary>An act of a parliament, or another normative act.</summary>
    Act,

    /// <summary>A section of a code.</summary>
    Code,

    /// <summary>A notice or rule in an official gazette.</summary>
    Gazette,

    /// <summary>A report of a series.</summary>
    Report,

    /// <summary>A protocol of an election.</summary>
    Protocol,

    /// <summary>A book.</summary>
    Book,

    /// <summary>A whole issue of a serial.</summary>
    Issue,

    /// <summary>A decision of a court.</summary>
    Case,

    /// <summary>A speech or sitting in the record of a chamber.</summary>
    Debate,

    /// <summary>Anything else.</summary>
    Document,
}

/// <summary>A work, or a page of it, with all that a citation says. What is not known is null, never blank.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Title">Its title, as it is to be printed; letters are never changed from large to small.</param>
/// <param name="Authors">People who wrote it, in their order; in a debate, who spoke.</param>
/// <param name="CorporateAuthors">Bodies that wrote it; in a case, the court.</param>
/// <param name="Serial">Full title of the serial, reporter or code it stands in.</param>
/// <param name="SerialAbbreviation">That title as citations shorten it.</param>
/// <param name="Volume">Volume of the serial or book; in a code, its title's number.</param>
/// <param name="Issue">Number of the issue in its volume or year.</param>
/// <param name="Number">Number of the report, act, protocol or case, such as <c>IN11581</c>.</param>
/// <param name="FirstPage">Printed label of its first page.</param>
/// <param name="LastPage">Printed label of its last page.</param>
/// <param name="PinPage">Printed label of the page cited; null where the whole work is.</param>
/// <param name="Date">When it was published.</param>
/// <param name="Place">Where it was published.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Section">The section or article cited, such as <c>552a</c> or <c>97-1</c>.</param>
/// <param name="Issn">ISSN of the serial.</param>
/// <param name="Isbn">ISBN of the book.</param>
/// <param name="Language">Language of the work (ISO 639-1).</param>
/// <param name="Handle">Its handle.</param>
/// <param name="Address">Its permanent URL, or that of the page.</param>
/// <param name="Standing">What a reader must know before relying on it, such as <c>unofficial translation</c>.</param>
internal sealed record CitedWork(
    WorkKind Kind,
    string Title,
    IReadOnlyList<CitedName> Authors,
    IReadOnlyList<string> CorporateAuthors,
    string? Serial,
    string? SerialAbbreviation,
    string? Volume,
    string? Issue,
    string? Number,
    string? FirstPage,
    string? LastPage,
    string? PinPage,
    PartialDate? Date,
    string? Place,
    string? Publisher,
    string? Section,
    string? Issn,
    string? Isbn,
    string Language,
    string Handle,
    string Address,
    string? Standing)
{
    /// <summary>The serial as a citation names it: shortened where a short form is known.</summary>
    public string? ShortSerial => SerialAbbreviation ?? Serial;

    /// <summary>The title where it says more than the serial's name does; else null.</summary>
    public string? OwnTitle => Title.Length == 0 || Title == Serial || Title == SerialAbbreviation ? null : Title;

    /// <summary>The body that publishes it, where people wrote it and no publisher is named: the corporate author.</summary>
    public string? House => Publisher ?? (Authors.Count > 0 && CorporateAuthors.Count > 0 ? string.Join(", ", CorporateAuthors) : null);

    /// <summary>Who is named as its author: the people, or the bodies where there are none.</summary>
    public IReadOnlyList<CitedName> Credited => Authors.Count > 0 ? Authors : [.. CorporateAuthors.Select(body => new CitedName(null, null, null, body))];

    /// <summary>The section as English citations write it: <c>§ 552</c> of an English text, <c>art. 97-1</c> of another.</summary>
    public string? SectionText => Section is [>= '0' and <= '9', ..] ? (Language == "en" ? "§ " : "art. ") + Section : Section;

    /// <summary>The number as English citations write it: <c>No. 12</c>, but <c>IN11581</c> or <c>Pub. L. No. 91-190</c> as it is.</summary>
    public string? NumberText => Number is [>= '0' and <= '9', ..] ? "No. " + Number : Number;

    /// <summary>The same work with white space squeezed, control characters gone and empty values null.</summary>
    public CitedWork Tidied() => this with
    {
        Title = Tidy(Title) ?? "",
        Authors = [.. Authors.Select(name => new CitedName(Tidy(name.Given), Tidy(name.Family), Tidy(name.Suffix), Tidy(name.Literal))).Where(name => name.Straight(" ").Length > 0)],
        CorporateAuthors = [.. CorporateAuthors.Select(Tidy).OfType<string>()],
        Serial = Tidy(Serial),
        SerialAbbreviation = Tidy(SerialAbbreviation),
        Volume = Tidy(Volume),
        Issue = Tidy(Issue),
        Number = Tidy(Number),
        FirstPage = Tidy(FirstPage),
        LastPage = Tidy(LastPage),
        PinPage = Tidy(PinPage),
        Place = Tidy(Place),
        Publisher = Tidy(Publisher),
        Section = Tidy(Section),
        Issn = Tidy(Issn),
        Isbn = Tidy(Isbn),
        Language = Tidy(Language) ?? "",
        Handle = Tidy(Handle) ?? "",
        Address = Tidy(Address) ?? "",
        Standing = Tidy(Standing),
    };

    private static string? Tidy(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var tidy = new StringBuilder(text.Length);
        var space = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                space = tidy.Length > 0;
                continue;
            }

            tidy.Append(space ? " " : "").Append(rune);
            space = false;
        }

        return tidy.Length == 0 ? null : tidy.ToString();
    }
}
