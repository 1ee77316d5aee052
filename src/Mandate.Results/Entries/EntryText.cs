namespace Mandate.Results.Entries;

/// <summary>Words that people give.</summary>
internal static class EntryText
{
    /// <summary>Whether a text has something to read, is short enough, and has only letters that can be stored and shown.</summary>
    public static bool IsFit(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > EntryCommand.LongestText)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]) || (char.IsControl(text[i]) && text[i] != '\n'))
            {
                return false;
            }
        }

        return true;
    }
}
