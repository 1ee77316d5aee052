namespace Mandate.Archive.Search.Queries;

/// <summary>A part of a query.</summary>
internal abstract record QueryNode;

/// <summary>Every page: the empty query.</summary>
internal sealed record AllNode : QueryNode;

/// <summary>All of the parts match.</summary>
internal sealed record AndNode(IReadOnlyList<QueryNode> Parts) : QueryNode;

/// <summary>At least one of the parts matches.</summary>
internal sealed record OrNode(IReadOnlyList<QueryNode> Parts) : QueryNode;

/// <summary>The part does not match.</summary>
internal sealed record NotNode(QueryNode Part) : QueryNode;

/// <summary>A word, in any of its forms.</summary>
internal sealed record WordNode(string Text, Scope Scope) : QueryNode;

/// <summary>Words of a pattern: <c>*</c> stands for any letters, <c>?</c> for one.</summary>
internal sealed record PatternNode(string Pattern, Scope Scope, int At) : QueryNode;

/// <summary>Words that differ from this one by at most so many letters (1 or 2).</summary>
internal sealed record FuzzyNode(string Text, int Edits, Scope Scope, int At) : QueryNode;

/// <summary>Words one after another; or, with <paramref name="Near"/>, in any order with at most so many words between them.</summary>
internal sealed record PhraseNode(IReadOnlyList<string> Words, int? Near, Scope Scope, int At) : QueryNode;

/// <summary>A field that is compared as a whole, without regard to case.</summary>
internal sealed record KeyNode(KeyField Field, string Value) : QueryNode;

/// <summary>A date that lies wholly between two days, both included (yyyymmdd).</summary>
internal sealed record DateNode(int From, int To) : QueryNode;

/// <summary>Where words are looked for.</summary>
internal enum Scope
{
    /// <summary>On the page, and in the titles of its section and its document.</summary>
    Anywhere,

    /// <summary>On the page alone.</summary>
    Text,

    /// <summary>In the titles of the section and the document.</summary>
    Title,

    /// <summary>In the names of the authors.</summary>
    Author,
}

/// <summary>The fields that are compared as a whole.</summary>
internal enum KeyField
{
    Collection,
    Language,
    Kind,
    Handle,
    Section,
    Serial,
    Standing,
}
