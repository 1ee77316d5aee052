using System.Text;

namespace Mandate.Archive.Citations;

/// <summary>The name of a person.</summary>
/// <param name="Given">Given names, patronymic among them, in their order (<c>Иван Петрович</c>); null where there are none.</param>
/// <param name="Family">Family name; null where the person has none.</param>
/// <param name="Suffix">What follows the name (<c>Jr.</c>); mostly null.</param>
/// <param name="Literal">The name in one piece, where its parts are not known; it goes before the parts.</param>
internal sealed record CitedName(string? Given, string? Family, string? Suffix = null, string? Literal = null)
{
    /// <summary>Given name first: <c>Kevin J. Coleman, Jr.</c></summary>
    /// <param name="beforeSuffix">What parts the suffix from the name, such as <c>", "</c>.</param>
    public string Straight(string beforeSuffix) => Literal ?? WithSuffix(Joined(" ", Given, Family), beforeSuffix);

    /// <summary>Family name first: <c>Coleman, Kevin J., Jr.</c></summary>
    public string Inverted() => Literal ?? WithSuffix(Joined(", ", Family, Given), ", ");

    /// <summary>Family name first and initials: <c>Coleman, K. J., Jr.</c></summary>
    public string InvertedInitials() => Literal ?? WithSuffix(Joined(", ", Family, Initials(Given)), ", ");

    /// <summary>The initials of given names: <c>Иван Петрович</c> gives <c>И. П.</c>, <c>Jean-Paul</c> gives <c>J.-P.</c></summary>
    internal static string? Initials(string? given)
    {
        if (given is null)
        {
            return null;
        }

        var text = new StringBuilder();
        foreach (var name in given.Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries))
        {
            var hyphen = false;
            foreach (var part in name.Split('-', StringSplitOptions.RemoveEmptyEntries))
            {
                text.Append(hyphen ? "-" : text.Length == 0 ? "" : " ").Append(Rune.ToUpperInvariant(part.EnumerateRunes().First())).Append('.');
                hyphen = true;
            }
        }

        return text.Length == 0 ? null : text.ToString();
    }

    private string WithSuffix(string name, string before) => Suffix is null ? name : name.Length == 0 ? Suffix : name + before + Suffix;

    private static string Joined(string by, string? first, string? second) => first is null ? second ?? "" : second is null ? first : first + by + second;
}
