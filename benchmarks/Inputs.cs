namespace Mandate.Benchmarks;

/// <summary>Votes the benchmarks share; made up but for the first.</summary>
internal static class Inputs
{
    /// <summary>The 37 lists of the election to the Dutch House of Representatives in 2021.</summary>
    public static readonly long[] Netherlands =
    [
        2279130, 1565861, 1124482, 990601, 623371, 597192, 537308, 523083, 399750, 351275, 252480, 246620, 215249, 211237, 106702, 104319, 87238, 40731, 33834,
        30328, 22816, 15297, 13198, 9264, 8657, 8277, 5546, 5449, 5015, 3744, 1880, 942, 804, 553, 255, 245, 119,
    ];

    /// <summary>Five lists.</summary>
    public static readonly long[] Five = [1234567, 987654, 456789, 123456, 98765];

    /// <summary>Lists whose logarithms are drawn from a normal distribution.</summary>
    public static long[] Lognormal(int lists)
    {
        var random = new Random(lists);
        return [.. Enumerable.Range(0, lists).Select(_ => 1 + (long)Math.Exp(12.5 + (1.2 * Normal(random))))];
    }

    /// <summary>Inputs made to be hard: jumps that land far off, ties of all, giants among dwarfs.</summary>
    public static long[] Hard(string kind, int lists) => kind switch
    {
        "equal" => [.. Enumerable.Repeat(1_000_003L, lists)],
        "giant" => [1_000_000_000_000, .. Enumerable.Range(1, lists - 1).Select(i => 1L + (i % 97))],
        "dwarfs" => [1_000, .. Enumerable.Repeat(999L, lists - 1)],
        "geometric" => [.. Enumerable.Range(0, lists).Select(i => 1 + (long)(1e15 * Math.Pow(0.5, i % 50)) + (i / 50))],
        "near" => [.. Enumerable.Range(0, lists).Select(i => (1L << 44) + ((i * 7919L) % lists))],
        _ => throw new ArgumentException(kind),
    };

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
