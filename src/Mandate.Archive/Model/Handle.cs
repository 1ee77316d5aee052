using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Mandate.Archive;

/// <summary>The permanent name of a document: <c>collection/item</c>, such as <c>crs/in11581</c>. It is never given to another.</summary>
/// <remarks>Small letters a–z, digits, and <c>. _ -</c> inside; each part at most 64 letters long and beginning with a letter or digit.</remarks>
public readonly partial record struct Handle
{
    private Handle(string collection, string item) => (Collection, Item) = (collection, item);

    /// <summary>Gets the collection's id.</summary>
    public string Collection { get; }

    /// <summary>Gets the item's name in its collection.</summary>
    public string Item { get; }

    /// <summary>Reads a handle.</summary>
    /// <exception cref="FormatException">It is none; the message says what one looks like.</exception>
    public static Handle Parse(string text) => TryParse(text, out var handle) ? handle : throw new FormatException($"Found '{text}'; expected a handle such as crs/in11581: {Rule}");

    /// <summary>What a handle looks like, in words.</summary>
    public const string Rule = "collection/item in small letters a-z, digits and . _ - inside, each part at most 64 long.";

    /// <summary>Reads a handle; false where the text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Handle handle)
    {
        handle = default;
        if (text is null || text.Length > 129 || text.Split('/') is not [var collection, var item] || !IsPart(collection) || !IsPart(item))
        {
            return false;
        }

        handle = new Handle(collection, item);
        return true;
    }

    /// <summary>Whether a text can be the id of a collection or the name of an item.</summary>
    public static bool IsPart(string text) => Part().IsMatch(text);

    /// <summary>Writes <c>collection/item</c>.</summary>
    public override string ToString() => $"{Collection}/{Item}";

    [GeneratedRegex(@"\A[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
