using Mandate.Electoral.Methods;

namespace Mandate.Electoral.Steps;

/// <summary>
/// Largest remainders in which only lists with a share of the quota take part; seats left after that go by highest
/// averages, at most one more to each list.
/// </summary>
/// <remarks>Netherlands, Kieswet art. P 5, P 6 and P 8 (councils of fewer than 19 seats): three quarters of the quota.</remarks>
internal static class RestrictedRemainders
{
    public static void Run(StepContext context, AllocateStep step, QuotaMethod method, Ratio from, int house, IReadOnlyList<string> lists, IReadOnlyList<long> votes)
    {
        var quota = method.Quota(votes.Sum(), house);
        var quotients = votes.Select(v => v / quota).ToList();
        var whole = quotients.Select(q => (int)q.Floor).ToList();
        var left = house - whole.Sum();
        var eligible = Enumerable.Range(0, lists.Count).Where(i => quotients[i] >= from).ToList();
        var served = Math.Min(left, eligible.Count);
        var extra = new int[lists.Count];
        var tie = Cut(lists, eligible, i => quotients[i].Fraction, served, extra, out var last);
        Trace(context, step, quota, from, house, lists, votes, quotients, whole, extra, tie, eligible);
        if (tie is not null && !Settle(context, step, lists, votes, tie, extra))
        {
            context.Write(step.As, Seats(lists, whole, extra));
            return;
        }

        // Of those at the cut, only the lists that did take a seat can lose it again.
        last = [.. last.Where(l => extra[IndexOf(lists, l)] > 0)];
        left -= served;
        if (left > 0)
        {
            var averages = lists.Select((_, i) => new Ratio(votes[i], whole[i] + extra[i] + 1)).ToList();
            var further = new int[lists.Count];
            var all = Enumerable.Range(0, lists.Count).Where(i => votes[i] > 0).ToList();
            var next = Cut(lists, all, i => averages[i], Math.Min(left, all.Count), further, out last);
            if (next is not null && !Settle(context, step, lists, votes, next, further))
            {
                context.Write(step.As, Seats(lists, whole, extra));
                return;
            }

            last = [.. last.Where(l => further[IndexOf(lists, l)] > 0)];
            extra = [.. extra.Zip(further, (a, b) => a + b)];
        }

        if (last.Count > 0)
        {
            context.Write(AllocateStep.Last, Rows.Of(last));
        }

        context.Write(step.As, Seats(lists, whole, extra));
    }

    private static Rows Seats(IReadOnlyList<string> lists, List<int> whole, int[] extra) =>
        new(lists.Select((l, i) => KeyValuePair.Create(l, (long)(whole[i] + extra[i]))));

    private static int IndexOf(IReadOnlyList<string> lists, string list) => lists.ToList().IndexOf(list);

    /// <summary>One seat each to the largest keys; a tie at the cut is returned and not served.</summary>
    private static Tie? Cut(IReadOnlyList<string> lists, List<int> among, Func<int, Ratio> key, int seats, int[] extra, out IReadOnlyList<string> last)
    {
        last = [];
        if (seats == 0)
        {
            return null;
        }

        var bound = among.Select(key).OrderDescending().ElementAt(seats - 1);
        var above = among.Where(i => key(i) > bound).ToList();
        var at = among.Where(i => key(i) == bound).ToList();
        above.ForEach(i => extra[i] = 1);
        last = [.. at.Select(i => lists[i])];
        if (above.Count + at.Count > seats)
        {
            return new Tie(last, seats - above.Count);
        }

        at.ForEach(i => extra[i] = 1);
        return null;
    }

    private static bool Settle(StepContext context, AllocateStep step, IReadOnlyList<string> lists, IReadOnlyList<long> votes, Tie tie, int[] extra)
    {
        if (TieSettler.Settle(context, step, tie, step.Ties, l => votes[IndexOf(lists, l)]) is not { } winners)
        {
            return false;
        }

        foreach (var winner in winners)
        {
            extra[IndexOf(lists, winner)] = 1;
        }

        return true;
    }

    private static void Trace(
        StepContext context, AllocateStep step, Ratio quota, Ratio from, int house, IReadOnlyList<string> lists, IReadOnlyList<long> votes, List<Ratio> quotients, List<int> whole, int[] extra, Tie? tie, List<int> eligible) =>
        context.Add(
            step,
            "quota-restricted",
            new Dictionary<string, Argument>
            {
                ["method"] = new Argument.Term(step.Method.Name),
                ["seats"] = new Argument.Count(house),
                ["votes"] = new Argument.Count(votes.Sum()),
                ["lists"] = new Argument.Count(lists.Count),
                ["quota"] = new Argument.Exact(quota),
                ["whole"] = new Argument.Count(whole.Sum()),
                ["left"] = new Argument.Count(house - whole.Sum()),
                ["from"] = new Argument.Share(from, null),
            },
            () => [.. lists.Select((list, i) => new TraceRow(
                list,
                tie?.Contenders.Contains(list) == true ? "tied" : extra[i] > 0 ? "remainder-seat" : eligible.Contains(i) ? "whole" : "not-eligible",
                new Dictionary<string, Argument>
                {
                    ["votes"] = new Argument.Count(votes[i]),
                    ["quotient"] = new Argument.Exact(quotients[i]),
                    ["whole"] = new Argument.Count(whole[i]),
                    ["remainder"] = new Argument.Exact(quotients[i].Fraction),
                    ["extra"] = new Argument.Count(extra[i]),
                    ["seats"] = new Argument.Count(whole[i] + extra[i]),
                }))]);
}
