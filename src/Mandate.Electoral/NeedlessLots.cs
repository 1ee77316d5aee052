namespace Mandate.Electoral;

/// <summary>Tries every way a lot can fall, to ask only for one that can change who has a seat.</summary>
internal static class NeedlessLots
{
    /// <summary>Runs that are tried at most; past it the lot is asked for.</summary>
    private const int MostRuns = 256;

    /// <summary>The outcome, where every way the lots can fall leads to it; null where a lot can change something, or none is due.</summary>
    public static ElectionOutcome? Find(ElectionOutcome outcome, Func<IReadOnlyList<Lot>, ElectionOutcome> run)
    {
        var runs = 0;
        return outcome.Status == Status.Tie ? Try(outcome, [], run, ref runs) : null;
    }

    private static ElectionOutcome? Try(ElectionOutcome outcome, IReadOnlyList<Lot> assumed, Func<IReadOnlyList<Lot>, ElectionOutcome> run, ref int runs)
    {
        var tie = outcome.Parts.SelectMany(p => p.Pending).FirstOrDefault(p => p.Status == Status.Tie);
        if (tie is null)
        {
            return outcome.Status == Status.Complete ? outcome : null;
        }

        if (!FewChoices(tie.Contenders.Count, tie.Seats))
        {
            return null;
        }

        ElectionOutcome? same = null;
        foreach (var winners in Choices(tie.Contenders, tie.Seats))
        {
            IReadOnlyList<Lot> tried = [.. assumed, new Lot(tie.Contest, tie.Area, tie.Step, winners)];
            if (++runs > MostRuns || Try(run(tried), tried, run, ref runs) is not { } next)
            {
                return null;
            }

            if (same is not null && !Equal(same, next))
            {
                return null;
            }

            same ??= next;
        }

        return same;
    }

    private static bool Equal(ElectionOutcome a, ElectionOutcome b) => a.Parts.Zip(b.Parts).All(p =>
        p.First.Id == p.Second.Id && p.First.Won.SequenceEqual(p.Second.Won) && p.First.Elected.SequenceEqual(p.Second.Elected) && p.First.Vacant == p.Second.Vacant)
        && a.Parts.Count() == b.Parts.Count();

    /// <summary>Whether so few ways of choosing exist that all can be tried.</summary>
    private static bool FewChoices(int from, int number)
    {
        // The binomial coefficient, which grows with every factor.
        long ways = 1;
        for (var i = 1; i <= Math.Min(number, from - number) && ways <= MostRuns; i++)
        {
            ways = ways * (from - i + 1) / i;
        }

        return ways <= MostRuns;
    }

    private static IEnumerable<IReadOnlyList<string>> Choices(IReadOnlyList<string> from, int number, int start = 0)
    {
        if (number == 0)
        {
            yield return [];
            yield break;
        }

        for (var i = start; i <= from.Count - number; i++)
        {
            foreach (var rest in Choices(from, number - 1, i + 1))
            {
                yield return [from[i], .. rest];
            }
        }
    }
}
