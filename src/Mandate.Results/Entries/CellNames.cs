using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mandate.Results.Running;

namespace Mandate.Results.Entries;

/// <summary>Ids of the cells of a protocol: <c>found</c>, <c>votes:LIST</c>, <c>candidates:LIST:1</c>; candidates count from 1.</summary>
internal sealed class CellNames
{
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
    private readonly List<bool> boxes = [];

    public CellNames(Layout layout)
    {
        foreach (var figure in layout.Figures)
        {
            foreach (var name in Names(figure, layout))
            {
                index.Add(name, names.Count);
                names.Add(name);
                boxes.Add(figure.Kind == FigureKind.YesNo);
            }
        }

        Shape = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', names.Select((n, i) => boxes[i] ? n + "?" : n)))))[..16];
    }

    public int Count => names.Count;

    /// <summary>Gets 16 hexadecimal digits that change with any cell.</summary>
    public string Shape { get; }

    public string this[int cell] => names[cell];

    public bool IsBox(int cell) => boxes[cell];

    public int? Find(string name) => index.TryGetValue(name, out var cell) ? cell : null;

    /// <summary>The cells that were read, with their figures.</summary>
    public IReadOnlyList<CellValue> Values(ReadOnlySpan<long> cells)
    {
        var values = new List<CellValue>();
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i] != Reading.Unread)
            {
                values.Add(new CellValue(names[i], Figure(cells[i])));
            }
        }

        return values;
    }

    /// <summary>A figure for people: null where it is blank.</summary>
    public static long? Figure(long cell) => cell < 0 ? null : cell;

    private static IEnumerable<string> Names(Figure figure, Layout layout)
    {
        if (figure.Kind is FigureKind.Count or FigureKind.YesNo)
        {
            return [figure.Id];
        }

        if (figure.Kind == FigureKind.VotesPerList)
        {
            return layout.Lists.Select(l => $"{figure.Id}:{l}");
        }

        return layout.Lists.SelectMany((list, l) =>
            Enumerable.Range(1, layout.CountCandidates(l)).Select(n => string.Create(CultureInfo.InvariantCulture, $"{figure.Id}:{list}:{n}")));
    }
}
