using Mandate.Electoral.Transfers;

namespace Mandate.Electoral.Steps;

/// <summary>Tells of a count of transferable votes: one row a stage, then one row a candidate with the votes after every stage.</summary>
internal static class TransferTrace
{
    public static string Word(TransferRule rule) => rule switch
    {
        TransferRule.Scottish => "scottish",
        TransferRule.InstantRunoff => "instant-runoff",
        TransferRule.InstantRunoffToTwo => "instant-runoff-to-two",
        TransferRule.Dail => "dail",
        TransferRule.Seanad => "seanad",
        TransferRule.Meek => "meek",
        TransferRule.Wright => "wright",
        _ => throw new InvalidOperationException($"Bug in TransferTrace: rule {rule}."),
    };

    /// <summary>What the count starts from.</summary>
    public static Dictionary<string, Argument> Start(PreferenceBallots ballots, TransferCount count)
    {
        var arguments = new Dictionary<string, Argument>
        {
            ["seats"] = new Argument.Count(count.Seats),
            ["persons"] = new Argument.Count(ballots.Candidates.Count(c => !c.Withdrawn)),
            ["votes"] = new Argument.Count(count.Valid),
        };
        if (count.Quota is { } quota)
        {
            var whole = count.Rule is not (TransferRule.Seanad or TransferRule.Meek);
            arguments[whole ? "quota" : "needed"] = whole ? new Argument.Count(quota / count.Scale) : Votes(quota, count);
        }

        return arguments;
    }

    /// <summary>What it led to.</summary>
    public static Dictionary<string, Argument> End(PreferenceBallots ballots, TransferCount count) => new()
    {
        ["elected"] = Names(ballots, count.Elected),
        ["lists"] = new Argument.Count(count.Elected.Count),
        ["stages"] = new Argument.Count(count.Stages.Count),
    };

    /// <summary>One row a stage.</summary>
    public static IReadOnlyList<TraceRow> Stages(PreferenceBallots ballots, TransferCount count) => [.. count.Stages.Select(s => Stage(s, ballots, count))];

    /// <summary>One row a candidate, then what has left the count.</summary>
    public static IReadOnlyList<TraceRow> Standings(PreferenceBallots ballots, TransferCount count) => [.. Candidates(ballots, count)];

    private static Argument.Contenders Names(PreferenceBallots ballots, IEnumerable<int> candidates) => new([.. candidates.Select(c => ballots.Candidates[c].Id)]);

    private static Argument.Exact Votes(long votes, TransferCount count) => new(new Ratio(votes, count.Scale));

    private static TraceRow Stage(TransferStage stage, PreferenceBallots ballots, TransferCount count)
    {
        var row = new Dictionary<string, Argument>
        {
            ["stage"] = new Argument.Count(stage.Number),
            ["moved"] = Votes(stage.Moved, count),
            ["non-transferable"] = Votes(stage.NonTransferable, count),
            ["lost"] = Votes(stage.Lost, count),
        };
        foreach (var group in stage.Elected.GroupBy(e => e.By))
        {
            var by = group.Key switch
            {
                ElectedBy.Quota => stage.Number < count.Start ? "by-quota-for-now" : "by-quota",
                ElectedBy.Majority => "by-majority",
                _ => "by-last-vacancies",
            };
            row[by] = Names(ballots, group.Select(e => e.Candidate));
        }

        if (stage.Together.Count > 0)
        {
            row["together"] = Names(ballots, stage.Together);
        }

        if (stage.Quota is { } quota)
        {
            row["needed"] = Votes(quota, count);
        }

        if (stage.Restart)
        {
            row["restart"] = new Argument.Count(1);
        }

        if (stage.Rounds > 0)
        {
            row["rounds"] = new Argument.Count(stage.Rounds);
        }

        if (stage.Deferred > 0)
        {
            row["deferred"] = Votes(stage.Deferred, count);
        }

        if (stage.Tied.Count > 0)
        {
            row["tied"] = Names(ballots, stage.Tied);
        }

        if (stage.DecidedAt is { } earlier)
        {
            row["decided"] = new Argument.Count(earlier);
        }

        var kind = stage.Kind switch
        {
            StageKind.Surplus => "surplus",
            StageKind.Exclusion => stage.Together.Count > 0 ? "exclusion-together" : "exclusion",
            StageKind.KeepValues => "keep-values",
            _ => "first",
        };
        return new TraceRow(
            stage.From is { } from ? ballots.Candidates[from].Id : null,
            stage.Tied.Count == 0 ? kind : stage.DecidedAt is null ? kind + "-by-lot" : kind + "-by-stage",
            row);
    }

    private static IEnumerable<TraceRow> Candidates(PreferenceBallots ballots, TransferCount count)
    {
        for (var i = 0; i < ballots.Candidates.Count; i++)
        {
            if (!ballots.Candidates[i].Withdrawn)
            {
                yield return Candidate(ballots.Candidates[i], i, count);
            }
        }

        yield return Sum("non-transferable", count, s => s.NonTransferable);
        if (count.Stages.Any(s => s.Lost != 0))
        {
            yield return Sum("lost", count, s => s.Lost);
        }
    }

    private static TraceRow Candidate(BallotCandidate candidate, int index, TransferCount count)
    {
        var row = new Dictionary<string, Argument>();
        if (candidate.List != candidate.Id)
        {
            row["list"] = new Argument.Contenders([candidate.List]);
        }

        foreach (var stage in count.Stages)
        {
            row[$"transfer-{stage.Number}"] = Votes(stage.Transfers[index], count);
            row[$"stage-{stage.Number}"] = Votes(stage.After[index], count);
        }

        var elected = count.Stages.Skip(count.Start - 1).FirstOrDefault(s => s.Elected.Any(e => e.Candidate == index));
        var excluded = count.Stages.FirstOrDefault(s => s.Kind == StageKind.Exclusion && (s.From == index || s.Together.Contains(index)));
        if ((elected ?? excluded) is { } decisive)
        {
            row["at"] = new Argument.Count(decisive.Number);
        }

        if (elected is not null && count.Stages[^1].KeepValues is { Count: > 0 } kept && kept[index] < count.Scale)
        {
            row["keep"] = Votes(kept[index], count);
        }

        return new TraceRow(candidate.Id, elected is not null ? "elected" : excluded is not null ? "excluded" : "remaining", row);
    }

    /// <summary>What has left the count by every stage, added up.</summary>
    private static TraceRow Sum(string outcome, TransferCount count, Func<TransferStage, long> votes)
    {
        var row = new Dictionary<string, Argument>();
        long sum = 0;
        foreach (var stage in count.Stages)
        {
            sum += votes(stage);
            row[$"stage-{stage.Number}"] = Votes(sum, count);
        }

        return new TraceRow(null, outcome, row);
    }
}
