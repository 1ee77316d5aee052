namespace Mandate.Results.Ledger;

/// <summary>Findings as they are met: of each kind the first thousand are kept, so that a flood of one hides no other, and the rest counted.</summary>
internal sealed class AuditNotes
{
    private const int MostOfAKind = 1000;
    private readonly int[] kinds = new int[Enum.GetValues<AuditFault>().Length];
    private readonly List<AuditFinding> list = [];

    public long More { get; private set; }

    /// <summary>Gets the findings: those of leaves by place, then those of checkpoints by number.</summary>
    public IReadOnlyList<AuditFinding> All =>
        [.. list.OrderBy(f => f.Leaves is null).ThenBy(f => f.Leaves?.First).ThenBy(f => f.Checkpoint?.IsOutside).ThenBy(f => f.Checkpoint?.Number).ThenBy(f => f.Fault)];

    public void Leaf(AuditFault fault, long number, string found, string expected) => Leaves(fault, number, number, null, found, expected);

    public void Leaves(AuditFault fault, long first, long last, CheckpointNumber? checkpoint, string found, string expected) =>
        Add(new AuditFinding(fault, new LeafRange(first, last), checkpoint, found, expected));

    public void Checkpoint(AuditFault fault, CheckpointNumber checkpoint, string found, string expected) => Add(new AuditFinding(fault, null, checkpoint, found, expected));

    private void Add(AuditFinding finding)
    {
        if (kinds[(int)finding.Fault]++ < MostOfAKind)
        {
            list.Add(finding);
        }
        else
        {
            More++;
        }
    }
}
