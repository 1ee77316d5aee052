using System.Text.Json;
using Mandate.Results.Entries;
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
    string Origin, string Election, string Contest, string Law, string Form, string Units, IReadOnlyList<string> Figures, IReadOnlyList<CountedList> Lists, EntryRules Rules)
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
        WriteRules(to);
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

            return new CountDefinition(
                Text("origin"), Text("election"), Text("contest"), Text("law"), Text("form"), Text("units"),
                [.. root.GetProperty("figures").EnumerateArray().Select(f => f.GetString()!)],
                [.. root.GetProperty("lists").EnumerateArray().Select(l => new CountedList(l.GetProperty("id").GetString()!, Number(l.GetProperty("candidates"))))],
                ReadRules(root.GetProperty("rules")))
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

    private static EntryRules ReadRules(JsonElement rules) => new(
        Number(rules.GetProperty("entries")), Word<ThirdUse>(rules, "scan"), Word<ThirdUse>(rules, "import"), rules.GetProperty("errors-acceptable").GetBoolean(), Word<ErrorsStop>(rules, "errors-stop"),
        [.. rules.GetProperty("reasons").EnumerateArray().Select(r => r.GetString()!)]);

    private static T Word<T>(JsonElement element, string name)
        where T : struct, Enum => Enum.TryParse<T>(element.GetProperty(name).GetString(), out var value) ? value : throw new LeafException($"the rule '{name}'");

    private void WriteRules(CanonicalJsonWriter to)
    {
        to.StartObject();
        to.Name("entries");
        to.Number(Rules.Entries);
        Flag(to, "errors-acceptable", Rules.ErrorsAcceptable);
        Member(to, "errors-stop", Rules.ErrorsStop.ToString());
        Member(to, "import", Rules.Import.ToString());
        to.Name("reasons");
        to.StartArray();
        foreach (var reason in Rules.Reasons)
        {
            to.Text(reason);
        }

        to.EndArray();
        Member(to, "scan", Rules.Scan.ToString());
        to.EndObject();
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
