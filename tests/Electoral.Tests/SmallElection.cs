using Mandate.Electoral.Methods;

namespace Mandate.Electoral.Tests;

/// <summary>A made-up election of few lists, made so that ties, equal lists, lists without votes and votes near 2^63 are frequent.</summary>
internal sealed class SmallElection
{
    private readonly long[] votes;
    private readonly int[] least;
    private readonly int[] most;
    private readonly int seats;

    public SmallElection(Random random)
    {
        var lists = 1 + random.Next(random.Next(2, 9));
        seats = 1 + random.Next(random.Next(2, 24));
        var kind = random.Next(16);
        var unit = 1 + random.NextInt64(long.MaxValue / 8 / 32);
        var near = random.NextInt64(long.MaxValue / 16, long.MaxValue / 8 - 8);
        votes = new long[lists];
        for (var i = 0; i < lists; i++)
        {
            votes[i] = kind switch
            {
                < 5 => random.Next(10),
                < 9 => random.Next(60),
                < 11 => random.Next(5000),
                11 => 60 * random.Next(20),
                12 => random.Next(1_000_000),
                13 => unit * random.Next(32),
                14 => near + random.Next(8),
                _ => random.NextInt64(long.MaxValue / 8),
            };
        }

        votes[random.Next(lists)] += votes.All(v => v == 0) ? 1 : 0;
        IsBounded = random.Next(3) == 0;
        (least, most) = (new int[lists], new int[lists]);
        for (var i = 0; i < lists; i++)
        {
            least[i] = IsBounded && random.Next(3) == 0 ? random.Next((seats / 2) + 2) : 0;
            most[i] = IsBounded && random.Next(3) == 0 ? least[i] + random.Next((seats / 2) + 2) : int.MaxValue;
        }
    }

    /// <summary>Gets whether lists have a least or a most number of seats.</summary>
    public bool IsBounded { get; }

    /// <summary>Allocates twice and fails where the answers differ.</summary>
    public Allocation Agree(Method method)
    {
        var claims = new Claim[votes.Length];
        for (var i = 0; i < votes.Length; i++)
        {
            claims[i] = new Claim(Ids[i], new VoteCount(votes[i])) { Minimum = new SeatCount(least[i]), Maximum = most[i] == int.MaxValue ? null : new SeatCount(most[i]) };
        }

        var expected = Oracle.Allocate(method, votes, seats, least, most);
        var found = Apportionment.Allocate(method, claims, new SeatCount(seats));
        var tied = (found.Tie?.Contenders ?? []).SequenceEqual(expected.Tied.Select(i => Ids[i]));
        if (!tied || !found.Awarded.SequenceEqual(expected.Seats) || (found.Tie?.Seats ?? 0) != expected.TiedSeats || found.Vacant != expected.Vacant || found.Excess != expected.Excess)
        {
            found.ToString().ShouldBe(expected.ToString(), $"""
                {method.Name}, {seats} seats, votes {string.Join(',', votes)}, least {string.Join(',', least)}, most {string.Join(',', most)}:
                {string.Join(',', found.Awarded)} with {string.Join(',', found.Tie?.Contenders ?? [])} tied, not {string.Join(',', expected.Seats)} with {string.Join(',', expected.Tied)}
                """);
        }

        return found;
    }

    private static readonly string[] Ids = ["0", "1", "2", "3", "4", "5", "6", "7"];
}
