using System.Text;
using Mandate.Laws;
using Mandate.Results;
using Mandate.Results.Entries;
using Mandate.Results.Forms;
using Mandate.Results.Running;

namespace Mandate.Modules.Tests.Entries;

/// <summary>A tally centre with one protocol: people do things by id, and every step is stored and read again.</summary>
/// <remarks>The id tells the role: <c>c1</c> is a coordinator, <c>o1</c> an observer, <c>m1</c> a machine, every other a typist.</remarks>
internal sealed class Office
{
    /// <summary>100 found are 2 invalid and 98 votes; nothing warns.</summary>
    public const string Sound = "registered=200 found=100 invalid=2 sealed=1 votes:l1=60 votes:l2=38 hand:l1:1=1 hand:l1:2=2 hand:l2:1=3";

    public Office(EntryRules? rules = null, EntryContext? context = null) => Context = context ?? new EntryContext(Form, Shape(Form), rules ?? EntryRules.Standard);

    /// <summary>Goes on from where another one stands.</summary>
    public Office(Office from)
    {
        Context = from.Context;
        State = from.State;
    }

    public static Form Form { get; } = Parse();

    public EntryContext Context { get; }

    public EntryState State { get; private set; } = EntryState.Empty;

    public List<EntryEvent> Journal { get; } = [];

    public List<AcceptedProtocol> Results { get; } = [];

    public IReadOnlyList<EntryFault> Faults { get; private set; } = [];

    public EntryStage Stage => State.Stage;

    public static string Hash(char digit) => new(digit, 64);

    public static EntryActor Person(string id) => new(id, id[0] switch
    {
        'c' => EntryRole.Coordinator,
        'o' => EntryRole.Observer,
        'm' => EntryRole.Machine,
        _ => EntryRole.Typist,
    });

    /// <summary>Carries a command out and stores what it leads to.</summary>
    /// <returns>Null, or why it was refused.</returns>
    public RefusalKind? Do(EntryCommand command)
    {
        var before = EntryJson.Write(State, Context);
        var answer = EntryMachine.Apply(State, command, Context);
        EntryJson.Write(State, Context).ShouldBe(before, "a step changed the state it came from");
        if (answer is EntryAnswer.Refused refused)
        {
            Faults = refused.Why.Faults;
            refused.Why.Face.Revision.ShouldBe(State.Revision);
            return refused.Why.Kind;
        }

        var done = (EntryAnswer.Done)answer;
        done.State.Revision.ShouldBe(State.Revision + 1);
        EntryStateRules.Broken(done.State, Context).ShouldBeNull();
        var bytes = EntryJson.Write(done.State, Context);
        var (read, fault) = EntryJsonReader.Read(bytes, Context);
        fault.ShouldBeNull();
        EntryJson.Write(read!, Context).ShouldBe(bytes, "what was stored is read back as it was");
        State = read!;
        Journal.AddRange(done.Events);
        if (done.Accepted is { } accepted)
        {
            Results.Add(accepted);
        }

        return null;
    }

    public RefusalKind? Open(string who) => Do(new Open(Person(who), State.Revision));

    public RefusalKind? Key(string who, string cells) => Do(new Key(Person(who), State.Revision, [.. cells.Split(' ').Select(c => c.Split('=')).Select(p => new KeyedCell(p[0], p[1]))]));

    public RefusalKind? Finish(string who, bool withErrors = false) => Do(new Finish(Person(who), State.Revision, withErrors));

    public RefusalKind? Explain(string who, string code, string? list = null, string text = "as the paper says") => Do(new Explain(Person(who), State.Revision, code, list, text));

    public RefusalKind? Release(string who) => Do(new Release(Person(who), State.Revision));

    public RefusalKind? Discard(string who, Discarded what) => Do(new Discard(Person(who), State.Revision, what));

    public RefusalKind? Quarantine(string who, string reason = "unreadable", string? note = null) => Do(new Quarantine(Person(who), State.Revision, reason, note));

    public RefusalKind? Return(string who, string cells, string? to = null) => Do(new Return(Person(who), State.Revision, cells.Split(' ', StringSplitOptions.RemoveEmptyEntries), to));

    public RefusalKind? Clear(string who, string reason = "looked at the paper") => Do(new Clear(Person(who), State.Revision, reason));

    public RefusalKind? AcceptErrors(string who, string reason = "the paper says so") => Do(new AcceptErrors(Person(who), State.Revision, reason));

    public RefusalKind? Third(string who, ThirdSource source, string cells, char hash = 'a') =>
        Do(new Third(Person(who), State.Revision, source, [.. cells.Split(' ').Select(c => c.Split('=')).Select(p => new CellValue(p[0], p[1].Length == 0 ? null : long.Parse(p[1], System.Globalization.CultureInfo.InvariantCulture)))], Hash(hash)));

    public RefusalKind? OpenCorrection(string who, CorrectionKind kind = CorrectionKind.Recount) => Do(new OpenCorrection(Person(who), State.Revision, kind, "the court ordered it"));

    public RefusalKind? Withdraw(string who) => Do(new WithdrawCorrection(Person(who), State.Revision, "opened for the wrong unit"));

    /// <summary>Somebody opens, keys and finishes, and nothing stands in the way.</summary>
    public Office Enter(string who, string cells, bool withErrors = false)
    {
        Open(who).ShouldBeNull();
        Key(who, cells).ShouldBeNull();
        Finish(who, withErrors).ShouldBeNull();
        return this;
    }

    public EntryFace Face(string who) => Faces.Of(State, Person(who), Context);

    /// <summary>The accepted figures as they would be keyed.</summary>
    public string Figures(int result = 0) => string.Join(' ', Context.Cells.Values(Results[result].Figures).Select(c => $"{c.Cell}={c.Value}"));

    /// <summary>All that a face says, in one text.</summary>
    public static string Text(EntryFace face)
    {
        var text = new StringBuilder();
        text.AppendJoin(' ', face.Stage, face.Revision, face.Version, face.Correction, face.Holder, face.Waiting, face.Reason).Append('\n');
        text.AppendJoin(' ', face.May).Append('\n');
        text.AppendJoin(' ', face.Cells).Append('\n');
        text.AppendJoin(' ', face.Marks).Append('\n');
        text.AppendJoin(' ', face.Findings.Select(f => $"{f.Code} {f.List} {f.Explained} {string.Join(',', f.Blank)} {string.Join(',', f.Arithmetic?.Figures.Select(x => x.Value) ?? [])} {f.Arithmetic?.Left?.Value} {f.Arithmetic?.Limit?.Value} {f.Arithmetic?.Difference}")).Append('\n');
        text.AppendJoin(' ', face.Unchecked).Append('\n');
        text.AppendJoin(' ', face.Readings.Select(r => r.Cell + string.Join(',', r.Values)));
        return text.ToString();
    }

    /// <summary>The shape of the form's protocols with two lists, of two candidates and one.</summary>
    public static CompiledForm Shape(Form form, string[]? lists = null) => new(form, new Layout(form.Figures, lists ?? ["l1", "l2"], [2, 1]));

    private static Form Parse()
    {
        var findings = new Findings();
        var form = FormReader.Parse(
            """
            id: office
            title: { en: Office }
            figures:
              - { id: registered, label: { en: Registered }, required: yes }
              - { id: found, label: { en: Found }, required: yes }
              - { id: invalid, label: { en: Invalid }, required: yes }
              - { id: lost, label: { en: Lost } }
              - { id: sealed, label: { en: Sealed }, kind: yes-no }
              - { id: votes, label: { en: Votes }, kind: votes-per-list, required: yes }
              - { id: hand, label: { en: By hand }, kind: votes-per-candidate }
            checks:
              - { code: E.1, level: error, holds: found == invalid + sum(votes), says: { official: { en: Sum } } }
              - { code: E.2, level: error, holds: found <= registered, says: { official: { en: More } } }
              - { code: W.1, level: warning, fires: invalid >= 3 % of found, says: { official: { en: Invalid } } }
              - { code: W.2, level: warning, for: each list, fires: sum(hand) > votes, says: { official: { en: Hand } } }
              - { code: W.3, level: warning, fires: lost > 0, says: { official: { en: Lost } } }
              - { code: W.001, level: warning, entry: second-entry-differs, says: { official: { en: Differs } } }
              - { code: W.002, level: warning, entry: returned-for-correction, says: { official: { en: Returned } } }
            """,
            "office.yaml", findings);
        findings.All.ShouldBeEmpty();
        return form!;
    }
}
