namespace Mandate.Archive;

/// <summary>A document of the archive as its readers see it.</summary>
/// <param name="Handle">Its permanent name.</param>
/// <param name="Facts">What is known of it.</param>
/// <param name="State">Whether it can be read.</param>
/// <param name="LeadsTo">The document it was merged into, or null.</param>
/// <param name="Reason">Why it was taken down or merged, or null.</param>
/// <param name="IsRestricted">Whether its originals are restricted and the public sees redacted images only.</param>
/// <param name="Edition">Number of its latest edition, from 1.</param>
/// <param name="Pages">How many pages it has.</param>
/// <param name="Added">When it was taken in, ISO 8601 in UTC.</param>
public sealed record Document(Handle Handle, DocumentFacts Facts, DocumentState State, Handle? LeadsTo, string? Reason, bool IsRestricted, int Edition, int Pages, string Added)
{
    /// <summary>Gets the title, or the handle where none is known.</summary>
    public string Title => Facts.Title ?? Handle.ToString();

    /// <summary>Gets whether it has pages that can be opened.</summary>
    public bool IsOpen => State is DocumentState.Reading or DocumentState.Ready;
}

/// <summary>Where a document stands.</summary>
public enum DocumentState
{
    /// <summary>Some pages wait to be read; the others can be opened.</summary>
    Reading,

    /// <summary>Every page is read, or reported as one that cannot be.</summary>
    Ready,

    /// <summary>Taken down: the handle stays and tells why.</summary>
    Withdrawn,

    /// <summary>Merged into another: the handle leads there.</summary>
    Merged,
}

/// <summary>An original of a document, kept byte for byte.</summary>
/// <param name="Number">Edition, from 1; a re-scan or an erratum is the next one.</param>
/// <param name="Sha256">SHA-256 of its bytes, 64 small hexadecimal digits.</param>
/// <param name="Length">How many bytes.</param>
/// <param name="Name">The file's name as it came.</param>
/// <param name="MediaType">Its media type, such as <c>application/pdf</c>.</param>
/// <param name="Note">Why there is a new edition, or null.</param>
/// <param name="Added">When it came, ISO 8601 in UTC.</param>
public sealed record Edition(int Number, string Sha256, long Length, string Name, string MediaType, string? Note, string Added);

/// <summary>A section of a document: a paper, act, chapter or protocol in it.</summary>
/// <param name="Id">Id within the document.</param>
/// <param name="Parent">The section it lies in, or null.</param>
/// <param name="Kind">What it is, such as <c>article</c> or <c>act</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Authors">Its authors, each <c>Family, Given</c>; a body in [brackets].</param>
/// <param name="FirstPage">Its first page.</param>
/// <param name="LastPage">Its last page.</param>
/// <param name="Label">Its number or mark in the document, such as <c>97-1</c>; or null.</param>
public sealed record Section(string Id, string? Parent, string Kind, string Title, IReadOnlyList<string> Authors, int FirstPage, int LastPage, string? Label);

/// <summary>Something that happened to a document, page or file, as PREMIS records events.</summary>
/// <param name="Number">Number in order.</param>
/// <param name="At">When, ISO 8601 in UTC.</param>
/// <param name="Kind">PREMIS event type, such as <c>ingestion</c> or <c>fixity check</c>.</param>
/// <param name="Handle">The document, or null.</param>
/// <param name="Page">The page, or null.</param>
/// <param name="Sha256">The file, or null.</param>
/// <param name="Outcome">How it ended: <c>success</c>, <c>failure</c> or <c>warning</c>.</param>
/// <param name="Detail">What there is to say of it, or null.</param>
/// <param name="Agent">Who or what did it.</param>
public sealed record ArchiveEvent(long Number, string At, string Kind, Handle? Handle, int? Page, string? Sha256, string Outcome, string? Detail, string Agent);

/// <summary>A group of documents with one right of access.</summary>
/// <param name="Id">Id; the first part of its handles.</param>
/// <param name="Name">Its name.</param>
/// <param name="Access">Who may read it.</param>
/// <param name="Rights">Its rights statement, or null.</param>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711", Justification = "A library's collection; the field's word.")]
public sealed record Collection(string Id, string Name, CollectionAccess Access, string? Rights);

/// <summary>Who may read a collection.</summary>
public enum CollectionAccess
{
    /// <summary>Everybody.</summary>
    Public,

    /// <summary>Those with a grant for it.</summary>
    Granted,
}
