using System.Text.Json;
using Mandate.Results.Ledger;

namespace Mandate.Results.Counts;

/// <summary>What an election's count is made of: the first leaf of its ledger.</summary>
/// <param name="Origin">The ledger's origin, as its checkpoints bear it.</param>
/// <param name="Election">Id of the election.</param>
/// <param name="Contest">Id of the contest that is counted.</param>
/// <param name="Law">Reference of the law.</param>
/// <param name="Form">SHA-256 of the form's text.</param>
/// <param name="Units">SHA-256 of the units' CSV.</param>
/// <param name="Figures">Ids of the figures that this election's form has, in the form's order.</param>
/// <param name="Lists">The lists in the order of the ballot, with how many candidates the form has for each.</param>
/// <param name="Rules">Who must do what until a protocol counts.</param>
public sealed record CountDefinition(
    string Origin, string Election, string Contest, string Law, string Form, string Units, IReadOnlyList<string> Figures, IReadOnlyList<CountedList> Lists, CountRules Rules)
{
    internal const string Kind = "opened";

    /// <summary>Gets the form's variant, or null.</summary>
    public string? Variant { get; init; }

    /// <summary>Gets whether the election is made up; every page and paper then says so.</summary>
    public bool Synthetic { get; init; }

    /// <summary>Gets whether people are only being trained: such a count has its own key and store and is wiped when the real one begins.</summary>
    public bool Training { get; init; }

    /// <summary>Writes the leaf.</summary>
    internal void Write(CanonicalJsonWriter to, string at, string by)
    {
        to.StartObject();
        Member(to, "at", at);
        Member(to, "by", by);
        Member(to, "contest", Contest);
        Member(to, "election", Election);
        to.Name("figures");
        to.StartArray();
        foreach (var figure in Figures)
        {
            to.Text(figure);
        }

        to.EndArray();
        Member(to, "form", Form);
        Member(to, "kind", Kind);
        Member(to, "law", Law);
        to.Name("lists");
        to.StartArray();
        foreach (var list in Lists)
        {
            to.StartObject();
            to.Name("candidates");
            to.Number(list.Candidates);
            Member(to, "id", list.Id);
            to.EndObject();
        }

        to.EndArray();
        Member(to, "origin", Origin);
        to.Name("rules");
        to.StartObject();
        to.Name("entries");
        to.Number(Rules.Entries);
        Flag(to, "errors-with-reason", Rules.ErrorsWithReason);
        Flag(to, "import-accepts", Rules.ImportAccepts);
        Flag(to, "third-compared", Rules.ThirdCompared);
        to.EndObject();
        Flag(to, "synthetic", Synthetic);
        Flag(to, "training", Training);
        Member(to, "units", Units);
        if (Variant is not null)
        {
            Member(to, "variant", Variant);
        }

        to.EndObject();
    }

    /// <summary>Reads the leaf.</summary>
    /// <exception cref="LeafException">It opens no count.</exception>
    internal static CountDefinition Read(ReadOnlyMemory<byte> leaf)
    {
        try
        {
            using var json = JsonDocument.Parse(leaf);
            var root = json.RootElement;
            if (root.GetProperty("kind").GetString() != Kind)
            {
                throw new LeafException($"a first leaf of kind '{root.GetProperty("kind").GetString()}'");
            }

            var rules = root.GetProperty("rules");
            return new CountDefinition(
                Text("origin"), Text("election"), Text("contest"), Text("law"), Text("form"), Text("units"),
                [.. root.GetProperty("figures").EnumerateArray().Select(f => f.GetString()!)],
                [.. root.GetProperty("lists").EnumerateArray().Select(l => new CountedList(l.GetProperty("id").GetString()!, Number(l.GetProperty("candidates"))))],
                new CountRules(Number(rules.GetProperty("entries")), rules.GetProperty("import-accepts").GetBoolean())
                {
                    ErrorsWithReason = rules.GetProperty("errors-with-reason").GetBoolean(),
                    ThirdCompared = rules.GetProperty("third-compared").GetBoolean(),
                })
            {
                Synthetic = root.GetProperty("synthetic").GetBoolean(),
                Training = root.GetProperty("training").GetBoolean(),
                Variant = root.TryGetProperty("variant", out var variant) ? variant.GetString() : null,
            };

            string Text(string name) => root.GetProperty(name).GetString()!;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new LeafException("a first leaf that does not open a count", e);
        }
    }

    private static int Number(JsonElement element) => int.Parse(element.GetString()!, System.Globalization.CultureInfo.InvariantCulture);

    private static void Member(CanonicalJsonWriter to, string name, string value)
    {
        to.Name(name);
        to.Text(value);
    }

    private static void Flag(CanonicalJsonWriter to, string name, bool value)
    {
        to.Name(name);
        to.Boolean(value);
    }
}

/// <summary>A list on the form.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Candidates">How many candidates the form has votes for; 0 where votes are for the list alone.</param>
public sealed record CountedList(string Id, int Candidates);

/// <summary>Who must do what until a protocol counts.</summary>
/// <param name="Entries">How many entries by different people it takes: 1 or 2.</param>
/// <param name="ImportAccepts">Whether an imported protocol without errors counts at once; otherwise it is one entry.</param>
public sealed record CountRules(int Entries, bool ImportAccepts)
{
    /// <summary>Gets whether a coordinator may accept errors with a reason, where the paper itself has them.</summary>
    public bool ErrorsWithReason { get; init; }

    /// <summary>Gets whether a machine-read or imported third entry is compared with the two keyed ones.</summary>
    public bool ThirdCompared { get; init; }
}
