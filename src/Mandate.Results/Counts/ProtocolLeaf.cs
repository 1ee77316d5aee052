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
/// <param name="At">When it was accepted, as UTC.</param>
/// <param name="By">Opaque ids of those who keyed or imported it, in the order in which they came.</param>
internal readonly record struct ProtocolHead(string Unit, int Version, Phase Phase, string At, IReadOnlyList<string> By)
{
    /// <summary>Gets the SHA-256 of each file or image it was read from.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Gets its row in such a file; 0 for none.</summary>
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
/// A figure with a number for each list is an object by list; one with a number for each candidate has an array for each
/// list, in the list's order, with an empty string for an unknown one. An instance serves one thread.
/// </remarks>
internal sealed class ProtocolLeaf
{
    public const string Kind = "protocol";

    private readonly Layout layout;
    private readonly Member[] members;

    public ProtocolLeaf(Layout layout)
    {
        this.layout = layout;
        var lists = Enumerable.Range(0, layout.Lists.Count).OrderBy(l => layout.Lists[l], StringComparer.Ordinal).ToArray();
        members =
        [
            .. layout.Figures.OrderBy(f => f.Id, StringComparer.Ordinal).Select(f => new Member(Encoding.UTF8.GetBytes(f.Id), f.Kind, layout.Start(f), f.Kind switch
            {
                FigureKind.VotesPerList => [.. lists.Select(l => new Part(Encoding.UTF8.GetBytes(layout.Lists[l]), layout.Start(f) + l, 1))],
                FigureKind.VotesPerCandidate => [.. lists.Select(l => new Part(Encoding.UTF8.GetBytes(layout.Lists[l]), layout.Candidates(f, l), layout.CountCandidates(l)))],
                _ => [],
            })),
        ];
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

        to.Name("at"u8);
        to.Text(head.At);
        to.Name("by"u8);
        to.StartArray();
        foreach (var actor in head.By)
        {
            to.Text(actor);
        }

        to.EndArray();
        to.Name("figures"u8);
        WriteFigures(to, row);
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

    /// <summary>Writes figures as an object, unknown ones left out.</summary>
    public void WriteFigures(CanonicalJsonWriter to, ReadOnlySpan<long> row)
    {
        to.StartObject();
        foreach (ref readonly var member in members.AsSpan())
        {
            if (member.Parts.Length == 0)
            {
                if (row[member.Cell] >= 0)
                {
                    to.Name(member.Name);
                    to.Number(row[member.Cell]);
                }

                continue;
            }

            to.Name(member.Name);
            to.StartObject();
            foreach (ref readonly var part in member.Parts.AsSpan())
            {
                WritePart(to, member.Kind, in part, row.Slice(part.Cell, part.Count));
            }

            to.EndObject();
        }

        to.EndObject();
    }

    private static void WritePart(CanonicalJsonWriter to, FigureKind kind, in Part part, ReadOnlySpan<long> own)
    {
        if (own.IndexOfAnyExcept(Layout.Blank) < 0)
        {
            return;
        }

        to.Name(part.Name);
        if (kind == FigureKind.VotesPerList)
        {
            to.Number(own[0]);
            return;
        }

        to.StartArray();
        foreach (var votes in own)
        {
            if (votes >= 0)
            {
                to.Number(votes);
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
            if (member.Parts.Length == 0)
            {
                row[member.Cell] = Number(ref reader);
            }
            else
            {
                ReadParts(ref reader, in member, row);
            }
        }
    }

    private static void ReadParts(ref Utf8JsonReader reader, in Member member, Span<long> row)
    {
        var next = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            while (next < member.Parts.Length && !reader.ValueTextEquals(member.Parts[next].Name))
            {
                next++;
            }

            if (next == member.Parts.Length)
            {
                throw new LeafException($"the list '{reader.GetString()}', which the count does not have");
            }

            ref readonly var part = ref member.Parts[next];
            reader.Read();
            if (member.Kind == FigureKind.VotesPerList)
            {
                row[part.Cell] = Number(ref reader);
                continue;
            }

            var candidate = 0;
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (candidate == part.Count)
                {
                    throw new LeafException("more candidates than the list has");
                }

                row[part.Cell + candidate++] = reader.ValueSpan.IsEmpty ? Layout.Blank : Number(ref reader);
            }
        }
    }

    private readonly record struct Member(byte[] Name, FigureKind Kind, int Cell, Part[] Parts);

    private readonly record struct Part(byte[] Name, int Cell, int Count);
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
