namespace Mandate.Archive.Citations;

/// <summary>The manuals that citations follow.</summary>
internal enum CitationStyle
{
    /// <summary>The Bluebook, as law journals print footnotes; large and small capitals are printed as plain letters.</summary>
    Bluebook,

    /// <summary>APA, 7th edition: an entry of the reference list.</summary>
    Apa,

    /// <summary>MLA, 9th edition: an entry of the works cited.</summary>
    Mla,

    /// <summary>Chicago, 17th edition, notes and bibliography: a full note.</summary>
    Chicago,
}

/// <summary>Writes citations in the styles.</summary>
/// <remarks>
/// <para>
/// Forms of their own: articles, acts, codes, gazettes, reports, books, cases and debates in every style, and a whole
/// issue of a serial. A protocol and any other document take the general form of each style (author, title, number, publisher,
/// date, page, address), and so does a whole issue in the Bluebook, which has no rule for it.
/// </para>
/// <para>
/// Notes (Bluebook, Chicago) name the page cited. Lists (APA, MLA) name the work; the page goes into the text, where
/// <see cref="InText"/> writes it.
/// </para>
/// <para>
/// Terms are English in every language of the work (<c>no.</c>, <c>et al.</c>, <c>n.d.</c>), as the manuals are. Titles
/// keep their capitals, since nobody told us which words are names; APA's sentence case is left to the writer. Names of
/// bodies and serials are shortened only where the work brings its short form. No date of access is given, so the
/// same work gives the same citation on any day. An undated work is <c>n.d.</c>; MLA, as its handbook says, leaves the date out.
/// </para>
/// </remarks>
internal static class CitationWriter
{
    /// <summary>Writes a citation.</summary>
    /// <param name="style">The manual to follow.</param>
    /// <param name="work">What is cited; white space in it is squeezed first.</param>
    public static CitationText Write(CitationStyle style, CitedWork work)
    {
        var text = new CitationTextBuilder();
        var tidy = work.Tidied();
        switch (style)
        {
            case CitationStyle.Bluebook:
                BluebookStyle.Write(text, tidy);
                break;
            case CitationStyle.Apa:
                ApaStyle.Write(text, tidy);
                break;
            case CitationStyle.Mla:
                MlaStyle.Write(text, tidy);
                break;
            case CitationStyle.Chicago:
                ChicagoStyle.Write(text, tidy);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(style), style, "There is no such style.");
        }

        return text.Finish();
    }

    /// <summary>What goes into the running text where the list has the entry: <c>(Coleman, 2021, p. 1)</c> in APA, <c>(Coleman 1)</c> in MLA.</summary>
    /// <returns>Null for the styles of notes, whose note is the citation, and in MLA where neither an author nor a title is known.</returns>
    public static CitationText? InText(CitationStyle style, CitedWork work)
    {
        var text = new CitationTextBuilder();
        var tidy = work.Tidied();
        return style switch
        {
            CitationStyle.Apa => ApaStyle.InText(text, tidy).Finish(),
            CitationStyle.Mla => MlaStyle.InText(text, tidy)?.Finish(),
            _ => null,
        };
    }
}
