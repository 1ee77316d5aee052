namespace Mandate.Results.Generating;

/// <summary>The list of planted slips: one row for each cell that is written otherwise than it is.</summary>
internal sealed class PlantedFile : IDisposable
{
    private readonly Lines lines;
    private readonly MadeCountry country;
    private readonly long[] kinds = new long[Slips.Words.Length];

    public PlantedFile(Stream stream, MadeCountry country)
    {
        this.country = country;
        lines = new Lines(stream);
        lines.Add("slip,unit,kind,figure,list,true,written").End();
    }

    /// <summary>Gets how many slips there are of each kind.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Kinds => [.. Slips.Words.Zip(kinds, KeyValuePair.Create)];

    public void Write((int Number, SlipKind Kind) slip, string unit, ReadOnlySpan<long> row, ReadOnlySpan<long> written)
    {
        kinds[(int)slip.Kind]++;
        for (var c = 0; c < row.Length; c++)
        {
            if (row[c] != written[c])
            {
                lines.Add(slip.Number).Next().Add(unit).Next().Add(Slips.Words[(int)slip.Kind]).Next();
                lines.Add(c < Cells.Votes ? Cells.Names[c] : "votes").Next().Add(c < Cells.Votes ? string.Empty : MadeCountry.Id(country.Lists[c - Cells.Votes]));
                lines.Next().Add(row[c]).Next().Add(written[c]).End();
            }
        }
    }

    public void Dispose() => lines.Dispose();
}
