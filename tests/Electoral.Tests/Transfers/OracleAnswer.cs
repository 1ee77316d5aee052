namespace Mandate.Electoral.Tests.Transfers;

/// <summary>Who is elected, in order, and the votes of everybody after each stage.</summary>
internal sealed record OracleAnswer(List<int> Elected, List<Ratio[]> Stages)
{
    /// <summary>Goes through the stages from the first and keeps those with most, or fewest, votes.</summary>
    public static int[] Earliest(int[] among, IEnumerable<Ratio[]> stages, bool largest)
    {
        foreach (var stage in stages)
        {
            var best = largest ? among.Max(c => stage[c]) : among.Min(c => stage[c]);
            among = [.. among.Where(c => stage[c] == best)];
        }

        return among;
    }
}
