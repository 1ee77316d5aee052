using System.Data.Common;
using System.Globalization;
using System.Text;
using Mandate.Electoral;
using Mandate.Laws;
using Mandate.Results.Entries;
using Mandate.Results.Ledger;
using Mandate.Results.Running;
using Mandate.Results.Stores;
using Mandate.Results.Units;

namespace Mandate.Results.Counts;

/// <summary>How far a unit's count is.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Expected">How many protocols are due inside it; 1 where it reports itself.</param>
/// <param name="Counted">How many count.</param>
/// <param name="Preliminary">How many preliminary ones are in.</param>
/// <param name="Entering">Protocols that somebody has begun to enter.</param>
/// <param name="SetAside">Protocols in quarantine, or whose warnings wait for an explanation.</param>
/// <param name="SignedOff">Number of the leaf that signs its totals off; null where there is none, or a protocol has come since.</param>
public sealed record UnitStatus(Unit Unit, int Expected, int Counted, int Preliminary, int Entering, int SetAside, long? SignedOff);

/// <content>Totals, and what is decided about them.</content>
public sealed partial class Count
{
    /// <summary>How far units are.</summary>
    /// <param name="units">Ids of units.</param>
    /// <exception cref="ArgumentException">There is no such unit.</exception>
    public IReadOnlyList<UnitStatus> Status(IEnumerable<string> units)
    {
        lock (gate)
        {
            CatchUp();
            var waiting = drafts.Where(d => d.Value.Stage != EntryStage.Accepted).Select(d => (Unit: Units.Find(d.Key), d.Value.Stage)).ToList();
            return [.. units.Select(id => One(Place(id), waiting))];
        }

        UnitStatus One(int unit, List<(int Unit, EntryStage Stage)> waiting)
        {
            var here = waiting.Where(w => w.Unit >= unit && w.Unit < Units.EndOf(unit)).ToList();
            var aside = here.Count(w => w.Stage is EntryStage.Quarantined or EntryStage.Unexplained);
            return new UnitStatus(Units.Units[unit], final.Expected(unit), final.Counted(unit), preliminary.Counted(unit), here.Count - aside, aside, SignOffOf(unit));
        }
    }

    /// <summary>The sums of a unit's counted protocols, by figure and list; a sum says in how many protocols its figure is known.</summary>
    /// <param name="unit">Id of the unit.</param>
    /// <param name="phase">Which count.</param>
    public IReadOnlyList<FigureTotal> Totals(string unit, Phase phase = Phase.Final)
    {
        lock (gate)
        {
            CatchUp();
            var (at, tally) = (Place(unit), Of(phase));
            var totals = new List<FigureTotal>();
            foreach (var figure in Layout.Figures)
            {
                var start = Layout.Start(figure);
                if (figure.Kind is FigureKind.Count or FigureKind.YesNo)
                {
                    totals.Add(new FigureTotal(figure, null, tally.Sum(at, start), tally.Known(at, start)));
                    continue;
                }

                for (var l = 0; l < Layout.Lists.Count; l++)
                {
                    var (first, number) = Layout.CellsOf(figure, l);
                    var cells = Enumerable.Range(first, number).ToList();
                    totals.Add(new FigureTotal(figure, Layout.Lists[l], cells.Sum(c => tally.Sum(at, c)), cells.Select(c => tally.Known(at, c)).DefaultIfEmpty(0).Min()));
                }
            }

            return totals;
        }
    }

    /// <summary>The counted protocol of a unit that reports, by cell id; null where none counts.</summary>
    public IReadOnlyList<CellValue>? Protocol(string unit, Phase phase = Phase.Final)
    {
        lock (gate)
        {
            CatchUp();
            var row = new long[Layout.Width];
            return Units.Reports(Place(unit)) && Of(phase).Read(Place(unit), row) ? shape.Entry.Cells.Values(row.AsSpan(0, Layout.RawWidth)) : null;
        }
    }

    /// <summary>Signs a unit's totals off: the commission says that they are complete and right.</summary>
    /// <returns>The leaf's number; or why it cannot be signed.</returns>
    public (long? Leaf, string? Needed) SignOff(string unit, string actor)
    {
        lock (gate)
        {
            CatchUp();
            var at = Place(unit);
            var status = Status([unit])[0];
            if (status.Counted < status.Expected || status.Entering + status.SetAside > 0)
            {
                return (null, string.Create(CultureInfo.InvariantCulture, $"{status.Counted} of {status.Expected} protocols of '{unit}' count, {status.Entering} are being entered and {status.SetAside} are set aside; all must count first"));
            }

            var sums = new long[Layout.Width];
            for (var i = 0; i < Layout.RawWidth; i++)
            {
                sums[i] = final.Known(at, i) > 0 ? final.Sum(at, i) : Layout.Blank;
            }

            return (Decide(to =>
            {
                Say(to, "at", Now());
                Say(to, "by", actor);
                to.Name("counted");
                to.Number(status.Counted);
                to.Name("figures");
                shape.Leaf.WriteFigures(to, sums);
                Say(to, "kind", Decision.SignedOff);
                shape.Leaf.WriteFlags(to);
                Say(to, "unit", unit);
            }), null);
        }
    }

    /// <summary>Draws recorded so far, oldest first.</summary>
    public IReadOnlyList<Lot> Lots()
    {
        lock (gate)
        {
            return [.. decisions.Where(d => d.Kind == Decision.LotDrawn).Select(d => new Lot(d.Text("contest"), d.Text("area"), d.Text("step"), [.. d.Body.GetProperty("winners").EnumerateArray().Select(w => w.GetString()!)]))];
        }
    }

    /// <summary>Records the final result.</summary>
    /// <param name="seats">Seats by tier and list.</param>
    /// <param name="lots">Draws on which they rest beside those recorded before; whoever declares has seen that they fit.</param>
    /// <param name="actor">Opaque id of whoever declares.</param>
    /// <returns>The leaf's number, which is the earlier one where the same is declared again; or what must come first: every unit at the top must be signed off.</returns>
    public (long? Leaf, string? Needed) Declare(IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> seats, IReadOnlyList<Lot> lots, string actor)
    {
        ArgumentNullException.ThrowIfNull(seats);
        ArgumentNullException.ThrowIfNull(lots);
        lock (gate)
        {
            CatchUp();
            if (Tops().Where(t => SignOffOf(t) is null).Select(t => Units.Units[t].Id).ToList() is [_, ..] unsigned)
            {
                return (null, $"the totals of {string.Join(", ", unsigned.Take(5).Select(u => $"'{u}'"))} are not signed off");
            }

            if (IsDeclared && Same(decisions.FindLast(d => d.Kind == Decision.Declared)!, seats))
            {
                return (decisions.FindLast(d => d.Kind == Decision.Declared)!.Number, null);
            }

            foreach (var lot in lots)
            {
                Record(lot, actor);
            }

            return (Decide(to =>
            {
                Say(to, "at", Now());
                Say(to, "by", actor);
                Say(to, "kind", Decision.Declared);
                Say(to, "law", Definition.Law);
                to.Name("seats");
                to.StartObject();
                foreach (var (tier, lists) in seats.OrderBy(t => t.Key, StringComparer.Ordinal))
                {
                    to.Name(tier);
                    to.StartObject();
                    foreach (var (list, number) in lists.OrderBy(l => l.Key, StringComparer.Ordinal))
                    {
                        to.Name(list);
                        to.Number(number);
                    }

                    to.EndObject();
                }

                to.EndObject();
                shape.Leaf.WriteFlags(to);
            }), null);
        }
    }

    /// <summary>Whether the count is declared, and no protocol has come since.</summary>
    public bool IsDeclared
    {
        get
        {
            lock (gate)
            {
                return decisions.FindLast(d => d.Kind == Decision.Declared) is { } last && Tops().All(t => changed[t] < last.Number);
            }
        }
    }

    /// <summary>Takes a new version of the units; counted protocols stay with theirs.</summary>
    /// <param name="units">The new tree.</param>
    /// <param name="actor">Opaque id of whoever changes it.</param>
    /// <param name="findings">Receives units that cannot go, since their protocols count or are being entered.</param>
    /// <returns>The leaf's number, or null after noting faults; null without a fault where nothing differs.</returns>
    public long? Replace(UnitTree units, string actor, Findings findings)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(findings);
        lock (gate)
        {
            CatchUp();
            for (var u = 0; u < Units.Units.Count; u++)
            {
                var id = Units.Units[u].Id;
                if (Units.Reports(u) && (final.Version(u) > 0 || preliminary.Version(u) > 0 || drafts.ContainsKey(id)) && (units.Find(id) < 0 || !units.Reports(units.Find(id))))
                {
                    findings.Add(new Finding("the units", 0, 0, $"no unit '{id}' that reports, whose protocol is in", "a unit of this id without units inside it"));
                }
            }

            using var csv = new StringWriter();
            UnitCsv.Write(units, csv);
            var document = Encoding.UTF8.GetBytes(csv.ToString());
            if (!findings.IsEmpty || Hash(document) == Definition.Units)
            {
                return null;
            }

            var leaf = Decide(
                to =>
                {
                    Say(to, "at", Now());
                    Say(to, "by", actor);
                    Say(to, "kind", Decision.UnitsChanged);
                    shape.Leaf.WriteFlags(to);
                    Say(to, "units", Hash(document));
                },
                change => change.AddDocument(Hash(document), document));
            Take(CountShape.Of(Definition with { Units = Hash(document) }, shape.Form, units), shape, leaf);
            return leaf;
        }
    }

    /// <summary>Places of the units at the top.</summary>
    internal IEnumerable<int> Tops()
    {
        for (var u = 0; u < Units.Units.Count; u = Units.EndOf(u))
        {
            yield return u;
        }
    }

    private static bool Same(Decision declared, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> seats)
    {
        var before = declared.Body.GetProperty("seats").EnumerateObject().SelectMany(t => t.Value.EnumerateObject().Select(l => $"{t.Name}/{l.Name}={l.Value.GetString()}"));
        var now = seats.SelectMany(t => t.Value.Select(l => string.Create(CultureInfo.InvariantCulture, $"{t.Key}/{l.Key}={l.Value}")));
        return before.Order(StringComparer.Ordinal).SequenceEqual(now.Order(StringComparer.Ordinal));
    }

    private static void Say(CanonicalJsonWriter to, string name, string value)
    {
        to.Name(name);
        to.Text(value);
    }

    private void Record(Lot lot, string actor) => Decide(to =>
    {
        Say(to, "area", lot.Area);
        Say(to, "at", Now());
        Say(to, "by", actor);
        Say(to, "contest", lot.Contest);
        Say(to, "kind", Decision.LotDrawn);
        Say(to, "step", lot.Step);
        shape.Leaf.WriteFlags(to);
        to.Name("winners");
        to.StartArray();
        foreach (var winner in lot.Winners)
        {
            to.Text(winner);
        }

        to.EndArray();
    });

    private int Place(string unit) => Units.Find(unit) is >= 0 and var at ? at : throw new ArgumentException($"There is no unit '{unit}'.", nameof(unit));

    private long? SignOffOf(int unit) =>
        decisions.FindLast(d => d.Kind == Decision.SignedOff && d.Text("unit") == Units.Units[unit].Id) is { } last && last.Number > changed[unit] ? last.Number : null;

    /// <summary>Writes a leaf that is no protocol, in a commit of its own.</summary>
    private long Decide(Action<CanonicalJsonWriter> members, Action<IStoreChange>? beside = null)
    {
        try
        {
            return Add(members, beside);
        }
        catch (DbException e)
        {
            throw Undone(e);
        }
    }

    private long Add(Action<CanonicalJsonWriter> members, Action<IStoreChange>? beside)
    {
        behind = true;
        using var change = store.Begin();
        beside?.Invoke(change);
        var number = Append(change, members);
        keeper.Seal(change);
        change.Commit();
        behind = false;
        return number;
    }

    /// <summary>Appends a leaf that is no protocol to a change.</summary>
    private long Append(IStoreChange change, Action<CanonicalJsonWriter> members)
    {
        writer.Reset();
        writer.StartObject();
        members(writer);
        writer.EndObject();
        var number = keeper.Size;
        keeper.Append(change, writer.Written.Span);
        decisions.Add(Decision.Read(number, writer.Written.Span));
        return number;
    }
}
