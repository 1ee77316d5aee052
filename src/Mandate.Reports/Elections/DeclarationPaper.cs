using Mandate.Electoral.Margins;

namespace Mandate.Reports.Elections;

/// <summary>Tells a declaration in one language, as blocks.</summary>
public static class DeclarationPaper
{
    /// <summary>The whole paper: result, derivation, notes and sources.</summary>
    public static Paper Write(Declaration declaration, string language)
    {
        var teller = new Teller(declaration, language);
        return teller.Paper([.. teller.Notices(), .. teller.Chamber(), .. teller.Votes(), .. teller.Figures(), .. teller.Findings(), new BreakBlock(), .. teller.Derivation(beside: true), .. teller.Methods(), .. teller.Parties(), .. teller.Notes()]);
    }

    /// <summary>The result without its derivation, for the terminal.</summary>
    public static Paper Result(Declaration declaration, string language)
    {
        var teller = new Teller(declaration, language, terminal: true);
        return teller.Paper([.. teller.Notices(), .. teller.Chamber(), .. teller.Votes(), .. teller.Figures(), .. teller.Findings(), .. teller.Parties()]);
    }

    /// <summary>The derivation alone, of everything, of one list, or of one area, for the terminal.</summary>
    public static Paper Derivation(Declaration declaration, string language, string? list, string? area = null)
    {
        var teller = new Teller(declaration, language, terminal: true, list, area);
        return teller.Paper([.. teller.Notices(), .. teller.Derivation(), .. teller.Methods(), .. teller.Findings(), .. teller.Notes()]);
    }

    /// <summary>The inequalities from which the seats follow, of everything, of one list, or of one area.</summary>
    public static Paper Certificate(Declaration declaration, string language, string? list = null, string? area = null)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        var teller = new Teller(declaration, language, terminal: true, list, area);
        return teller.Paper([.. teller.Notices(), .. teller.CertificateBlocks(Electoral.Certificates.Certificate.Of(declaration.Outcome))]);
    }

    /// <summary>How many votes would have to move for each seat to change.</summary>
    public static Paper Margins(Declaration declaration, SeatMargins margins, string language, string? list = null, string? area = null)
    {
        var teller = new Teller(declaration, language, terminal: true, list, area);
        return teller.Paper([.. teller.Notices(), .. teller.MarginBlocks(margins)]);
    }

    /// <summary>The chamber to be drawn; null where no seat is decided, or the only one is.</summary>
    public static Hemicycle? Picture(Declaration declaration, string language) => new Teller(declaration, language).Picture();
}
