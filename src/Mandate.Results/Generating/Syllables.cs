namespace Mandate.Results.Generating;

/// <summary>Invented names, each once: a beginning, a middle that no common language has, and an end. Letters a to z only.</summary>
internal sealed class Syllables
{
    private static readonly string[] Beginnings =
        ["va", "vo", "vel", "lu", "lor", "lim", "mar", "mel", "mur", "rin", "ron", "dul", "dra", "bel", "bor", "gul", "gam", "tul", "tir", "sol", "sem", "nor", "nel", "pel", "por"];

    private static readonly string[] Middles = ["xa", "xor", "xu", "qa", "qel", "qo", "zu", "zor", "zel", "rax", "dex", "nux"];

    private static readonly string[] Ends = ["va", "ra", "lin", "mel", "dor", "na", "ru", "len", "gar", "tis", "mon", "del", "sar", "vin", "bra", "nor", "lam", "tor", "ren", "mur"];

    private readonly int[] three;
    private readonly int[] four;

    public Syllables(ulong seed)
    {
        var random = SplitMix.Of(seed, Purpose.Names);
        three = Shuffled(Beginnings.Length * Middles.Length * Ends.Length, ref random);
        four = Shuffled(Beginnings.Length * Beginnings.Length * Middles.Length * Ends.Length, ref random);
    }

    /// <summary>A name of three syllables; 6,000 differ.</summary>
    public string Short(int number)
    {
        var (rest, end) = Math.DivRem(three[number], Ends.Length);
        var (first, middle) = Math.DivRem(rest, Middles.Length);
        return Capital(Beginnings[first] + Middles[middle] + Ends[end]);
    }

    /// <summary>A name of four syllables; 150,000 differ.</summary>
    public string Long(int number)
    {
        var (rest, end) = Math.DivRem(four[number], Ends.Length);
        var (more, middle) = Math.DivRem(rest, Middles.Length);
        var (first, second) = Math.DivRem(more, Beginnings.Length);
        return Capital(Beginnings[first] + Middles[middle] + Beginnings[second] + Ends[end]);
    }

    private static string Capital(string name) => (char)(name[0] - 'a' + 'A') + name[1..];

    /// <summary>The numbers below a size in an order of chance (Fisher–Yates).</summary>
    private static int[] Shuffled(int size, ref SplitMix random)
    {
        var order = new int[size];
        for (var i = 0; i < size; i++)
        {
            var j = (int)random.Below(i + 1);
            order[i] = order[j];
            order[j] = i;
        }

        return order;
    }
}
