using System.Globalization;
using System.Numerics;
using Mandate.Electoral.Steps;
using static Mandate.Electoral.Certificates.Draft;

namespace Mandate.Electoral.Certificates;

/// <summary>Who reaches a threshold: of several conditions, as many as decide.</summary>
internal static class AdmitProof
{
    public static Proof Of(StepContext context, AdmitStep step)
    {
        var among = context.Among(step.Among ?? step.VotesFrom);
        var admitted = context.Read(step.As);
        var draft = new Draft(context, step, "threshold") { Requirement = Tree(step.Threshold, string.Empty) }
            .Read("among", step.Among).Read("votes", step.VotesFrom).Write("seats", step.As).Number("admitted", admitted.Count);
        foreach (var list in among)
        {
            draft.Party(list, ("seats", admitted.Has(list) ? 1 : 0));
            if (Prove(context, step, step.Threshold, string.Empty, list, draft) != admitted.Has(list))
            {
                throw new InvalidOperationException($"Bug in AdmitProof: '{list}' in step '{step.Id}' of '{context.Area.Id}'.");
            }
        }

        return draft.Done();
    }

    private static Requirement Tree(Threshold threshold, string path)
    {
        IReadOnlyList<KeyValuePair<string, string>> Facts(params (string Key, string? Value)[] facts) => [.. facts.Where(f => f.Value is not null).Select(f => KeyValuePair.Create(f.Key, f.Value!))];
        return threshold switch
        {
            Threshold.Share s => new Requirement(path, "share", Facts(("share", s.Limit.Share.ToString()), ("than", s.Limit.Strict ? "more-than" : "at-least"), ("of", s.Limit.Of), ("at", s.Where?.Kind), ("areas", Written(s.Where))), []),
            Threshold.Quotas q => new Requirement(path, "quotas", Facts(("share", q.AtLeast.ToString()), ("quota", q.Quota.Name), ("of", q.Of), ("seats", q.Seats?.ToString()), ("at", q.Where?.Kind), ("areas", Written(q.Where))), []),
            Threshold.Won w => new Requirement(path, "won", Facts(("table", w.Of.ToString()), ("least", Written(w.AtLeast))), []),
            Threshold.Tagged t => new Requirement(path, "tag", Facts(("tag", t.Tag)), []),
            Threshold.Parties p => new Requirement(path, "parties", Facts(("least", Written(p.Least)), ("most", p.Most is { } most ? Written(most) : null)), []),
            Threshold.Member m => new Requirement(path, "member", Facts(("table", m.Table)), []),
            Threshold.Joined j => new Requirement(path, j.Every ? "all" : "any", [], [.. j.Parts.Select((p, i) => Tree(p, Inside(path, i)))]),
            _ => throw new InvalidOperationException($"Bug in AdmitProof: {threshold.GetType().Name}."),
        };
    }

    private static string Inside(string path, int part) => path.Length == 0 ? Written(part) : $"{path}.{Written(part)}";

    private static string Written(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Written(Reach? reach) => reach is null ? null : Written(reach.Areas);

    /// <summary>Writes the claims that decide a condition, and says how it came out.</summary>
    private static bool Prove(StepContext context, AdmitStep step, Threshold threshold, string path, string list, Draft draft)
    {
        switch (threshold)
        {
            case Threshold.Joined joined:
                // One part decides where it can; which one is known before anything is written.
                for (var i = 0; i < joined.Parts.Count; i++)
                {
                    if (joined.Parts[i].IsReached(context, list, step.VotesFrom, []) == !joined.Every)
                    {
                        return Prove(context, step, joined.Parts[i], Inside(path, i), list, draft);
                    }
                }

                for (var i = 0; i < joined.Parts.Count; i++)
                {
                    Prove(context, step, joined.Parts[i], Inside(path, i), list, draft);
                }

                return joined.Every;
            case Threshold.Share share:
                return In(context, share.Where, (place, tell) => Share(place, share.Limit, list, step.VotesFrom, path, tell ? draft : null, context.Area.Id));
            case Threshold.Quotas quotas:
                return In(context, quotas.Where, (place, tell) => Quotas(place, quotas, list, step.VotesFrom, path, tell ? draft : null, context.Area.Id));
            case Threshold.Won won:
                var seats = context.Table(won.Of)[list];
                draft.Claim("won", list, [Times(("seats", Math.Max(0, seats)))], seats >= won.AtLeast ? Relation.AtLeast : Relation.Below, [Times(("least", won.AtLeast))], path: path);
                return seats >= won.AtLeast;
            case Threshold.Parties parties:
                return Parties(context, parties, path, list, draft);
            default:
                var holds = threshold.IsReached(context, list, step.VotesFrom, []) == true;
                draft.Claim(threshold is Threshold.Tagged ? "tag" : "member", list, [Times(("seats", holds ? 1 : 0))], Relation.Equal, [Times(("seats", holds ? 1 : 0))], path: path);
                return holds;
        }
    }

    private static bool Parties(StepContext context, Threshold.Parties parties, string path, string list, Draft draft)
    {
        var number = context.Area.Contenders.FirstOrDefault(c => c.Id == list)?.Parties ?? 0;
        if (number < parties.Least)
        {
            draft.Claim("parties", list, [Times(("parties", number))], Relation.Below, [Times(("least", parties.Least))], path: path);
            return false;
        }

        if (parties.Most is { } most && number > most)
        {
            draft.Claim("parties", list, [Times(("parties", number))], Relation.Above, [Times(("most", most))], path: path);
            return false;
        }

        draft.Claim("parties", list, [Times(("parties", number))], Relation.AtLeast, [Times(("least", parties.Least))], path: path);
        if (parties.Most is { } limit)
        {
            draft.Claim("parties", list, [Times(("parties", number))], Relation.AtMost, [Times(("most", limit))], path: path);
        }

        return true;
    }

    private static bool Share(StepContext place, Limit limit, string list, string? table, string path, Draft? draft, string area)
    {
        BigInteger votes = place.Votes(list, table, []) ?? 0, @base = place.Figure(limit.Of).Known;
        var reached = limit.IsReached((long)votes, (long)@base);
        draft?.Claim(
            "share",
            list,
            [Times(("votes", votes), ("share-below", limit.Share.Denominator))],
            (reached, limit.Strict) switch { (true, true) => Relation.Above, (true, false) => Relation.AtLeast, (false, true) => Relation.AtMost, _ => Relation.Below },
            [Times(("share-above", limit.Share.Numerator), ("base", @base))],
            place.Area.Id == area ? null : place.Area.Id,
            path);
        return reached;
    }

    private static bool Quotas(StepContext place, Threshold.Quotas quotas, string list, string? table, string path, Draft? draft, string area)
    {
        BigInteger votes = place.Votes(list, table, []) ?? 0;
        var figure = place.Figure(quotas.Of).Known;
        var seats = (quotas.Seats is null ? place.Area.Seats : place.CountKnown(quotas.Seats)) ?? 0;
        var quota = seats > 0 && figure > 0 ? quotas.Quota.Quota(figure, seats) : (Ratio?)null;
        var needed = quota is { } q ? quotas.AtLeast * q : new Ratio(votes + 1, 1);
        var reached = new Ratio(votes, 1) >= needed;
        draft?.Claim(
            quota is null ? "no-quota" : "quotas",
            list,
            [Times(("votes", votes), ("share-below", quotas.AtLeast.Denominator), ("quota-seats", quota?.Denominator ?? 1))],
            reached ? Relation.AtLeast : Relation.Below,
            [quota is { } n ? Times(("share-above", quotas.AtLeast.Numerator), ("quota-votes", n.Numerator)) : Times(("votes", votes + 1))],
            place.Area.Id == area ? null : place.Area.Id,
            path);
        return reached;
    }

    /// <summary>In the place, around it, or in so many areas inside it; of those inside, as many as decide are told.</summary>
    private static bool In(StepContext context, Reach? where, Func<StepContext, bool, bool> measure)
    {
        var inside = where is null ? [] : context.Run.Within(context.Area, where.Kind);
        if (inside.Count == 0)
        {
            return measure(where is null ? context : context.In(context.Run.Around(context.Area, where.Kind)!), true);
        }

        var reached = inside.Where(p => measure(context.In(p), false)).ToList();
        var enough = reached.Count >= where!.Areas;
        foreach (var place in enough ? reached.Take(where.Areas) : inside.Except(reached).Take(inside.Count - where.Areas + 1))
        {
            measure(context.In(place), true);
        }

        return enough;
    }
}
