using System.Buffers.Binary;
using Mandate.Laws;

namespace Mandate.Results.Units;

/// <summary>Units as another program wrote them.</summary>
/// <param name="Format">The format the file turned out to have.</param>
/// <param name="Title">What it says it is, such as the id of its election; empty where it does not say.</param>
/// <param name="Tree">The units.</param>
/// <param name="LeftOut">Areas that cut across the tree and so are no part of it, in the order of the file.</param>
public sealed record UnitFile(UnitFileFormat Format, string Title, UnitTree Tree, IReadOnlyList<AreaLeftOut> LeftOut)
{
    private const int HeadLength = 4096;

    /// <summary>Reads a file on disk.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shown">Its name for people.</param>
    /// <param name="findings">Receives every fault with line and column.</param>
    /// <param name="limits">What the file may cost; null for the usual limits.</param>
    /// <returns>The units, or null after noting faults.</returns>
    public static UnitFile? Read(string path, string shown, Findings findings, UnitLimits? limits = null)
    {
        using var stream = File.OpenRead(path);
        return Read(stream, shown, findings, limits);
    }

    /// <summary>Reads a stream from where it stands; its content tells the format.</summary>
    /// <param name="stream">The bytes; the stream stays open.</param>
    /// <param name="shown">Its name for people.</param>
    /// <param name="findings">Receives every fault with line and column.</param>
    /// <param name="limits">What the file may cost; null for the usual limits.</param>
    /// <returns>The units, or null after noting faults.</returns>
    public static UnitFile? Read(Stream stream, string shown, Findings findings, UnitLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(findings);
        limits ??= new UnitLimits();
        using var source = new BoundedStream(stream, HeadLength, limits);
        try
        {
            return First(source.Head) switch
            {
                '<' => new UnitXml(shown, findings, limits).Read(source),
                '{' or '[' => new UnitJson(shown, findings, limits).Read(source),
                'P' when source.Head.StartsWith("PK\u0003\u0004"u8) => Refuse("a zip", "the file inside it"),
                '\u001F' => Refuse("a compressed file", "the file inside it"),
                _ => Csv(source),
            };
        }
        catch (LimitException e)
        {
            return Refuse(e.Found, e.Expected);
        }

        UnitFile? Refuse(string found, string expected)
        {
            findings.Add(new Finding(shown, 0, 0, found, expected));
            return null;
        }

        UnitFile? Csv(Stream csv) => UnitCsv.Read(csv, shown, findings, limits.Units) is { } tree ? new UnitFile(UnitFileFormat.Csv, string.Empty, tree, []) : null;
    }

    /// <summary>The first letter that is no blank, in UTF-8 or UTF-16; 0 where there is none.</summary>
    private static char First(ReadOnlySpan<byte> head)
    {
        var wide = head.Length >= 2 ? BinaryPrimitives.ReadUInt16BigEndian(head) : 0;
        var (start, step, low) = wide switch
        {
            0xFEFF => (2, 2, 1),
            0xFFFE => (2, 2, 0),
            _ => (head.StartsWith("\uFEFF"u8) ? 3 : 0, 1, 0),
        };
        for (var i = start + low; i < head.Length; i += step)
        {
            if (head[i] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return (char)head[i];
            }
        }

        return '\0';
    }
}

/// <summary>Formats of files with units.</summary>
public enum UnitFileFormat
{
    /// <summary>Mandate's own CSV: <c>unit,parent,kind,name</c>.</summary>
    Csv,

    /// <summary>An election definition of EML_NL (110a): a flat list of regions that name the region above them.</summary>
    Eml110a,

    /// <summary>Polling stations of one authority in EML_NL (110b).</summary>
    Eml110b,

    /// <summary>The Kiesraad's tree of all regions, nested.</summary>
    MasterElectionTree,

    /// <summary>An election report by NIST SP 1500-100, version 2, in XML.</summary>
    NistXml,

    /// <summary>An election report by NIST SP 1500-100, version 2, in JSON.</summary>
    NistJson,
}

/// <summary>An area that has members but cuts across the tree of reporting units, such as an electoral district over parts of towns.</summary>
/// <param name="Id">Its id in the file.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Members">How many units it names as its parts.</param>
public sealed record AreaLeftOut(string Id, string Kind, string Name, int Members);

/// <summary>What reading a stranger's file may cost.</summary>
public sealed record UnitLimits
{
    /// <summary>Gets the most bytes; half a gigabyte where nothing is said.</summary>
    public long Bytes { get; init; } = 500_000_000;

    /// <summary>Gets how deep elements may be nested; 64 where nothing is said.</summary>
    public int Depth { get; init; } = 64;

    /// <summary>Gets the most units.</summary>
    public int Units { get; init; } = UnitTree.Most;

    /// <summary>Gets the longest that reading may take; two minutes where nothing is said.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Gets the clock that the time is taken from.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
