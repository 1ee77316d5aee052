using Mandate.Laws;

namespace Mandate.Fuzz.Targets;

/// <summary>What every reader promises.</summary>
internal static class Faults
{
    /// <summary>A reader gives either a result or findings, and each finding has words and a place in the file.</summary>
    public static void Check(bool read, Findings findings)
    {
        Target.Promise(read == findings.IsEmpty, "either a result or findings");
        foreach (var finding in findings.All)
        {
            Target.Promise(finding.Line >= 0 && finding.Column >= 0 && finding.Found.Length > 0 && finding.Expected.Length > 0, $"a place and words: {finding}");
        }
    }
}
