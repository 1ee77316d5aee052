using System.Text;
using Mandate.Laws;
using Mandate.Results.Entries;
using Mandate.Results.Forms;
using Mandate.Results.Ledger;
using Mandate.Results.Stores;
using Mandate.Results.Units;

namespace Mandate.Results.Counts;

/// <summary>What it takes to begin a count.</summary>
/// <param name="Election">The election: its lists, its law.</param>
/// <param name="Contest">Id of the contest.</param>
/// <param name="Form">The form's text in YAML.</param>
/// <param name="Variant">The form's variant, or null.</param>
/// <param name="Absent">Figures that this election's form does not have.</param>
/// <param name="Units">The units.</param>
/// <param name="Rules">Who must do what until a protocol counts.</param>
/// <param name="Origin">The ledger's origin: a name like a host and a path, without spaces.</param>
/// <param name="Actor">Opaque id of whoever begins it.</param>
public sealed record Opening(Election Election, string Contest, string Form, string? Variant, IReadOnlyList<string> Absent, UnitTree Units, EntryRules Rules, string Origin, string Actor)
{
    /// <summary>Gets the folder of the election; null where its id finds it.</summary>
    public string? ElectionFolder { get; init; }

    /// <summary>Gets whether people are to be trained first.</summary>
    public bool Training { get; init; }

    /// <summary>Gets the connection string of a PostgreSQL database; null for a SQLite file in the folder.</summary>
    public string? Postgres { get; init; }

    /// <summary>Gets the schema in that database.</summary>
    public string Schema { get; init; } = "mandate";
}

/// <content>Beginning a count, and beginning the real one after a training.</content>
public sealed partial class Count
{
    /// <summary>Begins a count in a folder.</summary>
    /// <param name="path">The folder; it is made where it is absent.</param>
    /// <param name="opening">What it is made of.</param>
    /// <param name="time">The clock.</param>
    /// <param name="findings">Receives what is wrong with it.</param>
    /// <returns>The count, open to write, or null after noting faults.</returns>
    /// <exception cref="StoreException">A count is there already, or the store cannot be made.</exception>
    public static Count? Begin(string path, Opening opening, TimeProvider time, Findings findings)
    {
        ArgumentNullException.ThrowIfNull(opening);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(findings);
        if (CountFolder.Exists(path))
        {
            throw new StoreException($"A count is in '{path}' already.");
        }

        if (Define(opening, findings) is not var (definition, documents))
        {
            return null;
        }

        Directory.CreateDirectory(path);
        var folder = CountFolder.New(path, opening.ElectionFolder, opening.Postgres, opening.Schema, opening.Training);
        if (folder.IsCutShort())
        {
            folder.Wipe();
        }

        Write(folder, definition with { Training = opening.Training }, documents, opening.Actor, time);
        folder.Save();
        return Load(folder, true, time);
    }

    /// <summary>Ends a training: its store and key are wiped, and the real count begins with the same form, units and rules.</summary>
    /// <param name="path">The count's folder.</param>
    /// <param name="actor">Opaque id of whoever does it.</param>
    /// <param name="time">The clock.</param>
    /// <returns>The real count, open to write.</returns>
    /// <exception cref="StoreException">It is no training.</exception>
    /// <remarks>The real count is whole before the settings name it; a training left over by a break is wiped at the next activation.</remarks>
    public static Count Activate(string path, string actor, TimeProvider time)
    {
        var training = CountFolder.Open(path);
        if (!training.Training)
        {
            throw new StoreException($"The count in '{path}' is no training.");
        }

        var live = training.With(training: false);
        CountDefinition definition;
        List<byte[]> documents;
        using (var store = training.Write())
        {
            definition = CountDefinition.Read(store.ReadLeaf(0));
            documents = [.. store.ListDocuments().Select(d => store.ReadDocument(d)!)];
            if (definition.Units is { } first && store.ReadDocument(first) is null)
            {
                throw new StoreException($"'{store.Shown}' lacks the units it began with.");
            }
        }

        live.Wipe();
        Write(live, definition with { Training = false, Origin = definition.Origin[..^TrainingEnd.Length] }, documents, actor, time);
        live.Save();
        training.Wipe();
        return Load(live, true, time);
    }

    private const string TrainingEnd = "/training";

    private static (CountDefinition Definition, IReadOnlyList<byte[]> Documents)? Define(Opening opening, Findings findings)
    {
        var form = FormReader.Parse(opening.Form, "the form", findings);
        foreach (var fault in opening.Rules.Faults)
        {
            findings.Add(new Finding("the rules", 0, 0, fault, "rules of entry that can be"));
        }

        var lists = opening.Election.Lists.Where(l => l.Contest == opening.Contest).ToList();
        if (lists.Count == 0)
        {
            findings.Add(new Finding(opening.Election.Id, 0, 0, $"no list in the contest '{opening.Contest}'", "a contest of the election with its lists under 'lists'"));
        }

        foreach (var absent in opening.Absent.Where(a => form?.Figure(a) is null or { CanBeAbsent: false, Required: true }))
        {
            findings.Add(new Finding(form?.Id ?? "the form", 0, 0, $"the figure '{absent}', said to be absent", "a figure of the form that need not be there"));
        }

        if (opening.Variant is { } variant && form is not null && form.Variants.All(v => v.Id != variant))
        {
            findings.Add(new Finding(form.Id, 0, 0, $"the variant '{variant}'", form.Variants.Count == 0 ? "none" : string.Join(", ", form.Variants.Select(v => v.Id))));
        }

        if (opening.Origin.Length is 0 or > 200 || opening.Origin.Any(c => char.IsWhiteSpace(c) || char.IsControl(c) || c == '+'))
        {
            findings.Add(new Finding("the origin", 0, 0, $"'{opening.Origin}'", "a name like a host and a path, without spaces or plus signs"));
        }

        if (!findings.IsEmpty)
        {
            return null;
        }

        var chosen = opening.Variant ?? (form!.Variants is [var one, ..] ? one.Id : null);
        var perCandidate = form!.Figures.Any(f => f.Kind == FigureKind.VotesPerCandidate && f.IsOn(chosen));
        using var csv = new StringWriter();
        UnitCsv.Write(opening.Units, csv);
        byte[][] documents = [Encoding.UTF8.GetBytes(opening.Form), Encoding.UTF8.GetBytes(csv.ToString())];
        var definition = new CountDefinition(
            opening.Training ? opening.Origin + TrainingEnd : opening.Origin, opening.Election.Id, opening.Contest, opening.Election.LawReference, Hash(documents[0]), Hash(documents[1]),
            [.. form.Figures.Where(f => f.IsOn(chosen) && !opening.Absent.Contains(f.Id)).Select(f => f.Id)],
            [.. lists.Select(l => new CountedList(l.Id, perCandidate ? Candidates(opening.Election, opening.Contest, l) : 0))],
            opening.Rules)
        {
            Variant = chosen,
            Synthetic = opening.Election.Synthetic,
        };
        return (definition, documents);
    }

    private static int Candidates(Election election, string contest, ListInfo list) =>
        list.Candidates ?? election.Input.Contests.Where(c => c.Id == contest).SelectMany(c => c.Constituencies)
            .Select(c => c.Persons.TryGetValue(list.Id, out var persons) ? persons.Count : 0).DefaultIfEmpty(0).Max();

    private static void Write(CountFolder folder, CountDefinition definition, IReadOnlyList<byte[]> documents, string actor, TimeProvider time)
    {
        using var store = folder.Write();
        if (store.CountLeaves() > 0)
        {
            throw new StoreException($"A count is in '{store.Shown}' already.");
        }

        using var key = folder.MakeKey(definition.Origin);
        var keeper = LedgerKeeper.Empty(definition.Origin, key);
        var writer = new CanonicalJsonWriter();
        definition.Write(writer, time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture), actor);
        using var change = store.Begin();
        foreach (var document in documents)
        {
            change.AddDocument(Hash(document), document);
        }

        keeper.Append(change, writer.Written.Span);
        keeper.Seal(change);
        change.Commit();
    }
}
