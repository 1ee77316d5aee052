using System.Text;
using Mandate.Electoral;
using Mandate.Electoral.Methods;
using Mandate.Laws;

namespace Mandate.Fuzz.Targets;

/// <summary>A table of lists and votes: read, and allocated by a quota and by divisors.</summary>
internal static class ClaimTarget
{
    private const int Seats = 100;

    public static void Run(byte[] data)
    {
        var (claims, findings) = ClaimFile.Parse(Encoding.UTF8.GetString(data), "fuzz.csv");
        Target.Promise(claims.Count > 0 || !findings.IsEmpty, "lists or findings");
        Faults.Check(findings.IsEmpty, findings);
        if (findings.IsEmpty)
        {
            Allocate(QuotaMethod.Hare, claims, Seats);
            Allocate(DivisorMethod.DHondt, claims, Seats);
        }
    }

    /// <summary>An allocation whose seats add up; null where there are no votes, or too many for a sum.</summary>
    public static Allocation? Allocate(Method method, IReadOnlyList<Claim> claims, int seats)
    {
        var total = claims.Aggregate(System.Numerics.BigInteger.Zero, (sum, c) => sum + c.Votes.Value);
        if (total.IsZero || total > long.MaxValue)
        {
            return null;
        }

        var found = Apportionment.Allocate(method, claims, new SeatCount(seats));
        Target.Promise(found.Awarded.Sum(a => (long)a) + (found.Tie?.Seats ?? 0) + found.Vacant - found.Excess == seats, $"seats that add up, by {method.Name}");
        return found;
    }
}
