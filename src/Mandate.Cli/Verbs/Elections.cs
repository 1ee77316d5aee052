using Mandate.Electoral;
using Mandate.Laws;
using Mandate.Reports.Elections;

namespace Mandate.Cli.Verbs;

/// <summary>What the words say about an election to be carried out.</summary>
internal sealed record ElectionWords(string Election, string? Law, IReadOnlyList<string> Lots, IReadOnlyList<string> Facts, DateOnly? On);

/// <summary>Carries out the election that the words name.</summary>
internal static class Elections
{
    /// <summary>The declaration; or null and the exit code after saying what is wrong.</summary>
    public static (Declaration? Declaration, int Code) Run(Shell shell, ElectionWords words)
    {
        if (shell.Catalogue() is not { } catalogue)
        {
            return (null, Exit.BadInput);
        }

        var (election, findings) = catalogue.Election(words.Election);
        if (election is null)
        {
            return (null, findings.IsEmpty
                ? shell.Refuse($"Found no election '{words.Election}'; expected a folder with election.yaml or one of: {string.Join(", ", catalogue.ElectionIds)}.")
                : shell.Refuse(findings));
        }

        LawVersion? law = null;
        if (words.Law is { } reference)
        {
            law = catalogue.Version(reference);
            if (law is null)
            {
                return (null, shell.Refuse($"Found no law '{reference}'; 'mandate law list' shows those at hand."));
            }
        }

        foreach (var fact in words.Facts)
        {
            election = Facts.Apply(election, fact, out var fault);
            if (fault is not null)
            {
                return (null, shell.Refuse($"--fact {fact}: {fault}."));
            }
        }

        if (Lots(shell, words.Lots) is not { } lots)
        {
            return (null, Exit.BadInput);
        }

        election = words.On is { } day ? election with { Input = election.Input with { AsOf = day } } : election;
        var declaration = Declaration.Of(catalogue, election, law, lots, words.Facts);
        return Fits(shell, declaration) ? (declaration, Code(declaration.Outcome.Status)) : (null, Exit.BadInput);
    }

    /// <summary>Reads lots; several words for one tie make one lot. Null after saying what is wrong.</summary>
    public static IReadOnlyList<Lot>? Lots(Shell shell, IReadOnlyList<string> words)
    {
        var lots = new List<Lot>();
        foreach (var text in words)
        {
            if (LotReader.Read(text) is not { } lot)
            {
                shell.Refuse($"--lot {text}: expected CONTEST/AREA:STEP=LIST, such as lists/nation:allocate=LIST.");
                return null;
            }

            lots.Add(lot);
        }

        return lots.Count < 2 ? lots : [.. lots.GroupBy(l => (l.Contest, l.Area, l.Step)).Select(g => new Lot(g.Key.Contest, g.Key.Area, g.Key.Step, [.. g.SelectMany(l => l.Winners)]))];
    }

    /// <summary>Whether every lot fits the tie it is for; says which do not.</summary>
    public static bool Fits(Shell shell, Declaration declaration)
    {
        foreach (var fault in declaration.LotFaults)
        {
            shell.Error.WriteLine(fault.Tie is { } tie
                ? $"The lot {fault.Lot} does not fit: {string.Join(", ", tie.Contenders)} tie for {tie.Seats}, and it names {string.Join(", ", fault.Lot.Winners)}."
                : $"The lot {fault.Lot} does not fit: nothing ties at {fault.Lot.Contest}/{fault.Lot.Area}:{fault.Lot.Step}.");
        }

        return declaration.LotFaults.Count == 0;
    }

    /// <summary>The exit code of a status.</summary>
    public static int Code(Status status) => status == Status.Complete ? Exit.Done : Exit.NeededFirst;
}

/// <summary>Reads a lot as the command line writes it.</summary>
internal static class LotReader
{
    public static Lot? Read(string text)
    {
        if (text.Split('=') is not [var place, { Length: > 0 } winners] || place.Split(':') is not [var where, { Length: > 0 } step] || where.Split('/') is not [{ Length: > 0 } contest, { Length: > 0 } area])
        {
            return null;
        }

        return new Lot(contest, area, step, winners.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }
}
