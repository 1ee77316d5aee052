using Mandate.Electoral.Methods;

namespace Mandate.Electoral.Steps;

/// <summary>Allocates the constituency's seats to lists by a quota or divisor method.</summary>
/// <param name="Id">Id of the step.</param>
/// <param name="Method">The method.</param>
/// <param name="Among">Table of those who take part; null for every list on the ballot.</param>
/// <param name="Ties">Rules for a tie, in order.</param>
/// <param name="As">The table written: seats by list.</param>
public sealed record AllocateStep(string Id, Method Method, string? Among, IReadOnlyList<TieRule> Ties, string As) : Step("allocate", Id)
{
    /// <summary>Name of the table of lists that took a seat at the last and smallest remainder or average.</summary>
    public const string Last = "last";

    /// <summary>Gets the share of the quota a list needs to take part in remainders; null lets all take part.</summary>
    public Ratio? RemaindersFrom { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Reads => Among is null ? [] : [Among];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Writes => RemaindersFrom is null ? [As] : [As, Last];

    /// <inheritdoc/>
    internal override void Run(StepContext context)
    {
        var lists = context.Among(Among);
        if (context.Votes(this, lists) is not { } votes)
        {
            return;
        }

        if (votes.Sum() == 0)
        {
            context.Halt(this, Status.Undefined, "no-votes", lists, context.Seats);
            return;
        }

        if (RemaindersFrom is { } from)
        {
            RestrictedRemainders.Run(context, this, (QuotaMethod)Method, from, lists, votes);
            return;
        }

        var claims = lists.Select((list, i) => new Claim(list, new VoteCount(votes[i]))).ToList();
        var allocation = Apportionment.Allocate(Method, claims, new SeatCount(context.Seats));
        AllocationTrace.Add(context, this, allocation);
        if (allocation.Tie is { } tie)
        {
            if (TieSettler.Settle(context, this, tie, Ties) is not { } winners)
            {
                context.Write(As, Seats(allocation));
                return;
            }

            allocation = allocation.Settle(winners);
        }

        context.Vacant += allocation.Vacant;
        context.Write(As, Seats(allocation));
    }

    private static Table Seats(Allocation allocation) =>
        new(allocation.Claims.Select((c, i) => KeyValuePair.Create(c.List, (long)allocation.Awarded[i])));
}
