using FsCheck;
using FsCheck.Xunit;
using Mandate.Archive.Holdings;
using static Mandate.Modules.Tests.TheArchive.Holdings.Held;

namespace Mandate.Modules.Tests.TheArchive.Holdings;

public class HoldingsPropertyTest
{
    /// <summary>Whatever is taken from a complete run is named, and nothing else.</summary>
    [Property(MaxTest = 150)]
    public void Of_PartsTakenFromACompleteRun_AreNamedExactly(DoNotSize<int> seed)
    {
        var random = new Random(seed.Item);
        var (plan, run) = Made(random);
        var share = random.NextDouble();
        var held = run.Where(_ => random.NextDouble() >= share).ToArray();
        random.Shuffle(held);
        var report = CompletenessReport.Of(Title(plan), held, Today);
        var emptied = run.Select(p => p.Volume).Except(held.Select(p => p.Volume)).Where(v => v is not null).ToHashSet();
        var taken = run.Except(held).Where(p => !emptied.Contains(p.Volume)).Select(p => (p.Volume, p.Issue)).Order();

        report.Volumes.Select(v => Text(v.Volume)).Order().ShouldBe(emptied.Order()!);
        report.Issues.Select(i => (i.Volume is { } v ? Text(v) : null, (string?)(i.Issue == i.LastIssue ? Text(i.Issue) : $"{i.Issue}/{i.LastIssue}"))).Order().ShouldBe(taken);
        report.Contradictions.ShouldBeEmpty();
        report.Doubles.ShouldBeEmpty();
        (report.IssuesExpected - report.IssuesHeld).ShouldBe(report.Issues.Sum(i => i.LastIssue - i.Issue + 1) + report.Volumes.Sum(v => v.Issues));
    }

    /// <summary>Dates that are told of missing parts are the dates they had.</summary>
    [Property(MaxTest = 100)]
    public void Of_DatesOfMissingParts_AreTheirs(DoNotSize<int> seed)
    {
        var random = new Random(seed.Item);
        var run = Enumerable.Range(1, random.Next(1, 6)).SelectMany(v => Months(v, 1, 12)).ToArray();
        var held = run.Where(_ => random.Next(3) > 0).ToArray();
        foreach (var issue in CompletenessReport.Of(Title(Monthly(run.Length / 12)), held, Today).Issues)
        {
            issue.Date.ShouldBe(run.Single(p => p.Volume == Text(issue.Volume!.Value) && p.Issue == Text(issue.Issue)).Date);
        }
    }

    /// <summary>A complete run is one range, at both levels; one with a part taken from its middle has a gap.</summary>
    [Property(MaxTest = 150)]
    public void Write_CompleteRun_IsOneRange(DoNotSize<int> seed)
    {
        var random = new Random(seed.Item);
        var (plan, run) = Made(random);
        foreach (var level in new[] { HoldingsLevel.Summary, HoldingsLevel.Detailed })
        {
            var text = HoldingsStatement.Write(Title(plan), run, level);
            text.ShouldNotContain(',');
            text.ShouldNotContain(';');
            text.ShouldNotContain('\n');
        }

        if (run.Length > 2)
        {
            var without = run.ToList();
            without.RemoveAt(random.Next(1, run.Length - 1));
            HoldingsStatement.Write(Title(plan), without, HoldingsLevel.Detailed).Split(',').Length.ShouldBe(2);
        }
    }

    /// <summary>The order of the parts does not matter, whatever they are.</summary>
    [Property(MaxTest = 150)]
    public void OfAndWrite_PartsInAnotherOrder_TellTheSame(DoNotSize<int> seed)
    {
        var random = new Random(seed.Item);
        string?[] labels = [null, "1", "2", "3", "3/4", "7", "A-1", "A-3", "IV", "12a", "x y"];
        var parts = Enumerable.Range(0, random.Next(0, 12)).Select(_ => new HeldPart(
            labels[random.Next(labels.Length)], labels[random.Next(labels.Length)], random.Next(3) == 0 ? null : new(1970 + random.Next(5), random.Next(2) == 0 ? null : 1 + random.Next(12)),
            random.Next(5) == 0 ? PartKind.Index : PartKind.Basic, Pages(random.Next(2) == 0 ? "1..3 5" : "i..ii 1 ."))).ToArray();
        var plan = Title(random.Next(2) == 0 ? EnumerationPlan.Unknown : Monthly(random.Next(2) == 0 ? null : 5));
        var (statement, report) = (HoldingsStatement.Write(plan, parts, HoldingsLevel.Detailed), Tell(CompletenessReport.Of(plan, parts, Today)));
        random.Shuffle(parts);
        HoldingsStatement.Write(plan, parts, HoldingsLevel.Detailed).ShouldBe(statement);
        Tell(CompletenessReport.Of(plan, parts, Today)).ShouldBe(report);
    }

    /// <summary>Pages taken from the middle of an issue are missing, and no others.</summary>
    [Property(MaxTest = 100)]
    public void Of_PagesTakenFromAnIssue_AreNamedExactly(DoNotSize<int> seed)
    {
        var random = new Random(seed.Item);
        var count = random.Next(2, 60);
        var kept = Enumerable.Range(1, count).Where(n => n == 1 || n == count || random.Next(3) > 0).ToArray();
        var part = Part(1, "1", null, [.. kept.Select((n, at) => new HeldPage(at + 1, Text(n)))]);
        var report = CompletenessReport.Of(Title(Monthly(1) with { Pages = PageNumbering.RestartsEachIssue }), [part], Today);
        report.Pages.ShouldAllBe(p => p.Certain);
        report.Pages.SelectMany(p => Enumerable.Range(int.Parse(p.First, System.Globalization.CultureInfo.InvariantCulture), p.Count)).ShouldBe(Enumerable.Range(1, count).Except(kept));
    }

    private static string Tell(Completeness c) => string.Join('\n', [
        .. c.Volumes.Select(v => v.ToString()), .. c.Issues.Select(i => i.ToString()), .. c.Pages.Select(p => p.ToString()), .. c.RepeatedPages.Select(p => p.ToString()),
        .. c.Doubles.Select(d => $"{d.Name}: {d.Parts.Count}"), .. c.Unknowns, .. c.Contradictions, $"{c.VolumesExpected} {c.VolumesHeld} {c.IssuesExpected} {c.IssuesHeld} {c.LatestExpected}"]);

    /// <summary>A plan of a ceased title and all its parts: with volumes or without, restarting or running on, with odd volumes and combined issues.</summary>
    private static (EnumerationPlan Plan, HeldPart[] Run) Made(Random random)
    {
        if (random.Next(4) == 0)
        {
            var (from, count) = (random.Next(1, 50), random.Next(1, 40));
            return (new() { Levels = Levels.NumbersOnly, First = new(null, from), Last = new(null, from + count - 1) }, [.. Enumerable.Range(from, count).Select(n => Part(null, Text(n)))]);
        }

        var (first, volumes, usual, continuous) = (random.Next(1, 30), random.Next(1, 8), random.Next(1, 9), random.Next(2) == 0);
        var (sizes, combined, run, next) = (new Dictionary<int, int>(), new List<IssueRange>(), new List<HeldPart>(), 1);
        for (var volume = first; volume < first + volumes; volume++)
        {
            var size = random.Next(4) == 0 ? random.Next(1, 12) : usual;
            if (size != usual)
            {
                sizes.Add(volume, size);
            }

            next = continuous ? next : 1;
            for (var end = next + size; next < end; next++)
            {
                if (next + 1 < end && random.Next(6) == 0)
                {
                    combined.Add(new(volume, new(next, next + 1)));
                    run.Add(Part(volume, $"{next}/{next + 1}"));
                    next++;
                }
                else
                {
                    run.Add(Part(volume, Text(next)));
                }
            }
        }

        return (new()
        {
            Levels = Levels.VolumesAndIssues,
            First = new(first, 1),
            Last = new(first + volumes - 1, null),
            IssuesAVolume = usual,
            IssuesIn = sizes,
            Combined = combined,
            Numbering = continuous ? IssueNumbering.Continuous : IssueNumbering.RestartsEachVolume,
        }, [.. run]);
    }
}
