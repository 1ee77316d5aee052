using Mandate.Electoral;
using Mandate.Electoral.Methods;
using Mandate.Electoral.Tests;

namespace Mandate.Fuzz.Targets;

/// <summary>One small election read from bytes: the public door and the batch against the oracle.</summary>
/// <remarks>The first byte is the method, the second the seats, the third the lists; then each list has a byte that says how its votes are written, and perhaps bounds.</remarks>
internal static class KernelTarget
{
    private const int MostLists = 12;
    private const int MostSeats = 40;

    private static readonly Method[] Methods =
    [
        .. Method.Named,
        .. Enum.GetValues<QuotaRounding>().Select(QuotaMethod.Hare.Rounded),
        .. Enum.GetValues<QuotaRounding>().Select(QuotaMethod.Imperiali.Rounded),
        .. new[] { "1.2,3,5", "0.5,2,3,7", "1,1.5,1.75,1000", "999999,1000000" }.Select(s => Method.TryParse(s, out var m, out var expected) ? m! : throw new InvalidOperationException(expected)),
    ];

    public static void Run(byte[] data)
    {
        var bytes = new Queue<byte>(data);
        var method = Methods[Next(bytes) % Methods.Length];
        var seats = 1 + (Next(bytes) % MostSeats);
        var lists = 1 + (Next(bytes) % MostLists);
        var (votes, least, most) = (new long[lists], new int[lists], new int[lists]);
        for (var i = 0; i < lists; i++)
        {
            var kind = Next(bytes);
            votes[i] = (kind % 8) switch
            {
                0 => Next(bytes),
                1 => (Next(bytes) << 8) | Next(bytes),
                2 when i > 0 => votes[i - 1],
                3 when i > 0 => Math.Max(0, votes[i - 1] - 1),
                4 => long.MaxValue / MostLists - Next(bytes),
                5 => 1L << (Next(bytes) % 59),
                6 => 0,
                _ => Long(bytes) % (long.MaxValue / MostLists),
            };
            least[i] = kind < 128 ? 0 : Next(bytes) % 8;
            most[i] = (kind & 64) == 0 ? int.MaxValue : least[i] + (Next(bytes) % 16);
        }

        if (votes.All(v => v == 0))
        {
            return;
        }

        Compare(method, votes, seats, least, most);
    }

    private static void Compare(Method method, long[] votes, int seats, int[] least, int[] most)
    {
        var claims = votes.Select((v, i) => new Claim($"{i}", new VoteCount(v)) { Minimum = new SeatCount(least[i]), Maximum = most[i] == int.MaxValue ? null : new SeatCount(most[i]) }).ToList();
        var expected = Oracle.Allocate(method, votes, seats, least, most);
        var found = Apportionment.Allocate(method, claims, new SeatCount(seats));
        var shown = $"{method.Name}, {seats} seats, votes {string.Join(',', votes)}, least {string.Join(',', least)}, most {string.Join(',', most)}";
        Target.Promise(found.Awarded.SequenceEqual(expected.Seats), "the seats of the oracle: " + shown);
        Target.Promise((found.Tie?.Contenders ?? []).SequenceEqual(expected.Tied.Select(i => $"{i}")), "the tie of the oracle: " + shown);
        Target.Promise((found.Tie?.Seats ?? 0, found.Vacant, found.Excess) == (expected.TiedSeats, expected.Vacant, expected.Excess), "the open seats of the oracle: " + shown);
        if (least.All(l => l == 0) && most.All(m => m == int.MaxValue))
        {
            var (awarded, tied) = (new int[votes.Length], new int[1]);
            BatchApportionment.Allocate(method, votes, votes.Length, seats, awarded, tied);
            Target.Promise(awarded.SequenceEqual(expected.Seats) && tied[0] == expected.TiedSeats, "the same seats in a batch: " + shown);
        }
    }

    private static byte Next(Queue<byte> bytes) => bytes.TryDequeue(out var b) ? b : (byte)0;

    private static long Long(Queue<byte> bytes)
    {
        long value = 0;
        for (var i = 0; i < 8; i++)
        {
            value = ((value & (long.MaxValue >> 8)) << 8) | Next(bytes);
        }

        return value;
    }
}
