namespace Mandate.Results.Entries;

/// <summary>Where the entry of one protocol stands.</summary>
public enum EntryStage
{
    /// <summary>The first entry is awaited.</summary>
    AwaitingFirst,

    /// <summary>Somebody keys the first entry.</summary>
    FirstOpen,

    /// <summary>The first entry is finished, the second is awaited.</summary>
    AwaitingSecond,

    /// <summary>Somebody keys the second entry.</summary>
    SecondOpen,

    /// <summary>Some cells must be keyed again: they differ, or a coordinator sent them back.</summary>
    AwaitingRekey,

    /// <summary>Somebody keys those cells again.</summary>
    RekeyOpen,

    /// <summary>A coordinator must decide.</summary>
    Quarantined,

    /// <summary>The entries agree, and warnings need an explanation.</summary>
    Unexplained,

    /// <summary>The result is accepted.</summary>
    Accepted,
}

/// <summary>What somebody is, for one command.</summary>
public enum EntryRole
{
    /// <summary>May see how far it is, and do nothing.</summary>
    Observer,

    /// <summary>Keys protocols.</summary>
    Typist,

    /// <summary>Decides what typists cannot.</summary>
    Coordinator,

    /// <summary>Brings readings that no person keyed.</summary>
    Machine,
}

/// <summary>Who sends a command or looks on.</summary>
public sealed record EntryActor
{
    /// <summary>The most letters of an id.</summary>
    public const int LongestId = 64;

    /// <summary>Names an actor.</summary>
    /// <param name="id">An opaque id, never a name: 1 to 64 letters a to z, A to Z, digits, points, hyphens and low lines.</param>
    /// <param name="role">What they are.</param>
    /// <exception cref="ArgumentException"><paramref name="id"/> has no such shape.</exception>
    public EntryActor(string id, EntryRole role)
    {
        if (!IsId(id))
        {
            throw new ArgumentException($"'{id}' is not the id of an actor: 1 to {LongestId} letters a to z, digits, points, hyphens and low lines.", nameof(id));
        }

        Id = id;
        Role = role;
    }

    /// <summary>Gets the opaque id.</summary>
    public string Id { get; }

    /// <summary>Gets the role.</summary>
    public EntryRole Role { get; }

    /// <summary>Whether a text can be an actor's id.</summary>
    public static bool IsId(string? text) => text is { Length: >= 1 and <= LongestId } && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
