using System.Globalization;
using System.Text;

namespace Mandate.Archive.Reading;

/// <summary>Makes letters fit for keeping: no white space, no control characters, no half of a pair.</summary>
internal static class WordText
{
    /// <summary>Gives the letters that can be kept, composed; empty where there are none.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (!Rune.IsWhiteSpace(rune) && rune != Rune.ReplacementChar && rune.Value is not (0xFFFE or 0xFFFF)
                && category is not (UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormC);
    }
}
