using System.Globalization;
using Mandate.Laws;

namespace Mandate.Results.Ledger;

/// <summary>A checkpoint whose signature, origin and form are right.</summary>
internal readonly record struct SoundCheckpoint(CheckpointNumber Number, long Size, MerkleHash Root);

/// <summary>The first half of an audit: checkpoints by themselves. Keeps some 60 bytes for each.</summary>
internal sealed class CheckpointAudit(AuditOptions options, AuditNotes notes)
{
    private readonly List<SoundCheckpoint> sound = [];

    public long Read { get; private set; }

    /// <summary>Reads all and returns the sound ones by size.</summary>
    public List<SoundCheckpoint> Run(IEnumerable<LedgerCheckpoint> checkpoints)
    {
        long expected = 0;
        SoundCheckpoint? before = null;
        foreach (var checkpoint in checkpoints)
        {
            var number = new CheckpointNumber(checkpoint.Number);
            if (checkpoint.Number < expected)
            {
                notes.Checkpoint(AuditFault.CheckpointOutOfOrder, number, "its number after " + Text(expected - 1), "each number once, in order");
            }
            else if (checkpoint.Number > expected)
            {
                notes.Checkpoint(AuditFault.CheckpointMissing, new CheckpointNumber(expected), $"a gap before checkpoint {Text(checkpoint.Number)}", "every number");
            }

            expected = Math.Max(expected, checkpoint.Number + 1);
            if (Sound(number, checkpoint.Note) is not { } found)
            {
                continue;
            }

            if (found.Size < before?.Size)
            {
                notes.Checkpoint(AuditFault.CheckpointShrinks, number, "the size " + Text(found.Size), $"at least {Text(before.Value.Size)}, the size of {before.Value.Number}");
            }

            before = found;
        }

        for (var i = 0; i < options.Outside?.Count; i++)
        {
            Sound(new CheckpointNumber(i, IsOutside: true), options.Outside[i]);
        }

        sound.Sort((a, b) => (a.Size, a.Number.IsOutside, a.Number.Number).CompareTo((b.Size, b.Number.IsOutside, b.Number.Number)));
        foreach (var (one, next) in sound.Zip(sound.Skip(1)))
        {
            if (one.Size == next.Size && one.Root != next.Root)
            {
                notes.Checkpoint(AuditFault.CheckpointsDisagree, next.Number, "the root " + next.Root.ToBase64(), $"{one.Root.ToBase64()}, which {one.Number} has at the same size {Text(one.Size)}");
            }
        }

        return sound;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private SoundCheckpoint? Sound(CheckpointNumber number, ReadOnlyMemory<byte> bytes)
    {
        Read++;
        var findings = new Findings();
        if (SignedNote.Parse(bytes.Span, number.ToString(), findings) is not { } note || Checkpoint.Parse(note.Text, number.ToString(), findings) is not { } head)
        {
            var first = findings.All[0];
            notes.Checkpoint(AuditFault.CheckpointMalformed, number, string.Create(CultureInfo.InvariantCulture, $"{first.Found} in line {first.Line}"), first.Expected);
            return null;
        }

        var verdict = note.Verify(options.Keys);
        if (!verdict.Holds)
        {
            notes.Checkpoint(
                AuditFault.CheckpointUnsigned, number,
                verdict.Failed.Count > 0 ? $"a signature of '{verdict.Failed[0].Name}' that does not fit the text" : "no signature of a known key", "a signature of the log's key");
            return null;
        }

        if (head.Origin != options.Origin)
        {
            notes.Checkpoint(AuditFault.CheckpointOfOtherOrigin, number, $"the origin '{head.Origin}'", $"'{options.Origin}'");
            return null;
        }

        sound.Add(new SoundCheckpoint(number, head.Size, head.Root));
        return sound[^1];
    }
}
