using System.Text;
using Mandate.Electoral.Transfers;
using Mandate.Laws;

namespace Mandate.Fuzz.Targets;

/// <summary>A file of preference ballots: read, written, read again, and counted where it is small.</summary>
internal static class BltTarget
{
    private const int FewCandidates = 12;

    public static void Run(byte[] data)
    {
        var findings = new Findings();
        var file = BltFile.Parse(new StringReader(Encoding.UTF8.GetString(data)), "fuzz.blt", findings);
        Faults.Check(file is not null, findings);
        if (file is null)
        {
            return;
        }

        var written = Write(file);
        var again = BltFile.Parse(new StringReader(written), "fuzz.blt", findings);
        Target.Promise(again is not null && Write(again) == written, "what is written is read as the same file");
        if (file.Names.Count <= FewCandidates)
        {
            foreach (var rule in new[] { TransferRule.Scottish, TransferRule.InstantRunoff })
            {
                TransferableVote.Count(file.Ballots, rule == TransferRule.InstantRunoff ? 1 : file.Seats, rule, t => t.Tie.Contenders[0]);
            }
        }
    }

    private static string Write(BltFile file)
    {
        using var text = new StringWriter { NewLine = "\n" };
        file.Write(text);
        return text.ToString();
    }
}
