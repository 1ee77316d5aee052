using Mandate.Electoral;

namespace Mandate.Reports.Elections;

/// <content>What is missing, and what does not add up.</content>
internal sealed partial class Teller
{
    /// <summary>What must happen first. In a terminal it ends with the words that settle it.</summary>
    public string Sentence(Pending pending)
    {
        var condition = declaration.Outcome.Parts.SelectMany(p => p.Conditions).FirstOrDefault(c => pending.Facts.Contains(c.Fact));
        var key = pending.Reason == "filling" && pending.Until is not null ? "pending.filling-until" : "pending." + pending.Reason;
        var sentence = speech.Say(
            key,
            ("contenders", speech.And([.. pending.Contenders.Select(Name)])),
            ("seats", speech.Number(pending.Seats)),
            ("figures", string.Join(", ", pending.Facts.Select(f => pending.Reason == "matrix" ? AreaName(f) : FactName(f)).Distinct())),
            ("upto", condition is null ? string.Empty : speech.Number(condition.UpTo)),
            ("until", pending.Until is { } until ? speech.DayUntil(until) : string.Empty));
        return terminal && Hint(pending) is { } hint ? $"{sentence} {hint}" : sentence;
    }

    /// <summary>The options of the command line that settle a matter; null where none does.</summary>
    private string? Hint(Pending pending) => pending switch
    {
        { Status: Status.Tie } => speech.Say("hint.lot", ("lot", $"--lot {pending.Contest}/{pending.Area}:{pending.Step}={string.Join(',', Enumerable.Repeat("LIST", pending.Seats))}")),
        { Status: Status.Unknown, Reason: not ("tier" or "areas"), Facts.Count: > 0 } => speech.Say("hint.fact", ("facts", string.Join(' ', pending.Facts.Select(f => $"--fact {f}={(pending.Reason == "registration" ? "YYYY-MM-DD" : "N")}")))),
        _ => null,
    };

    /// <summary>A missing fact in words: the figure, and its part of the election where there are several.</summary>
    private string FactName(string fact)
    {
        if (fact.Split(':') is not [var place, var thing] || place.Split('/') is not [var contest, var of])
        {
            // Another part of the election: its tier, or a table of it.
            return TierName(fact.Split('.')[0]);
        }

        var name = thing.Split('.', 2) is ["votes", var list] ? $"{speech.Say("column.votes")} · {Name(list)}"
            : thing == "seats" ? speech.Say("column.seats")
            : Language.Speech.Knows("figure." + thing) ? speech.Say("figure." + thing) : thing;
        var parts = new List<string>();
        if (Election.Input.Contests.Count > 1)
        {
            parts.Add(TierName(contest));
        }

        if (Election.Input.Contests.Any(c => c.Id == contest && c.Constituencies.Count > 1))
        {
            parts.Add(AreaName(of));
        }

        return parts.Count == 0 ? name : $"{name} ({string.Join(" · ", parts)})";
    }

    private string Sentence(RelationResult result) => speech.Say(
        result.Missing is null || result.Difference < 0 ? "finding.fails" : "finding.unaccounted",
        ("relation", speech.Relation(result.Relation)),
        ("left", speech.Number(result.Left)),
        ("right", speech.Number(result.Right)),
        ("difference", speech.Number(Math.Abs(result.Difference))),
        ("missing", Missing(result.Missing?.Split(':')[^1] ?? string.Empty)));

    /// <summary>A missing figure, or the votes of one option.</summary>
    private string Missing(string thing) => thing.Split('.', 2) is ["votes", var list] ? Name(list) : speech.FigureInRelation(thing);
}
