namespace Mandate.Modules.Tests.TheArchive;

/// <summary>How far words that were read are those that were printed.</summary>
internal static class WordMatch
{
    /// <summary>The share of printed words that were read in order: 1 less the word edits per printed word.</summary>
    public static double Of(IEnumerable<string> printed, IEnumerable<string> read)
    {
        string[] drawn = [.. printed], found = [.. read];
        var row = Enumerable.Range(0, found.Length + 1).ToArray();
        for (var at = 1; at <= drawn.Length; at++)
        {
            var diagonal = row[0];
            row[0] = at;
            for (var other = 1; other <= found.Length; other++)
            {
                var cost = Math.Min(Math.Min(row[other], row[other - 1]) + 1, diagonal + (drawn[at - 1] == found[other - 1] ? 0 : 1));
                (diagonal, row[other]) = (row[other], cost);
            }
        }

        return 1 - ((double)row[^1] / drawn.Length);
    }
}
