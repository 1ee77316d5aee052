using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mandate.Laws;
using Mandate.Results.Entries;
using Mandate.Results.Forms;
using Mandate.Results.Ledger;
using Mandate.Results.Running;
using Mandate.Results.Stores;
using Mandate.Results.Units;

namespace Mandate.Results.Counts;

/// <summary>A running count: protocols are taken in, checked, accepted into the ledger and added up.</summary>
/// <remarks>
/// The ledger is the truth. All else (the tally, what waits, what was decided) is read from it and from the entries beside
/// it when the count is opened, and kept current in memory. What a method has answered is durable.
/// </remarks>
public sealed partial class Count : IDisposable
{
    private readonly CountFolder folder;
    private readonly TimeProvider time;
    private readonly CanonicalJsonWriter writer = new();
    private readonly Lock gate = new();
    private IStore store;
    private LedgerKeeper keeper = null!;
    private CountShape shape = null!;
    private Tally final = null!;
    private Tally preliminary = null!;
    private long[] changed = [];
    private Dictionary<string, EntryState> drafts = null!;
    private List<Decision> decisions = null!;
    private bool behind;

    private Count(CountFolder folder, IStore store, TimeProvider time)
    {
        this.folder = folder;
        this.store = store;
        this.time = time;
    }

    /// <summary>Gets what the count is made of.</summary>
    public CountDefinition Definition => shape.Definition;

    /// <summary>Gets where the election is found: its id, or its folder.</summary>
    public string ElectionPlace => folder.Election ?? Definition.Election;

    /// <summary>Gets the form.</summary>
    public Form Form => shape.Form;

    /// <summary>Gets the reporting areas as they are now.</summary>
    public UnitTree Units => shape.Units;

    /// <summary>Gets how many leaves the ledger has.</summary>
    public long Leaves => keeper.Size;

    /// <summary>Gets where it is kept, for people.</summary>
    public string Shown => store.Shown;

    /// <summary>Gets what was decided beside protocols, oldest first.</summary>
    internal IReadOnlyList<Decision> Decisions => decisions;

    internal Layout Layout => shape.Layout;

    internal IReadOnlyDictionary<string, EntryState> Drafts => drafts;

    internal EntryContext EntryContext => shape.Entry;

    /// <summary>Opens a count to write; no other process may write to it meanwhile.</summary>
    /// <param name="path">Its folder.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="StoreException">There is none, another process writes to it, or its ledger does not verify.</exception>
    public static Count Open(string path, TimeProvider time) => Load(CountFolder.Open(path), true, time);

    /// <summary>Opens a count to look at; another process may write to it meanwhile.</summary>
    /// <param name="path">Its folder.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="StoreException">There is none, or its ledger does not verify.</exception>
    public static Count OpenToRead(string path, TimeProvider time) => Load(CountFolder.Open(path), false, time);

    /// <inheritdoc/>
    public void Dispose()
    {
        keeper?.Key?.Dispose();
        store.Dispose();
    }

    internal static Count Load(CountFolder folder, bool write, TimeProvider time)
    {
        var store = write ? folder.Write() : folder.Read();
        var count = new Count(folder, store, time);
        try
        {
            count.Load(write ? folder.Key() : null);
            return count;
        }
        catch
        {
            count.Dispose();
            throw;
        }
    }

    internal static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The leaf that last changed a unit.</summary>
    internal long Changed(int unit) => changed[unit];

    internal Tally Of(Phase phase) => phase == Phase.Final ? final : preliminary;

    /// <summary>Reads everything from the store.</summary>
    private void Load(SignerKey? key)
    {
        using var state = store.Snapshot();
        var first = store.ReadLeaf(0) ?? throw new StoreException($"'{store.Shown}' has no count in it; 'mandate results open' begins one.");
        CountDefinition definition;
        try
        {
            definition = CountDefinition.Read(first);
        }
        catch (LeafException e)
        {
            throw new StoreException($"The ledger in '{store.Shown}' begins with {e.Message}. Run 'mandate results verify'.", e);
        }

        Take(CountShape.Of(definition, store), null, 0);
        decisions = [];
        var row = new long[shape.Layout.Width];
        keeper = LedgerKeeper.Load(store, definition.Origin, folder.PublicKey(), key, (number, leaf) =>
        {
            try
            {
                Read(number, leaf, row);
                return true;
            }
            catch (LeafException e)
            {
                throw new StoreException($"Leaf {number} in '{store.Shown}' is {e.Message}. Run 'mandate results verify'.", e);
            }
        });
        final.Recount();
        preliminary.Recount();
        drafts = store.ReadDrafts().ToDictionary(d => d.Unit, State, StringComparer.Ordinal);
        behind = false;
    }

    private EntryState State(Draft draft) => EntryJsonReader.Read(draft.State, shape.Entry) switch
    {
        (var state, null) => state!,
        var (_, fault) => throw new StoreException($"The entry of '{draft.Unit}' in '{store.Shown}' cannot be read: {fault}."),
    };

    /// <summary>Takes one leaf in.</summary>
    private void Read(long number, ReadOnlySpan<byte> leaf, long[] row)
    {
        if (number == 0)
        {
            return;
        }

        // Quotes inside a text are escaped, so this can only be the member itself.
        if (leaf.IndexOf(",\"kind\":\"protocol\","u8) >= 0)
        {
            var (id, version, phase) = shape.Leaf.Read(leaf, row);
            var unit = shape.Units.Find(id);
            if (unit < 0 || !shape.Units.Reports(unit))
            {
                throw new LeafException($"a protocol of '{id}', which reports none");
            }

            if (version != Of(phase).Version(unit) + 1)
            {
                throw new LeafException($"version {version} of '{id}' behind version {Of(phase).Version(unit)}");
            }

            Of(phase).Load(unit, row, version);
            Touch(unit, number);
            return;
        }

        var decision = Decision.Read(number, leaf);
        decisions.Add(decision);
        if (decision.Kind == Decision.UnitsChanged)
        {
            Take(CountShape.Of(shape.Definition with { Units = decision.Text("units") }, store), shape, number);
        }
    }

    /// <summary>Takes new units; protocols that are counted stay with their units.</summary>
    private void Take(CountShape next, CountShape? before, long leaf)
    {
        var (oldFinal, oldPreliminary, oldChanged) = (final, preliminary, changed);
        shape = next;
        final = new Tally(next.Units, next.Layout);
        preliminary = new Tally(next.Units, next.Layout);
        changed = new long[next.Units.Units.Count];
        if (before is null)
        {
            return;
        }

        var row = new long[next.Layout.Width];
        for (var u = 0; u < before.Units.Units.Count; u++)
        {
            var now = next.Units.Find(before.Units.Units[u].Id);
            if (now >= 0)
            {
                changed[now] = oldChanged[u];
            }

            if (!before.Units.Reports(u) || (oldFinal.Version(u) == 0 && oldPreliminary.Version(u) == 0))
            {
                continue;
            }

            if (now < 0 || !next.Units.Reports(now))
            {
                throw new LeafException($"a change that takes away '{before.Units.Units[u].Id}', whose protocol is counted");
            }

            foreach (var (from, to) in new[] { (oldFinal, final), (oldPreliminary, preliminary) })
            {
                if (from.Read(u, row))
                {
                    to.Load(now, row, from.Version(u));
                }
            }
        }

        Regroup(before.Units, next.Units, leaf);
        final.Recount();
        preliminary.Recount();
    }

    /// <summary>Notes the change for every unit that protocols have come to or gone from: what was signed off there is so no longer.</summary>
    private void Regroup(UnitTree before, UnitTree next, long leaf)
    {
        var stays = new bool[next.Units.Count];
        for (var u = 0; u < stays.Length; u++)
        {
            var above = next.ParentOf(u);
            var was = before.Find(next.Units[u].Id);
            stays[u] = was >= 0 && next.Units[u].Parent == before.Units[was].Parent && (above < 0 || stays[above]) && (!next.Reports(u) || before.Reports(was));
            if (next.Reports(u) && !stays[u])
            {
                Touch(u, leaf);
            }
        }

        for (var u = 0; u < before.Units.Count; u++)
        {
            var now = next.Find(before.Units[u].Id);
            if (!before.Reports(u) || (now >= 0 && stays[now] && next.Reports(now)))
            {
                continue;
            }

            for (var above = before.ParentOf(u); above >= 0; above = before.ParentOf(above))
            {
                if (next.Find(before.Units[above].Id) is >= 0 and var left)
                {
                    Touch(left, leaf);
                }
            }
        }
    }

    /// <summary>Notes the leaf that last changed a unit and those above it.</summary>
    private void Touch(int unit, long leaf)
    {
        for (; unit >= 0; unit = shape.Units.ParentOf(unit))
        {
            changed[unit] = Math.Max(changed[unit], leaf);
        }
    }

    private string Now() => time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Reads everything anew after a change that did not come through.</summary>
    private void CatchUp()
    {
        if (!behind)
        {
            return;
        }

        if (store.IsLost)
        {
            store.Dispose();
            store = keeper.Key is null ? folder.Read() : folder.Write();
        }

        Load(keeper.Key);
    }

    /// <summary>What to say of a change that did not come through; what is in memory is again what is stored, as soon as that can be read.</summary>
    private StoreException Undone(Exception why)
    {
        var known = !store.IsLost;
        try
        {
            CatchUp();
        }
        catch (Exception e) when (e is StoreException or DbException or IOException or InvalidOperationException)
        {
            // Whoever asks next tries again.
        }

        return new StoreException(known ? $"Nothing was saved: {why.Message}" : $"The connection to the store was lost, so look whether this was saved: {why.Message}", why);
    }
}

/// <summary>What the definition of a count means: form, units, and what is made of them.</summary>
internal sealed record CountShape(CountDefinition Definition, Form Form, UnitTree Units, Layout Layout, CompiledForm Checks, EntryContext Entry, ProtocolLeaf Leaf)
{
    /// <summary>Reads the documents that a definition names.</summary>
    /// <exception cref="StoreException">One is missing or cannot be read.</exception>
    public static CountShape Of(CountDefinition definition, IStore store)
    {
        var faults = new Findings();
        var form = FormReader.Parse(Encoding.UTF8.GetString(Document(definition.Form)), "the count's form", faults);
        var units = UnitCsv.Read(new MemoryStream(Document(definition.Units)), "the count's units", faults);
        return form is null || units is null
            ? throw new StoreException($"'{store.Shown}' has documents that cannot be read: {faults.All[0]}")
            : Of(definition, form, units);

        byte[] Document(string sha256)
        {
            var bytes = store.ReadDocument(sha256);
            return bytes is not null && Count.Hash(bytes) == sha256 ? bytes : throw new StoreException($"'{store.Shown}' lacks the document {sha256}, or holds another in its place.");
        }
    }

    /// <summary>Puts the parts together.</summary>
    public static CountShape Of(CountDefinition definition, Form form, UnitTree units)
    {
        var layout = new Layout([.. form.Figures.Where(f => definition.Figures.Contains(f.Id))], [.. definition.Lists.Select(l => l.Id)], [.. definition.Lists.Select(l => l.Candidates)]);
        var checks = new CompiledForm(form, layout, definition.Variant);
        return new CountShape(definition, form, units, layout, checks, new EntryContext(form, checks, definition.Rules), new ProtocolLeaf(layout, definition.Synthetic, definition.Training));
    }
}
