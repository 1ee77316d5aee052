namespace Mandate.Archive;

/// <summary>What a reader may see.</summary>
/// <remarks>A document belongs to a collection; a collection is public or granted. Who holds which grant is for the host to say.</remarks>
public sealed record Access
{
    private Access(bool isStaff, IReadOnlySet<string> granted) => (IsStaff, Granted) = (isStaff, granted);

    /// <summary>Gets a reader without any grant.</summary>
    public static Access Public { get; } = new(isStaff: false, new HashSet<string>());

    /// <summary>Gets those who keep the archive: they see every collection, and restricted masters.</summary>
    public static Access Staff { get; } = new(isStaff: true, new HashSet<string>());

    /// <summary>Gets whether they are staff.</summary>
    public bool IsStaff { get; }

    /// <summary>Gets the ids of granted collections.</summary>
    public IReadOnlySet<string> Granted { get; }

    /// <summary>A reader with grants for some collections.</summary>
    public static Access To(IEnumerable<string> collections) => new(isStaff: false, collections.ToHashSet(StringComparer.Ordinal));

    /// <summary>Whether a collection may be seen.</summary>
    public bool MaySee(Collection collection)
    {
        ArgumentNullException.ThrowIfNull(collection);
        return IsStaff || collection.Access == CollectionAccess.Public || Granted.Contains(collection.Id);
    }
}
