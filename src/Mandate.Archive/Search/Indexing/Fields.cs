namespace Mandate.Archive.Search.Indexing;

/// <summary>The fields of the index.</summary>
internal static class Fields
{
    /// <summary>The version of the fields and of the analysis; an index of another one is built anew.</summary>
    public const string Format = "2";

    /// <summary>The list of forms, in documents of its own that are no pages and never go: keys with the words they lead to. See <see cref="Analysis.Lexeme"/>.</summary>
    public const string Forms = "forms";

    /// <summary>Terms of the page's words; a position is a word's ordinal.</summary>
    public const string Text = "text";

    /// <summary>Terms of the document's and the section's title.</summary>
    public const string Title = "title";

    /// <summary>Terms of the authors' names.</summary>
    public const string Author = "author";

    /// <summary>The handle, one term; a document is taken out by it.</summary>
    public const string Handle = "handle";

    /// <summary>Handle and page, one term.</summary>
    public const string Id = "id";

    /// <summary>What is known of the section and the document, one value for all their pages: see <see cref="Row"/>.</summary>
    public const string Row = "row";

    /// <summary>The page number.</summary>
    public const string Page = "page";

    /// <summary>The number of the change that put the page.</summary>
    public const string Change = "change";

    /// <summary>The label and the words as they stand, kept for snippets.</summary>
    public const string Words = "words";

    /// <summary>The term of a page.</summary>
    public static string IdOf(string handle, int page) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{handle}/{page}");
}
