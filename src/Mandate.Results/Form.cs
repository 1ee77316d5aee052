using Mandate.Laws;
using Mandate.Results.Expressions;

namespace Mandate.Results;

/// <summary>A polling-station protocol as data: its figures and the relations that control them.</summary>
/// <param name="Id">Id, such as <c>kz-precinct</c>.</param>
/// <param name="Title">Name of the form.</param>
/// <param name="Variants">Kinds of the form that share most figures; empty where there is one kind only. The first is meant where none is named.</param>
/// <param name="Figures">The figures, in the order of the paper.</param>
/// <param name="Checks">The checks, in the order in which they are made.</param>
/// <param name="Notes">What a reader must know.</param>
/// <param name="Sources">Where figures and checks come from.</param>
public sealed record Form(string Id, Words Title, IReadOnlyList<Variant> Variants, IReadOnlyList<Figure> Figures, IReadOnlyList<Check> Checks, IReadOnlyList<Words> Notes, IReadOnlyList<SourceNote> Sources)
{
    /// <summary>Finds a figure by its id, or null.</summary>
    public Figure? Figure(string id) => Figures.FirstOrDefault(f => f.Id == id);
}

/// <summary>One kind of a form, such as that of a municipality.</summary>
/// <param name="Id">Id within the form.</param>
/// <param name="Title">Its name.</param>
public sealed record Variant(string Id, Words Title);

/// <summary>A figure of a form.</summary>
/// <param name="Id">Id within the form, as the relations write it.</param>
/// <param name="Label">Its name on the paper.</param>
/// <param name="Kind">What is written there.</param>
/// <param name="Required">Whether a protocol must have it; a blank one is then a finding.</param>
/// <param name="CanBeAbsent">Whether some elections have a form without it. It then counts nothing, which is not the same as blank.</param>
/// <param name="Only">Variants that have it; empty for all.</param>
/// <param name="Article">The article that asks for it, or null where that is not known.</param>
public sealed record Figure(string Id, Words Label, FigureKind Kind, bool Required, bool CanBeAbsent, IReadOnlyList<string> Only, string? Article)
{
    /// <summary>The largest figure a protocol can have: nine digits, as on the widest form known.</summary>
    public const int Largest = 999_999_999;

    /// <summary>Whether a variant has it.</summary>
    public bool IsOn(string? variant) => variant is null || Only.Count == 0 || Only.Contains(variant);
}

/// <summary>What a figure holds.</summary>
public enum FigureKind
{
    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A box that is ticked or not.</summary>
    YesNo,

    /// <summary>A whole number for each list.</summary>
    VotesPerList,

    /// <summary>A whole number for each candidate of each list.</summary>
    VotesPerCandidate,
}

/// <summary>A control relation of a form.</summary>
/// <param name="Code">Stable code, such as <c>F.201</c>.</param>
/// <param name="Level">How grave its failure is.</param>
/// <param name="Relation">The relation as it is written in the form; null for a rule of entry.</param>
/// <param name="Fires">True where the relation describes the failure, false where it must hold.</param>
/// <param name="When">The condition under which the check is made, or null for always.</param>
/// <param name="PerList">Whether it is made for each list.</param>
/// <param name="Unless">Codes of earlier checks whose failure silences this one.</param>
/// <param name="Entry">What happens at entry for a rule that no single protocol can show, or null.</param>
/// <param name="Only">Variants that have it; empty for all.</param>
/// <param name="Article">The article it follows from, or null where that is not known.</param>
/// <param name="Inferred">Whether it follows from the law or from common sense and not from the official form.</param>
/// <param name="Says">The words for each role.</param>
/// <param name="Note">What was decided about it, or null.</param>
public sealed record Check(
    string Code, CheckLevel Level, string? Relation, bool Fires, string? When, bool PerList, IReadOnlyList<string> Unless, EntryRule? Entry,
    IReadOnlyList<string> Only, string? Article, bool Inferred, CheckWords Says, Words? Note)
{
    internal Node? Condition { get; init; }

    internal Node? Guard { get; init; }

    /// <summary>Whether a variant has it.</summary>
    public bool IsOn(string? variant) => variant is null || Only.Count == 0 || Only.Contains(variant);
}

/// <summary>How grave a finding is.</summary>
public enum CheckLevel
{
    /// <summary>Figures that cannot be right together.</summary>
    Error,

    /// <summary>Figures that are worth a second look.</summary>
    Warning,
}

/// <summary>What happens while a protocol is keyed.</summary>
public enum EntryRule
{
    /// <summary>The second entry differs from the first.</summary>
    SecondEntryDiffers,

    /// <summary>A figure was sent back to be keyed again.</summary>
    ReturnedForCorrection,
}

/// <summary>The words of a check for each role.</summary>
/// <param name="Official">For those who fill in the protocol.</param>
/// <param name="Observer">For those who read it.</param>
public sealed record CheckWords(Words Official, Words Observer)
{
    /// <summary>Gets the roles.</summary>
    public static IReadOnlyList<string> Roles { get; } = ["official", "observer"];

    /// <summary>Gets the words for a role.</summary>
    public Words this[string role] => role == "observer" ? Observer : Official;
}
