using Mandate.Electoral.Methods;

namespace Mandate.Electoral.Steps;

/// <summary>What a list must reach to take part.</summary>
public abstract record Threshold
{
    private Threshold()
    {
    }

    /// <summary>Gets names of tables it reads.</summary>
    internal virtual IEnumerable<string> Names => [];

    /// <summary>Whether a list reaches it; null where a figure is missing, whose fact is noted.</summary>
    internal abstract bool? IsReached(StepContext context, string list, string? votes, List<string> missing);

    /// <summary>The condition as part of a sentence.</summary>
    internal abstract Argument Words { get; }

    /// <summary>A share of a figure, such as 4 % of the valid votes of the nation.</summary>
    /// <param name="Limit">The share and its base.</param>
    /// <param name="Where">Where it is measured; null for the place of the step.</param>
    public sealed record Share(Limit Limit, Reach? Where) : Threshold
    {
        internal override Argument Words => Measured("share", Where, new Dictionary<string, Argument>
        {
            ["limit"] = new Argument.Share(Limit.Share, null),
            ["than"] = new Argument.Term(Limit.Strict ? "more-than" : "at-least"),
            ["of"] = new Argument.Term(Limit.Of),
        });

        internal override bool? IsReached(StepContext context, string list, string? votes, List<string> missing) => In(context, Where, place =>
        {
            var figure = place.Figure(Limit.Of);
            missing.AddRange(figure.Missing.Select(m => m.Fact));
            return place.Votes(list, votes, missing) is { } count && figure.IsKnown ? Limit.IsReached(count, figure.Known) : null;
        }, missing);
    }

    /// <summary>A number of quotas, such as one whole electoral quota, or three quarters of one.</summary>
    /// <param name="Quota">The quota.</param>
    /// <param name="AtLeast">How many of them.</param>
    /// <param name="Of">The figure that is shared out.</param>
    /// <param name="Seats">The seats it is shared over; null for those of the place.</param>
    /// <param name="Where">Where it is measured; null for the place of the step.</param>
    public sealed record Quotas(QuotaMethod Quota, Ratio AtLeast, string Of, TermSum? Seats, Reach? Where) : Threshold
    {
        internal override IEnumerable<string> Names => Seats?.Names.Where(n => n != TermSum.AreaSeats) ?? [];

        internal override Argument Words => Measured("quotas", Where, new Dictionary<string, Argument>
        {
            ["number"] = new Argument.Exact(AtLeast),
            ["quota"] = new Argument.Term(Quota.Name),
        });

        internal override bool? IsReached(StepContext context, string list, string? votes, List<string> missing) => In(context, Where, place =>
        {
            var figure = place.Figure(Of);
            missing.AddRange(figure.Missing.Select(m => m.Fact));
            var seats = Seats is null ? place.Area.Seats : place.CountKnown(Seats);
            if (seats is null)
            {
                missing.Add(place.Fact("seats"));
            }

            return place.Votes(list, votes, missing) is not { } count || !figure.IsKnown || seats is null
                ? null
                : seats > 0 && figure.Known > 0 && new Ratio(count, 1) >= AtLeast * Quota.Quota(figure.Known, seats.Value);
        }, missing);
    }

    /// <summary>Seats the list has already, such as three won directly.</summary>
    /// <param name="Of">The tables added up.</param>
    /// <param name="AtLeast">How many seats.</param>
    public sealed record Won(TermSum Of, int AtLeast) : Threshold
    {
        internal override IEnumerable<string> Names => Of.Names;

        internal override Argument Words => new Argument.Phrase("condition.seats", new Dictionary<string, Argument>
        {
            ["number"] = new Argument.Count(AtLeast),
            ["table"] = new Argument.Text(Of.ToString()),
        });

        internal override bool? IsReached(StepContext context, string list, string? votes, List<string> missing) => context.Table(Of)[list] >= AtLeast;
    }

    /// <summary>A mark the election gives the list, such as that of a national minority.</summary>
    /// <param name="Tag">The mark.</param>
    public sealed record Tagged(string Tag) : Threshold
    {
        internal override Argument Words => new Argument.Phrase("condition.tagged", new Dictionary<string, Argument> { ["tag"] = new Argument.Term(Tag) });

        internal override bool? IsReached(StepContext context, string list, string? votes, List<string> missing) =>
            context.Area.Contenders.FirstOrDefault(c => c.Id == list)?.Tags.Contains(Tag) == true;
    }

    /// <summary>How many parties put the list forward.</summary>
    /// <param name="Least">The fewest.</param>
    /// <param name="Most">The most; null for any number.</param>
    public sealed record Parties(int Least, int? Most) : Threshold
    {
        internal override Argument Words => new Argument.Phrase(
            Most is null ? "condition.parties-least" : "condition.parties",
            new Dictionary<string, Argument> { ["number"] = new Argument.Count(Least) });

        internal override bool? IsReached(StepContext context, string list, string? votes, List<string> missing) =>
            context.Area.Contenders.FirstOrDefault(c => c.Id == list)?.Parties is { } parties && parties >= Least && (Most is null || parties <= Most);
    }

    /// <summary>A place in an earlier set.</summary>
    /// <param name="Table">The set.</param>
    public sealed record Member(string Table) : Threshold
    {
        internal override IEnumerable<string> Names => [Table];

        internal override Argument Words => new Argument.Phrase("condition.member", new Dictionary<string, Argument> { ["table"] = new Argument.Text(Table) });

        internal override bool? IsReached(StepContext context, string list, string? votes, List<string> missing) => context.Find(Table)?.Has(list) == true;
    }

    /// <summary>Several conditions, all or any of them.</summary>
    /// <param name="Every">Whether all are needed.</param>
    /// <param name="Parts">At least one.</param>
    public sealed record Joined(bool Every, IReadOnlyList<Threshold> Parts) : Threshold
    {
        internal override IEnumerable<string> Names => Parts.SelectMany(p => p.Names);

        internal override Argument Words => new Argument.Joined(Every, [.. Parts.Select(p => p.Words)]);

        internal override bool? IsReached(StepContext context, string list, string? votes, List<string> missing)
        {
            // A part that is not known does not matter where another decides.
            var lacking = new List<string>();
            var known = Parts.Select(p => p.IsReached(context, list, votes, lacking)).ToList();
            if (known.Any(k => k == !Every))
            {
                return !Every;
            }

            missing.AddRange(lacking);
            return known.All(k => k is not null) ? Every : null;
        }
    }

    private static Argument.Phrase Measured(string key, Reach? where, Dictionary<string, Argument> parts)
    {
        if (where is null)
        {
            return new Argument.Phrase("condition." + key, parts);
        }

        parts["area"] = new Argument.Term(where.Kind);
        parts["areas"] = new Argument.Count(where.Areas);
        return new Argument.Phrase($"condition.{key}-{(where.Kind == Areas.Nation ? "nation" : "areas")}", parts);
    }

    /// <summary>Measures in the place itself, in the area around it, or counts the areas inside it where the measure is reached.</summary>
    private static bool? In(StepContext context, Reach? where, Func<StepContext, bool?> measure, List<string> missing)
    {
        if (where is null)
        {
            return measure(context);
        }

        var inside = context.Run.Within(context.Area, where.Kind);
        if (inside.Count == 0)
        {
            if (context.Run.Around(context.Area, where.Kind) is { } around)
            {
                return measure(context.In(around));
            }

            missing.Add(context.Fact("areas." + where.Kind));
            return null;
        }

        var results = inside.Select(p => measure(context.In(p))).ToList();
        return results.Count(r => r == true) >= where.Areas ? true : results.Count(r => r != false) >= where.Areas ? null : false;
    }
}

/// <summary>Areas in which a threshold is measured.</summary>
/// <param name="Kind">Kind of area: <c>nation</c>, <c>constituency</c>, or a kind of region.</param>
/// <param name="Areas">In how many of them it must be reached, where they lie inside the step's place.</param>
public sealed record Reach(string Kind, int Areas);
