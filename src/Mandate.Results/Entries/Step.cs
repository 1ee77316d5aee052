namespace Mandate.Results.Entries;

/// <summary>One command on its way: the state so far, what happened, what could not be read.</summary>
internal sealed class Step(EntryState state, EntryCommand command, EntryContext context)
{
    private readonly EntryState before = state;
    private readonly List<EntryEvent> events = [];
    private readonly List<EntryFault> faults = [];

    /// <summary>Gets or sets the state so far; its revision stays until the end.</summary>
    public EntryState State { get; set; } = state;

    public EntryContext Context => context;

    public string Actor => command.Actor.Id;

    public EntryRole Role => command.Actor.Role;

    public AcceptedProtocol? Accepted { get; set; }

    public void Note(EntryEventKind kind, string? about = null, string? code = null, string? text = null, IReadOnlyList<string>? cells = null, IReadOnlyList<CellValue>? figures = null, IReadOnlyList<KeyedCount>? counts = null) =>
        events.Add(new EntryEvent(kind, Actor, about == Actor ? null : about, code, text, cells ?? [], figures ?? [], counts ?? []));

    public void Fault(string where, string found, string expected) => faults.Add(new EntryFault(where, Short(found), expected));

    /// <summary>Refuses where faults were noted.</summary>
    public RefusalKind? Unreadable => faults.Count > 0 ? RefusalKind.Unreadable : null;

    public IReadOnlyList<string> Names(IEnumerable<int> cells) => [.. cells.Select(c => context.Cells[c])];

    /// <summary>Notes a fault where a text is empty, too long, or has what no page can show.</summary>
    public void Read(string where, string? text, bool mayMiss = false)
    {
        if ((text is null && mayMiss) || EntryText.IsFit(text))
        {
            return;
        }

        Fault(where, text ?? string.Empty, $"1 to {EntryCommand.LongestText} letters, lines among them");
    }

    /// <summary>Cells by id; a fault for each that the form does not have or that stands twice.</summary>
    public List<int> Find(IReadOnlyList<string> cells)
    {
        var found = new List<int>();
        var seen = new HashSet<int>();
        foreach (var name in cells.Take(context.Cells.Count + 1))
        {
            if (context.Cells.Find(name) is not { } cell)
            {
                Fault(name, name, "a cell of the form");
            }
            else if (!seen.Add(cell))
            {
                Fault(name, "a second time", "each cell once");
            }
            else
            {
                found.Add(cell);
            }
        }

        return found;
    }

    public EntryAnswer Refused(RefusalKind kind) =>
        new EntryAnswer.Refused(new EntryRefusal(kind, Faces.Of(before, command.Actor, context), kind == RefusalKind.Unreadable ? faults : []));

    public EntryAnswer Done() => new EntryAnswer.Done(State with { Revision = before.Revision + 1 }, events, Accepted);

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
