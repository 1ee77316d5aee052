using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Mandate.Results.Ledger;
using Mandate.Results.Running;

namespace Mandate.Results.Counts;

/// <summary>What an accepted protocol's leaf says beside its figures.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Version">1 for the first accepted protocol of the unit.</param>
/// <param name="Phase">Which count it belongs to.</param>
internal readonly record struct ProtocolHead(string Unit, int Version, Phase Phase)
{
    /// <summary>Gets when it was accepted, as UTC; null for one that was imported, whose import's leaf says it.</summary>
    public string? At { get; init; }

    /// <summary>Gets the opaque ids of those who keyed it, in the order in which they came; empty for one that was imported.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>Gets the number of the import's leaf; 0 for none.</summary>
    public long Import { get; init; }

    /// <summary>Gets the SHA-256 of each file or image it was read from.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Gets its row in the imported file; 0 for none.</summary>
    public int Row { get; init; }

    /// <summary>Gets why failed checks were accepted, by code (<c>F.1</c>, or <c>F.1:LIST</c> for one list), in the order of codes, each once.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Accepted { get; init; } = [];

    /// <summary>Gets orders of coordinators: to accept errors, to let entries stand against a machine's reading, to correct; by kind, in order.</summary>
    public IReadOnlyList<ProtocolOrder> Orders { get; init; } = [];
}

/// <summary>A coordinator's order in a protocol's leaf.</summary>
/// <param name="Kind"><c>correction</c>, <c>errors</c>, <c>recount</c> or <c>third</c>.</param>
/// <param name="By">An opaque id.</param>
/// <param name="Reason">The reason.</param>
internal readonly record struct ProtocolOrder(string Kind, string By, string Reason);

/// <summary>Writes and reads the leaf of an accepted protocol: canonical JSON, figures by id, unknown ones left out.</summary>
/// <remarks>
/// A figure with a number for each list is an array in the order of the lists in the ledger's first leaf; one with a number
/// for each candidate is an array of such arrays. An empty string in an array is unknown. An instance serves one thread.
/// </remarks>
internal sealed class ProtocolLeaf
{
    public const string Kind = "protocol";

    private readonly Layout layout;
    private readonly bool isSynthetic;
    private readonly bool isTraining;
    private readonly Member[] members;

    public ProtocolLeaf(Layout layout, bool isSynthetic, bool isTraining)
    {
        this.layout = layout;
        this.isSynthetic = isSynthetic;
        this.isTraining = isTraining;
        members = [.. layout.Figures.OrderBy(f => f.Id, StringComparer.Ordinal).Select(f => new Member(Encoding.UTF8.GetBytes(f.Id), f.Kind, layout.Start(f)))];
    }

    /// <summary>Writes a leaf.</summary>
    /// <param name="to">A writer without anything in it.</param>
    /// <param name="head">What stands beside the figures.</param>
    /// <param name="row">The figures, in the layout's order.</param>
    public void Write(CanonicalJsonWriter to, in ProtocolHead head, ReadOnlySpan<long> row)
    {
        to.StartObject();
        if (head.Accepted.Count > 0)
        {
            to.Name("accepted"u8);
            to.StartObject();
            foreach (var (code, why) in head.Accepted)
            {
                to.Name(code);
                to.Text(why);
            }

            to.EndObject();
        }

        if (head.At is { } at)
        {
            to.Name("at"u8);
            to.Text(at);
        }

        if (head.By.Count > 0)
        {
            to.Name("by"u8);
            to.StartArray();
            foreach (var actor in head.By)
            {
                to.Text(actor);
            }

            to.EndArray();
        }

        to.Name("figures"u8);
        WriteFigures(to, row);
        if (head.Import > 0)
        {
            to.Name("import"u8);
            to.Number(head.Import);
        }

        to.Name("kind"u8);
        to.Text("protocol"u8);
        if (head.Orders.Count > 0)
        {
            to.Name("orders"u8);
            to.StartObject();
            foreach (var order in head.Orders)
            {
                to.Name(order.Kind);
                to.StartObject();
                to.Name("by"u8);
                to.Text(order.By);
                to.Name("reason"u8);
                to.Text(order.Reason);
                to.EndObject();
            }

            to.EndObject();
        }

        to.Name("phase"u8);
        to.Text(head.Phase == Phase.Final ? "final"u8 : "preliminary"u8);
        if (head.Row > 0)
        {
            to.Name("row"u8);
            to.Number(head.Row);
        }

        if (head.Sources.Count > 0)
        {
            to.Name("sources"u8);
            to.StartArray();
            foreach (var source in head.Sources)
            {
                to.Text(source);
            }

            to.EndArray();
        }

        WriteFlags(to);
        to.Name("unit"u8);
        to.Text(head.Unit);
        to.Name("version"u8);
        to.Number(head.Version);
        to.EndObject();
    }

    /// <summary>Reads a leaf that <see cref="Write"/> made.</summary>
    /// <param name="leaf">The bytes.</param>
    /// <param name="row">Receives the figures; unknown ones are <see cref="Layout.Blank"/>.</param>
    /// <returns>Unit, version and phase.</returns>
    /// <exception cref="LeafException">It is no protocol of this count.</exception>
    public (string Unit, int Version, Phase Phase) Read(ReadOnlySpan<byte> leaf, Span<long> row)
    {
        row[..layout.RawWidth].Fill(Layout.Blank);
        string? unit = null;
        var version = 0;
        Phase? phase = null;
        try
        {
            var reader = new Utf8JsonReader(leaf);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("figures"u8))
                {
                    reader.Read();
                    ReadFigures(ref reader, row);
                }
                else if (reader.ValueTextEquals("unit"u8))
                {
                    reader.Read();
                    unit = reader.GetString();
                }
                else if (reader.ValueTextEquals("version"u8))
                {
                    reader.Read();
                    version = (int)Number(ref reader);
                }
                else if (reader.ValueTextEquals("phase"u8))
                {
                    reader.Read();
                    phase = reader.ValueTextEquals("final"u8) ? Phase.Final : reader.ValueTextEquals("preliminary"u8) ? Phase.Preliminary : null;
                }
                else
                {
                    reader.Read();
                    reader.Skip();
                }
            }
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new LeafException("JSON that cannot be read", e);
        }

        return unit is not null && version > 0 && phase is { } p ? (unit, version, p) : throw new LeafException("a protocol without unit, version or phase");
    }

    private static long Number(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && Utf8Parser.TryParse(reader.ValueSpan, out long value, out var used) && used == reader.ValueSpan.Length && value is >= 0 and <= Figure.Largest
            ? value
            : throw new LeafException("a number that is no figure of a protocol");

    /// <summary>Writes that the election is made up, or that people are only being trained: every leaf says so.</summary>
    public void WriteFlags(CanonicalJsonWriter to)
    {
        if (isSynthetic)
        {
            to.Name("synthetic"u8);
            to.Boolean(true);
        }

        if (isTraining)
        {
            to.Name("training"u8);
            to.Boolean(true);
        }
    }

    /// <summary>Writes figures as an object, unknown ones left out.</summary>
    public void WriteFigures(CanonicalJsonWriter to, ReadOnlySpan<long> row)
    {
        to.StartObject();
        foreach (ref readonly var member in members.AsSpan())
        {
            switch (member.Kind)
            {
                case FigureKind.VotesPerList:
                    to.Name(member.Name);
                    WriteArray(to, row.Slice(member.Cell, layout.Lists.Count));
                    break;
                case FigureKind.VotesPerCandidate:
                    to.Name(member.Name);
                    to.StartArray();
                    var at = member.Cell;
                    for (var l = 0; l < layout.Lists.Count; l++)
                    {
                        WriteArray(to, row.Slice(at, layout.CountCandidates(l)));
                        at += layout.CountCandidates(l);
                    }

                    to.EndArray();
                    break;
                default:
                    if (row[member.Cell] >= 0)
                    {
                        to.Name(member.Name);
                        to.Number(row[member.Cell]);
                    }

                    break;
            }
        }

        to.EndObject();
    }

    private static void WriteArray(CanonicalJsonWriter to, ReadOnlySpan<long> cells)
    {
        to.StartArray();
        foreach (var cell in cells)
        {
            if (cell >= 0)
            {
                to.Number(cell);
            }
            else
            {
                to.Text(""u8);
            }
        }

        to.EndArray();
    }

    private void ReadFigures(ref Utf8JsonReader reader, Span<long> row)
    {
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            while (next < members.Length && !reader.ValueTextEquals(members[next].Name))
            {
                next++;
            }

            if (next == members.Length)
            {
                throw new LeafException($"the figure '{reader.GetString()}', which the form does not have");
            }

            ref readonly var member = ref members[next];
            reader.Read();
            switch (member.Kind)
            {
                case FigureKind.VotesPerList:
                    ReadArray(ref reader, row.Slice(member.Cell, layout.Lists.Count));
                    break;
                case FigureKind.VotesPerCandidate:
                    var at = member.Cell;
                    for (var l = 0; l < layout.Lists.Count && reader.Read(); l++)
                    {
                        ReadArray(ref reader, row.Slice(at, layout.CountCandidates(l)));
                        at += layout.CountCandidates(l);
                    }

                    reader.Read();
                    break;
                default:
                    row[member.Cell] = Number(ref reader);
                    break;
            }
        }
    }

    private static void ReadArray(ref Utf8JsonReader reader, Span<long> cells)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new LeafException("a figure of each list that is no array");
        }

        for (var i = 0; i < cells.Length; i++)
        {
            reader.Read();
            cells[i] = reader.TokenType == JsonTokenType.String && reader.ValueSpan.IsEmpty ? Layout.Blank : Number(ref reader);
        }

        if (!reader.Read() || reader.TokenType != JsonTokenType.EndArray)
        {
            throw new LeafException("figures for more lists or candidates than the count has");
        }
    }

    private readonly record struct Member(byte[] Name, FigureKind Kind, int Cell);
}

/// <summary>Which count a protocol belongs to; both are kept side by side.</summary>
public enum Phase
{
    /// <summary>What is told on election night.</summary>
    Preliminary,

    /// <summary>What the signed protocol says.</summary>
    Final,
}

/// <summary>A leaf that a count cannot take; the message is what was found.</summary>
internal sealed class LeafException : Exception
{
    public LeafException()
    {
    }

    public LeafException(string found)
        : base(found)
    {
    }

    public LeafException(string found, Exception inner)
        : base(found, inner)
    {
    }
}
