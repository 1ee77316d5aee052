using Mandate.Electoral.Methods;

namespace Mandate.Electoral.Steps;

/// <summary>Allocates seats to lists by a quota or divisor method.</summary>
/// <param name="Id">Id of the step.</param>
/// <param name="Method">The method.</param>
/// <param name="As">The table written: seats by list, those already held among them.</param>
public sealed record AllocateStep(string Id, Method Method, string As) : Step("allocate", Id)
{
    /// <summary>Name of the table of lists that took a seat at the last and smallest remainder or average.</summary>
    public const string Last = "last";

    /// <summary>Gets the table of those who take part; null for every list on the ballot.</summary>
    public string? Among { get; init; }

    /// <summary>Gets the table whose numbers count as votes; null for the votes themselves.</summary>
    public string? VotesFrom { get; init; }

    /// <summary>Gets the seats to be filled; null for those of the place.</summary>
    public TermSum? Seats { get; init; }

    /// <summary>Gets the table of seats already held; null for none.</summary>
    public string? Held { get; init; }

    /// <summary>Gets what becomes of seats held above a list's share.</summary>
    public Excess Excess { get; init; }

    /// <summary>Gets the fewest seats every list that takes part ends with.</summary>
    public int Minimum { get; init; }

    /// <summary>Gets whether a list takes no more seats than it has persons, where they are known.</summary>
    public bool WithinPersons { get; init; }

    /// <summary>Gets the table written: seats beyond those held; null to write none.</summary>
    public string? Further { get; init; }

    /// <summary>Gets the table written: seats held that a list keeps where it must return some; null to write none.</summary>
    public string? Kept { get; init; }

    /// <summary>Gets a quota of its own: of another base, in a wider area, or for whole quotas only; null for the plain one.</summary>
    public OwnQuota? Own { get; init; }

    /// <summary>Gets the share of the quota a list needs to take part in remainders; null lets all take part.</summary>
    public Ratio? RemaindersFrom { get; init; }

    /// <summary>Gets rules for a tie, in order.</summary>
    public IReadOnlyList<TieRule> Ties { get; init; } = [];

    /// <inheritdoc/>
    public override bool GivesSeats => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads =>
        [.. new[] { Among, VotesFrom, Held }.OfType<string>(), .. Seats?.Names.Where(n => n != TermSum.AreaSeats) ?? []];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes =>
        [As, .. new[] { Further, Kept, Own?.Left, RemaindersFrom is null ? null : Last }.OfType<string>()];

    /// <inheritdoc/>
    internal override IEnumerable<string> Needs => new[] { Among, VotesFrom }.OfType<string>();

    /// <inheritdoc/>
    internal override void Run(StepContext context)
    {
        var (lists, votes) = Claimants(context);
        if (votes is null || (Own?.At is null && context.Count(this, Seats ?? Plain) is null))
        {
            return;
        }

        if (votes.Sum() == 0)
        {
            context.Halt(this, Status.Undefined, "no-votes", lists, context.Area.Seats ?? 0);
            return;
        }

        if (RemaindersFrom is { } from)
        {
            if (context.Count(this, Seats ?? Plain) is { } seats)
            {
                RestrictedRemainders.Run(context, this, (QuotaMethod)Method, from, seats, lists, votes);
            }
        }
        else if (Own is { Whole: true })
        {
            WholeQuotas.Run(context, this, Own, lists, votes);
        }
        else
        {
            Share(context, lists, votes);
        }
    }

    /// <summary>Seats of the place.</summary>
    internal static TermSum Plain { get; } = TermSum.Parse(TermSum.AreaSeats)!;

    /// <summary>Those who take part here, with their votes; null after halting for votes that are unknown.</summary>
    private (IReadOnlyList<string> Lists, IReadOnlyList<long>? Votes) Claimants(StepContext context)
    {
        var lists = context.Among(Among ?? VotesFrom);
        if (VotesFrom is { } table)
        {
            var rows = context.Read(table);
            lists = [.. lists.Where(rows.Has)];
        }
        else if (Among is not null)
        {
            var among = context.Read(Among);
            lists = [.. context.Area.Contenders.Select(c => c.Id).Where(among.Has)];
        }

        return (lists, context.Votes(this, lists, VotesFrom));
    }

    private void Share(StepContext context, IReadOnlyList<string> lists, IReadOnlyList<long> votes)
    {
        var house = context.Count(this, Seats ?? Plain)!.Value;
        var held = Held is null ? null : context.Find(Held) ?? new Rows([]);
        if (house <= 0)
        {
            // Nothing is shared out. Who holds seats keeps them, where the law lets seats above the share stand.
            var stand = Excess is not (Excess.Return or Excess.Forfeit);
            Write(context, lists, lists.ToDictionary(l => l, l => stand ? held?[l] ?? 0 : 0), held);
            return;
        }

        if (house > Apportionment.LargestHouse)
        {
            context.Halt(this, Status.Undefined, "too-many-seats", [], house);
            return;
        }

        var quota = Own is null ? null : Own.Of(context, this);
        if (Own is not null && quota is null)
        {
            return;
        }

        if (ExcessRule.Run(context, this, new Claimed(lists, votes, held, house, quota, VotesFrom is null ? 1 : context.Read(VotesFrom).Unit)) is not { } shares)
        {
            return;
        }

        Write(context, lists, shares, held);
    }

    private void Write(StepContext context, IReadOnlyList<string> lists, IReadOnlyDictionary<string, long> seats, Rows? held)
    {
        context.Write(As, Rows.Of(lists, l => seats[l]));
        if (Further is not null)
        {
            context.Write(Further, Rows.Of(lists, l => Math.Max(0, seats[l] - (held?[l] ?? 0))));
        }
    }
}

/// <summary>What becomes of seats a list holds above its share.</summary>
public enum Excess
{
    /// <summary>Held seats are the start of the count: nobody falls below them, others have fewer.</summary>
    Start,

    /// <summary>The list keeps them and leaves the count; the rest share the other seats (Norway, Denmark, Austria).</summary>
    DropOut,

    /// <summary>The list keeps them and the house grows by as many (New Zealand; Germany until 2009).</summary>
    Enlarge,

    /// <summary>The house grows until they are no longer above the share (Germany 2013).</summary>
    Compensate,

    /// <summary>The list gives them back (Sweden since 2018).</summary>
    Return,

    /// <summary>They are not seats at all: whoever came first beyond the share is not elected (Germany 2023).</summary>
    Forfeit,
}

/// <summary>A quota other than that of the votes and seats at hand.</summary>
/// <param name="Over">The figure shared out; null for the votes of those who take part.</param>
/// <param name="At">The kind of wider area whose votes and seats make it; null for the place itself.</param>
/// <param name="Whole">Whether only whole quotas give seats.</param>
/// <param name="Left">The table written: votes no seat was given for; null to write none.</param>
public sealed record OwnQuota(string? Over, string? At, bool Whole, string? Left)
{
    /// <summary>The quota, exact; null after halting for what is unknown.</summary>
    internal Ratio? Of(StepContext context, AllocateStep step)
    {
        if ((At is null ? context.Area : context.Run.Around(context.Area, At)) is not { } area)
        {
            context.Halt(step, Status.Unknown, "areas", [], context.Area.Seats ?? 0, [At!]);
            return null;
        }

        var where = context.In(area);
        if (where.Count(step, step.Seats ?? AllocateStep.Plain) is not { } seats)
        {
            return null;
        }

        long votes;
        if (Over is null)
        {
            var lists = where.Among(step.Among ?? step.VotesFrom);
            if (where.Votes(step, lists, step.VotesFrom) is not { } counts)
            {
                return null;
            }

            votes = counts.Sum();
        }
        else
        {
            var figure = where.Figure(Over);
            if (!figure.IsKnown)
            {
                context.Halt(step, Status.Unknown, "figure", [], seats, [.. figure.Missing.Select(m => m.Fact)]);
                return null;
            }

            votes = figure.Known;
        }

        if (seats < 1 || votes < 1)
        {
            context.Halt(step, Status.Undefined, "no-votes", [], seats);
            return null;
        }

        // Votes of the place over a quota this small would be more seats than any house has: the figures contradict each other.
        var quota = ((QuotaMethod)step.Method).Quota(votes, seats);
        if (context.Figure("votes").Known / quota > Apportionment.LargestHouse)
        {
            context.Halt(step, Status.Undefined, "too-many-seats", [], seats);
            return null;
        }

        return quota;
    }
}
