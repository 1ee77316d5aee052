using System.Globalization;
using Mandate.Results.Entries;
using Mandate.Results.Stores;

namespace Mandate.Results.Counts;

/// <summary>What became of a command on a unit's entry.</summary>
/// <param name="Face">How the entry stands now, as the sender may see it.</param>
/// <param name="Refusal">Why the command was not carried out, or null.</param>
/// <param name="AcceptedVersion">The version that this command made count, or 0.</param>
public sealed record DeskAnswer(EntryFace Face, EntryRefusal? Refusal, int AcceptedVersion);

/// <content>Entry of protocols by people, several commands in one commit.</content>
public sealed partial class Count
{
    private readonly List<Waiting> queue = [];
    private readonly Lock queueGate = new();
    private bool writing;

    /// <summary>Carries out a command on the entry of a unit's protocol; when it returns, what it did is durable.</summary>
    /// <param name="unit">Id of a unit that reports.</param>
    /// <param name="command">The command.</param>
    /// <exception cref="ArgumentException">No such unit reports.</exception>
    /// <remarks>
    /// Commands that arrive while another is being written are written together in one commit, in the order in which they
    /// came. Each sees what those before it did.
    /// </remarks>
    public DeskAnswer Enter(string unit, EntryCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return Enter(unit, command.Actor, [_ => command]);
    }

    /// <summary>Keys a whole protocol in one go: opens, keys and finishes, or does nothing where one of these is refused.</summary>
    /// <param name="unit">Id of a unit that reports.</param>
    /// <param name="actor">The typist.</param>
    /// <param name="cells">Cells as they were keyed.</param>
    /// <param name="withErrors">That the paper has the errors that checks find.</param>
    /// <param name="explanations">Explanations of warnings: the check's code, the list or null, and the words.</param>
    /// <exception cref="ArgumentException">No such unit reports.</exception>
    public DeskAnswer EnterWhole(string unit, EntryActor actor, IReadOnlyList<KeyedCell> cells, bool withErrors = false, IReadOnlyList<(string Code, string? List, string Text)>? explanations = null) =>
        Enter(unit, actor, [seen => new Open(actor, seen), seen => new Key(actor, seen, cells), .. (explanations ?? []).Select(e => (Func<long, EntryCommand>)(seen => new Explain(actor, seen, e.Code, e.List, e.Text))), seen => new Finish(actor, seen, withErrors)]);

    /// <summary>Carries out several commands in one go, all of them or none.</summary>
    /// <param name="unit">Id of a unit that reports.</param>
    /// <param name="actor">Who sends them.</param>
    /// <param name="commands">Makes each command for the revision that those before it have led to.</param>
    /// <param name="seen">The revision the sender saw; null takes the present one.</param>
    /// <exception cref="ArgumentException">No such unit reports.</exception>
    public DeskAnswer Enter(string unit, EntryActor actor, IReadOnlyList<Func<long, EntryCommand>> commands, long? seen = null)
    {
        ArgumentNullException.ThrowIfNull(commands);
        var at = Units.Find(unit);
        if (at < 0 || !Units.Reports(at))
        {
            throw new ArgumentException($"No unit '{unit}' reports a protocol.", nameof(unit));
        }

        using var mine = new Waiting(unit, actor, commands, seen);
        bool leads;
        lock (queueGate)
        {
            queue.Add(mine);
            leads = !writing;
            writing = true;
        }

        // Whoever comes while nobody writes does it for all who wait; then the next one in the queue does.
        if (leads || mine.Wait())
        {
            try
            {
                lock (gate)
                {
                    WriteQueue();
                }
            }
            finally
            {
                HandOver();
            }
        }

        return mine.Failure is null ? mine.Answer! : throw new StoreException(mine.Failure.Message, mine.Failure);
    }

    /// <summary>How the entry of a unit's protocol stands, as somebody may see it.</summary>
    public EntryFace Look(string unit, EntryActor actor)
    {
        lock (gate)
        {
            CatchUp();
            return Faces.Of(StateOf(unit), actor, shape.Entry);
        }
    }

    /// <summary>Lines about what happened beside the ledger, oldest first.</summary>
    /// <param name="from">Number of the first step; 1 is the oldest.</param>
    /// <param name="most">How many steps; one may have several lines.</param>
    public IReadOnlyList<string> Journal(long from, int most)
    {
        lock (gate)
        {
            return [.. store.ReadJournal(from, most).SelectMany(j => j.Line.Split('\n'))];
        }
    }

    /// <summary>The state of a unit's entry; one whose protocol was imported is accepted without any entry.</summary>
    internal EntryState StateOf(string unit)
    {
        if (drafts.TryGetValue(unit, out var state))
        {
            return state;
        }

        var version = final.Version(Units.Find(unit));
        return version == 0 ? EntryState.Empty : new EntryState { Stage = EntryStage.Accepted, Version = version, Revision = version };
    }

    /// <summary>Lets the next one who waits write.</summary>
    private void HandOver()
    {
        lock (queueGate)
        {
            writing = queue.Count > 0;
            if (writing)
            {
                queue[0].Lead();
            }
        }
    }

    private void WriteQueue()
    {
        List<Waiting> batch;
        lock (queueGate)
        {
            batch = [.. queue];
            queue.Clear();
        }

        if (Write(batch) is not { } failure)
        {
            return;
        }

        // One command that cannot be written must not take the others with it.
        foreach (var waiting in batch)
        {
            if ((batch.Count == 1 ? failure : Write([waiting])) is { } alone)
            {
                waiting.Finish(null, alone);
            }
        }
    }

    /// <summary>Writes what several wait for in one commit.</summary>
    /// <returns>Why nothing of it was written, or null.</returns>
    private StoreException? Write(List<Waiting> batch)
    {
        try
        {
            Commit(batch);
            return null;
        }
        catch (Exception e)
        {
            return Undone(e);
        }
    }

    private void Commit(List<Waiting> batch)
    {
        CatchUp();
        behind = true;
        using var change = store.Begin();
        var leaves = Leaves;
        var answers = batch.ConvertAll(w => Carry(change, w));
        if (Leaves > leaves)
        {
            keeper.Seal(change);
        }

        change.Commit();
        behind = false;
        for (var i = 0; i < batch.Count; i++)
        {
            batch[i].Finish(answers[i], null);
        }
    }

    /// <summary>Carries out the commands of one who waits, all of them or none.</summary>
    private DeskAnswer Carry(IStoreChange change, Waiting waiting)
    {
        var state = StateOf(waiting.Unit);
        var events = new List<EntryEvent>();
        AcceptedProtocol? accepted = null;
        var seen = waiting.Seen ?? state.Revision;
        foreach (var command in waiting.Commands)
        {
            switch (EntryMachine.Apply(state, command(seen), shape.Entry))
            {
                case EntryAnswer.Done done:
                    state = done.State;
                    seen = state.Revision;
                    events.AddRange(done.Events);
                    accepted = done.Accepted ?? accepted;
                    break;
                case EntryAnswer.Refused refused:
                    return new DeskAnswer(refused.Why.Face, refused.Why, 0);
                default:
                    throw new InvalidOperationException("Bug in Count: an answer of another kind.");
            }
        }

        Keep(change, waiting.Unit, Units.Find(waiting.Unit), new EntryAnswer.Done(state, events, accepted), final.Set);
        return new DeskAnswer(Faces.Of(state, waiting.Actor, shape.Entry), null, accepted?.Version ?? 0);
    }

    /// <summary>Puts what a step did into a change: the state, the journal, and the leaf where a protocol was accepted.</summary>
    private void Keep(IStoreChange change, string id, int unit, EntryAnswer.Done done, TallyStep count)
    {
        drafts[id] = done.State;
        change.PutDraft(id, EntryJson.Write(done.State, shape.Entry));
        Note(change, id, done.Events);
        if (done.Accepted is not { } accepted)
        {
            return;
        }

        writer.Reset();
        shape.Leaf.Write(writer, Head(id, accepted), accepted.Figures);
        Touch(unit, keeper.Size);
        keeper.Append(change, writer.Written.Span);
        count(unit, accepted.Figures, accepted.Version);
    }

    /// <summary>Notes what a step did: a line an event, together in one row.</summary>
    private void Note(IStoreChange change, string unit, IReadOnlyList<EntryEvent> events)
    {
        var now = Now();
        change.AddJournal(string.Join('\n', events.Select(e => string.Create(CultureInfo.InvariantCulture, $"{now} {e.Actor} {e.Kind} {unit}{Part(e.About)}{Part(e.Code)}{Part(string.Join(' ', e.Cells))}{Part(e.Text)}{Part(string.Join(' ', e.Figures.Select(f => $"{f.Cell}={f.Value}")))}{Part(string.Join(' ', e.Counts.Select(c => $"{c.Actor}:{c.Keyed}/{c.Wrong}")))}"))));

        static string Part(string? text) => string.IsNullOrEmpty(text) ? string.Empty : $" [{text.ReplaceLineEndings(" ")}]";
    }

    private ProtocolHead Head(string unit, AcceptedProtocol accepted)
    {
        var orders = new SortedDictionary<string, ProtocolOrder>(StringComparer.Ordinal);
        if (accepted.Correction is { } correction)
        {
            var kind = correction.Kind == CorrectionKind.Recount ? "recount" : "correction";
            orders[kind] = new ProtocolOrder(kind, correction.Actor, correction.Reason);
        }

        if (accepted.ErrorsOrder is { } errors)
        {
            orders["errors"] = new ProtocolOrder("errors", errors.Actor, errors.Reason);
        }

        if (accepted.ThirdOverruled is { } third)
        {
            orders["third"] = new ProtocolOrder("third", third.Actor, third.Reason);
        }

        var failed = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var warning in accepted.Warnings)
        {
            failed[Code(warning.Code, warning.List)] = warning.Text;
        }

        foreach (var error in accepted.Errors)
        {
            failed[Code(error.Code, error.List)] = accepted.ErrorsOrder!.Reason;
        }

        return new ProtocolHead(unit, accepted.Version, Phase.Final)
        {
            At = Now(),
            By = accepted.EnteredBy,
            Sources = [.. accepted.Sources.Select(s => s.Hash).Distinct()],
            Accepted = [.. failed],
            Orders = [.. orders.Values],
        };

        static string Code(string code, string? list) => list is null ? code : $"{code}:{list}";
    }

    /// <summary>Puts a protocol into the tally.</summary>
    private delegate void TallyStep(int unit, ReadOnlySpan<long> row, int version);

    /// <summary>Somebody whose commands are to be written, and who waits for that.</summary>
    private sealed class Waiting(string unit, EntryActor actor, IReadOnlyList<Func<long, EntryCommand>> commands, long? seen) : IDisposable
    {
        private readonly SemaphoreSlim woken = new(0);
        private bool leads;

        public string Unit { get; } = unit;

        public EntryActor Actor { get; } = actor;

        public IReadOnlyList<Func<long, EntryCommand>> Commands { get; } = commands;

        public long? Seen { get; } = seen;

        public DeskAnswer? Answer { get; private set; }

        public StoreException? Failure { get; private set; }

        /// <summary>Waits until there is an answer.</summary>
        /// <returns>Whether, instead, it is this one's turn to write.</returns>
        public bool Wait()
        {
            woken.Wait();
            return leads;
        }

        public void Lead()
        {
            leads = true;
            woken.Release();
        }

        public void Finish(DeskAnswer? answer, StoreException? failure)
        {
            (Answer, Failure) = (answer, failure);
            woken.Release();
        }

        public void Dispose() => woken.Dispose();
    }
}
