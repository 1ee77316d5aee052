namespace Mandate.Results.Generating;

/// <summary>Protocols as a wide CSV whose columns bear the names of the form.</summary>
internal sealed class ProtocolFile : IDisposable
{
    private readonly Lines lines;

    public ProtocolFile(Stream stream, MadeCountry country)
    {
        lines = new Lines(stream);
        lines.Add("unit");
        foreach (var name in Cells.Names)
        {
            lines.Next().Add(name);
        }

        foreach (var list in country.Lists)
        {
            lines.Next().Add("votes:").Add(MadeCountry.Id(list));
        }

        lines.End();
    }

    public void Write(string unit, ReadOnlySpan<long> row)
    {
        lines.Add(unit);
        foreach (var cell in row)
        {
            lines.Next().Add(cell);
        }

        lines.End();
    }

    public void Dispose() => lines.Dispose();
}
