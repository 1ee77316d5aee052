using Mandate.Electoral.Transfers;

namespace Mandate.Electoral.Tests.Transfers;

/// <summary>Ballots for tests: written by hand as letters, or drawn.</summary>
internal static class MadeBallots
{
    public const int Seed = 20220505;

    public static TransferCount Count(int seats, TransferRule rule, params (int Count, string Ranking)[] ballots) => Count(seats, rule, _ => null, ballots);

    public static TransferCount Count(int seats, TransferRule rule, Func<TransferTie, string?> lot, params (int Count, string Ranking)[] ballots)
    {
        var candidates = ballots.SelectMany(b => b.Ranking).Max() - 'A' + 1;
        var raw = ballots.Select(b => (b.Count, b.Ranking.Select(c => c - 'A').ToArray())).ToList();
        var stand = Enumerable.Range(0, candidates).Select(i => $"{(char)('A' + i)}").Select(id => new BallotCandidate(id, id)).ToList();
        return TransferableVote.Count(Of(raw).Build(stand), seats, rule, lot);
    }

    public static List<(int Count, int[] Ranking)> Made(Random random, int candidates, int groups, int most)
    {
        var raw = new List<(int, int[])>();
        for (var i = 0; i < groups; i++)
        {
            int[] order = [.. Enumerable.Range(0, candidates)];
            random.Shuffle(order);
            raw.Add((random.Next(1, most), order[..random.Next(1, candidates + 1)]));
        }

        return raw;
    }

    public static PreferenceBallots Ballots(IReadOnlyList<(int Count, int[] Ranking)> raw, int candidates, int[]? ids = null) =>
        Of(raw).Build([.. Enumerable.Range(0, candidates).Select(i => $"{ids?[i] ?? i}").Select(id => new BallotCandidate(id, id))]);

    private static PreferenceBallots.Builder Of(IReadOnlyList<(int Count, int[] Ranking)> raw)
    {
        var builder = new PreferenceBallots.Builder();
        foreach (var (number, ranking) in raw)
        {
            builder.Add(number, ranking);
        }

        return builder;
    }
}
