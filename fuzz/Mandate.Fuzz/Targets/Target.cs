namespace Mandate.Fuzz.Targets;

/// <summary>What is fuzzed. A target takes any bytes and throws only where a promise is broken; tests run the same code on the corpus.</summary>
internal static class Target
{
    public static IReadOnlyDictionary<string, Action<byte[]>> All { get; } = new SortedDictionary<string, Action<byte[]>>(StringComparer.Ordinal)
    {
        ["kernels"] = KernelTarget.Run,
        ["blt"] = BltTarget.Run,
        ["bazi"] = BaziTarget.Run,
        ["law"] = LawTarget.Run,
        ["claims"] = ClaimTarget.Run,
    };

    /// <summary>Ends with the promise that was broken.</summary>
    public static void Promise(bool kept, string promise)
    {
        if (!kept)
        {
            throw new BrokenPromiseException(promise);
        }
    }
}

/// <summary>A promise of the code under test that does not hold for an input.</summary>
internal sealed class BrokenPromiseException(string promise) : Exception(promise);
