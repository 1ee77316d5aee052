namespace Mandate.Archive;

/// <summary>A person's name, or that of a body.</summary>
/// <param name="Family">The family name; for a body its whole name.</param>
/// <param name="Given">Given names or initials; null where there are none.</param>
/// <param name="IsBody">Whether it is a body, whose name is never turned round.</param>
public sealed record PersonName(string Family, string? Given = null, bool IsBody = false)
{
    /// <summary>Reads <c>Family, Given</c>; a body stands in [brackets], a single name alone.</summary>
    public static PersonName Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var name = text.Trim();
        if (name is ['[', .. var body, ']'])
        {
            return new PersonName(body.Trim(), null, IsBody: true);
        }

        var comma = name.IndexOf(',', StringComparison.Ordinal);
        return comma < 0 ? new PersonName(name) : new PersonName(name[..comma].Trim(), name[(comma + 1)..].Trim() is { Length: > 0 } given ? given : null);
    }

    /// <summary>Writes it as <see cref="Parse"/> reads it.</summary>
    public override string ToString() => IsBody ? $"[{Family}]" : Given is null ? Family : $"{Family}, {Given}";
}
