using System.Collections.Concurrent;
using System.Data.Common;
using System.Globalization;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using Mandate.Laws;
using Mandate.Results.Entries;
using Mandate.Results.Running;
using Mandate.Results.Stores;

namespace Mandate.Results.Counts;

/// <summary>How a file of protocols is taken into a count.</summary>
/// <param name="Mapping">Which column is which figure; null where the columns bear the form's own names.</param>
/// <param name="Actor">Opaque id of whoever imports.</param>
/// <param name="Phase">Which count it belongs to.</param>
/// <param name="Warnings">Why failed checks that are only warnings are accepted; null makes such protocols wait for an explanation each.</param>
/// <param name="Correction">Why accepted protocols may be replaced by other figures; null makes other figures a fault.</param>
/// <param name="Errors">Why protocols whose checks fail are accepted as they are, such as that they are published so; null sets them aside.</param>
/// <param name="Most">How many findings are kept.</param>
/// <param name="Progress">Told now and then how many protocols were read.</param>
public sealed record ImportOptions(Mapping? Mapping, string Actor, Phase Phase = Phase.Final, string? Warnings = null, string? Correction = null, string? Errors = null, int Most = 1000, Action<long>? Progress = null);

/// <summary>What came of an import.</summary>
/// <param name="Report">How the file's protocols did under the form's checks.</param>
/// <param name="Accepted">Protocols that count now, in the ledger.</param>
/// <param name="Unchanged">Protocols that counted already with the same figures.</param>
/// <param name="Waiting">Protocols that are taken in as an entry and wait for people.</param>
/// <param name="LeftOut">Preliminary protocols with errors, which are not taken.</param>
public sealed record ImportResult(CheckReport Report, long Accepted, long Unchanged, long Waiting, long LeftOut);

/// <content>Taking in files of protocols.</content>
public sealed partial class Count
{
    /// <summary>Takes in a file: all of it, or nothing where it has any fault.</summary>
    /// <param name="path">A CSV, or a zip with one in it.</param>
    /// <param name="options">How.</param>
    /// <returns>What came of it, or null with every fault by row and column.</returns>
    public (ImportResult? Result, Findings Faults) Import(string path, ImportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var unfit = new Findings();
        foreach (var (what, why) in new[] { ("warnings", options.Warnings), ("correction", options.Correction), ("errors", options.Errors) })
        {
            if (why is not null && !EntryText.IsFit(why))
            {
                unfit.Add(new Finding($"the reason ({what})", 0, 0, $"'{Results.Import.Shown.Cut(why)}'", $"1 to {EntryCommand.LongestText} letters"));
            }
        }

        if (!unfit.IsEmpty)
        {
            return (null, unfit);
        }

        lock (gate)
        {
            try
            {
                return TakeIn(path, options);
            }
            catch (DbException e)
            {
                throw Undone(e);
            }
            catch (Exception e)
            {
                Undone(e);
                throw;
            }
        }
    }

    private (ImportResult? Result, Findings Faults) TakeIn(string path, ImportOptions options)
    {
        CatchUp();
        behind = true;
        using var change = store.Begin();
        using var sink = new Importer(this, change, options, path);
        var (report, faults) = ProtocolCheck.File(path, new CheckOptions(Form, options.Mapping, Definition.Variant, options.Most, options.Progress) { Layout = Layout, Sink = sink });
        sink.Finish(faults);
        if (report is null || !faults.IsEmpty)
        {
            change.Dispose();
            CatchUp();
            return (null, faults);
        }

        if (sink.Accepted > 0)
        {
            keeper.Seal(change);
        }

        change.AddJournal(string.Create(CultureInfo.InvariantCulture, $"{Now()} {options.Actor} import {sink.Hash}: {sink.Accepted} accepted, {sink.Unchanged} unchanged, {sink.Waiting} waiting, {sink.LeftOut} left out"));
        change.Commit();
        Of(options.Phase).Recount();
        behind = false;
        return (new ImportResult(report, sink.Accepted, sink.Unchanged, sink.Waiting, sink.LeftOut), faults);
    }

    private static string FileHash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    /// <summary>Receives protocols from the reader and writes them on a second thread, batch by batch.</summary>
    private sealed class Importer : IProtocolSink, IDisposable
    {
        private const int Rows = 2048;
        private readonly Count count;
        private readonly IStoreChange change;
        private readonly ImportOptions options;
        private readonly BlockingCollection<Batch> full = new(4);
        private readonly ConcurrentBag<Batch> empty = [];
        private readonly Findings conflicts = new();
        private readonly string shown;
        private readonly Lazy<string> hash;
        private readonly Tally tally;
        private long import;
        private readonly long[] before;
        private readonly EntryActor machine;
        private readonly Task work;
        private Batch batch;

        public Importer(Count count, IStoreChange change, ImportOptions options, string shown)
        {
            this.count = count;
            this.change = change;
            this.options = options;
            this.shown = shown;
            hash = new Lazy<string>(() => FileHash(shown));
            tally = count.Of(options.Phase);
            before = new long[count.Layout.Width];
            machine = new EntryActor(options.Actor, EntryRole.Machine);
            batch = new Batch(count.Layout.RawWidth);
            work = Task.Run(Work);
        }

        /// <summary>Gets the SHA-256 of the file, worked out when the first protocol needs it: a file that is refused is not read for it.</summary>
        public string Hash => hash.Value;

        public long Accepted { get; private set; }

        public long Unchanged { get; private set; }

        public long Waiting { get; private set; }

        public long LeftOut { get; private set; }

        public int Units => count.Units.Units.Count;

        public int Find(ReadOnlySpan<char> name)
        {
            var unit = count.Units.Find(name);
            return unit >= 0 && count.Units.Reports(unit) ? unit : -1;
        }

        public void Take(int unit, int row, ReadOnlySpan<long> figures, Failing state, ReadOnlySpan<CheckOutcome> outcomes)
        {
            batch.Add(unit, row, figures, state, state == Failing.Nothing ? [] : outcomes);
            if (batch.Count == Rows)
            {
                full.Add(batch);
                batch = empty.TryTake(out var used) ? used : new Batch(count.Layout.RawWidth);
            }
        }

        /// <summary>Waits until all is written.</summary>
        /// <param name="faults">Receives protocols that the count cannot take.</param>
        public void Finish(Findings faults)
        {
            full.Add(batch);
            full.CompleteAdding();
            work.GetAwaiter().GetResult();
            foreach (var conflict in conflicts.All)
            {
                faults.Add(conflict);
            }
        }

        public void Dispose()
        {
            full.CompleteAdding();
            work.ContinueWith(static _ => { }, TaskScheduler.Default).Wait();
            full.Dispose();
        }

        private void Work()
        {
            Exception? broken = null;
            foreach (var next in full.GetConsumingEnumerable())
            {
                // After a failure the reader must still get rid of what it has read.
                if (broken is null)
                {
                    broken = Try(next);
                }

                next.Clear();
                empty.Add(next);
            }

            if (broken is not null)
            {
                ExceptionDispatchInfo.Throw(broken);
            }
        }

        private Exception? Try(Batch next)
        {
            try
            {
                for (var i = 0; i < next.Count; i++)
                {
                    One(next.Units[i], next.Rows[i], next.Figures(i), next.States[i], next.Outcomes[i]);
                }

                return null;
            }
            catch (Exception e)
            {
                return e;
            }
        }

        private void One(int unit, int row, ReadOnlySpan<long> figures, Failing state, CheckOutcome[]? outcomes)
        {
            var version = tally.Version(unit);
            if (version > 0)
            {
                tally.Read(unit, before);
                if (figures.SequenceEqual(before.AsSpan(0, figures.Length)))
                {
                    Unchanged++;
                    return;
                }

                if (options.Correction is null)
                {
                    conflicts.Add(new Finding(shown, row, 1, $"other figures of '{count.Units.Units[unit].Id}' than version {version}, which is accepted", "the same figures, or a reason for a correction"));
                    return;
                }
            }

            if (options.Phase == Phase.Preliminary && state == Failing.Errors)
            {
                LeftOut++;
            }
            else if (options.Phase == Phase.Preliminary || (count.Definition.Rules.Import == ThirdUse.Acceptance && !count.drafts.ContainsKey(count.Units.Units[unit].Id)
                && Passes(state, outcomes)))
            {
                Accept(unit, row, figures, version + 1, state, outcomes);
            }
            else
            {
                Wait(unit, row, figures, version);
            }
        }

        /// <summary>Whether whatever fails was given a reason.</summary>
        private bool Passes(Failing state, CheckOutcome[]? outcomes) => state switch
        {
            Failing.Nothing => true,
            Failing.Warnings => options.Warnings is not null,
            _ => options.Errors is not null && count.Definition.Rules.ErrorsAcceptable && (options.Warnings is not null || Failed(outcomes!).All(f => f.Check.Level == CheckLevel.Error)),
        };

        private void Accept(int unit, int row, ReadOnlySpan<long> figures, int version, Failing state, CheckOutcome[]? outcomes)
        {
            if (import == 0)
            {
                import = count.keeper.Size;
                count.Append(change, to =>
                {
                    Say(to, "at", count.Now());
                    Say(to, "by", options.Actor);
                    Say(to, "document", Hash);
                    Say(to, "kind", Decision.Imported);
                    count.shape.Leaf.WriteFlags(to);
                });
            }

            var head = new ProtocolHead(count.Units.Units[unit].Id, version, options.Phase)
            {
                Import = import,
                Row = row,
                Accepted = outcomes is null ? [] : Reasons(outcomes),
                Orders =
                [
                    .. version > 1 ? [new ProtocolOrder("correction", options.Actor, options.Correction!)] : Array.Empty<ProtocolOrder>(),
                    .. state == Failing.Errors ? [new ProtocolOrder("errors", options.Actor, options.Errors!)] : Array.Empty<ProtocolOrder>(),
                ],
            };
            count.writer.Reset();
            count.shape.Leaf.Write(count.writer, head, figures);
            count.Touch(unit, count.keeper.Size);
            count.keeper.Append(change, count.writer.Written.Span);
            tally.Load(unit, figures, version);
            Accepted++;
        }

        /// <summary>The reasons that were given for all failures, by code.</summary>
        private List<KeyValuePair<string, string>> Reasons(CheckOutcome[] outcomes)
        {
            var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var (check, list) in Failed(outcomes))
            {
                all[list is null ? check.Code : $"{check.Code}:{list}"] = (check.Level == CheckLevel.Error ? options.Errors : options.Warnings) ?? "preliminary";
            }

            return [.. all];
        }

        private IEnumerable<(Check Check, string? List)> Failed(CheckOutcome[] outcomes)
        {
            var form = count.shape.Checks;
            for (var c = 0; c < form.Checks.Count; c++)
            {
                for (var l = 0; l < form.Times(c); l++)
                {
                    if (outcomes[form.FirstOutcome(c) + l] == CheckOutcome.Fails)
                    {
                        yield return (form.Checks[c], form.Checks[c].PerList ? count.Layout.Lists[l] : null);
                    }
                }
            }
        }

        /// <summary>Puts figures beside what people enter, as the election's rules say.</summary>
        private void Wait(int unit, int row, ReadOnlySpan<long> figures, int version)
        {
            var id = count.Units.Units[unit].Id;
            var state = count.StateOf(id);
            if (version > 0 && state.Stage == EntryStage.Accepted
                && EntryMachine.Apply(state, new OpenCorrection(new EntryActor(options.Actor, EntryRole.Coordinator), state.Revision, CorrectionKind.Correction, options.Correction!), count.EntryContext) is EntryAnswer.Done opened)
            {
                state = opened.State;
                count.Note(change, id, opened.Events);
            }

            var names = count.EntryContext.Cells;
            var cells = new List<CellValue>(figures.Length);
            for (var i = 0; i < figures.Length; i++)
            {
                cells.Add(new CellValue(names[i], CellNames.Figure(figures[i])));
            }

            switch (EntryMachine.Apply(state, new Third(machine, state.Revision, ThirdSource.Import, cells, Hash), count.EntryContext))
            {
                case EntryAnswer.Done done:
                    count.Keep(change, id, unit, done, tally.Load);
                    (Accepted, Waiting) = done.Accepted is null ? (Accepted, Waiting + 1) : (Accepted + 1, Waiting);
                    break;
                case EntryAnswer.Refused refused:
                    conflicts.Add(new Finding(shown, row, 1, $"a protocol of '{id}': {refused.Why.Says["en"]}", "a protocol that the count still takes"));
                    break;
            }
        }
    }

    /// <summary>Protocols on their way from the reader to the store.</summary>
    private sealed class Batch(int width)
    {
        private const int Most = 2048;
        private readonly long[] cells = new long[Most * width];

        public int Count { get; private set; }

        public int[] Units { get; } = new int[Most];

        public int[] Rows { get; } = new int[Most];

        public Failing[] States { get; } = new Failing[Most];

        public CheckOutcome[]?[] Outcomes { get; } = new CheckOutcome[Most][];

        public ReadOnlySpan<long> Figures(int row) => cells.AsSpan(row * width, width);

        public void Add(int unit, int row, ReadOnlySpan<long> figures, Failing state, ReadOnlySpan<CheckOutcome> outcomes)
        {
            (Units[Count], Rows[Count], States[Count]) = (unit, row, state);
            Outcomes[Count] = outcomes.IsEmpty ? null : outcomes.ToArray();
            figures.CopyTo(cells.AsSpan(Count * width));
            Count++;
        }

        public void Clear() => Count = 0;
    }
}
