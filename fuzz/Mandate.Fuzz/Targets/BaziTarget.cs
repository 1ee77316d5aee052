using System.Text;
using Mandate.Electoral;
using Mandate.Electoral.Methods;
using Mandate.Laws;

namespace Mandate.Fuzz.Targets;

/// <summary>A file of BAZI: read, allocated, written, and read again with the same votes and seats.</summary>
internal static class BaziTarget
{
    private const int MostSeats = 1000;

    public static void Run(byte[] data)
    {
        var findings = new Findings();
        var file = BaziFile.Parse(Encoding.UTF8.GetString(data), "fuzz.bazi", findings);
        Faults.Check(file is not null, findings);
        if (file is null)
        {
            return;
        }

        var parts = new List<(string, Allocation)>();
        foreach (var district in file.Districts)
        {
            if (ClaimTarget.Allocate(DivisorMethod.SainteLague, district.Claims, Math.Min(district.Seats ?? 10, MostSeats)) is { } allocation)
            {
                parts.Add((district.Name, allocation));
            }
        }

        if (parts.Count == 0)
        {
            return;
        }

        var again = BaziFile.Parse(BaziFile.Write(file.Title, DivisorMethod.SainteLague, parts), "fuzz.bazi", findings);
        Target.Promise(again is not null, $"what is written is read: {string.Join("; ", findings.All)}");
        Target.Promise(
            again!.Districts.SelectMany(d => d.Claims.Select((c, i) => (c.Votes, d.Recorded[i]))).SequenceEqual(parts.SelectMany(p => p.Item2.Claims.Select((c, i) => (c.Votes, (int?)p.Item2.Awarded[i])))),
            "what is written has the same votes and seats");
    }
}
