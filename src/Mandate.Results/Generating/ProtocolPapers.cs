using System.Globalization;
using System.Security.Cryptography;

namespace Mandate.Results.Generating;

/// <summary>Writes printed summary protocols, the sheet that describes them to an archive, and the evidence that leads to them.</summary>
internal static class ProtocolPapers
{
    /// <summary>The most lists whose votes stand on one page with everything else; where there are more, the document is cited as a whole.</summary>
    public const int MostOnAPage = 30;

    private const string Collection = "zz-protocols";

    /// <summary>Writes the papers of the first regions and of the country, <c>papers/documents.csv</c> and <c>evidence.csv</c>.</summary>
    /// <param name="folder">The election's folder.</param>
    /// <param name="date">Polling day.</param>
    /// <param name="country">The country.</param>
    /// <param name="totals">Sums of all cells by region.</param>
    /// <param name="print">Makes the PDF of a protocol; the same bytes every time.</param>
    /// <param name="create">Creates a file and notes what it holds.</param>
    /// <param name="cancel">Stops the work between two papers.</param>
    public static void Write(string folder, DateOnly date, MadeCountry country, long[,] totals, Func<MadeProtocol, byte[]> print, Func<string, string, Stream> create, CancellationToken cancel)
    {
        var papers = new List<(MadeProtocol Protocol, string Sha256)>();
        foreach (var protocol in Of(date, country, totals))
        {
            cancel.ThrowIfCancellationRequested();
            var pdf = print(protocol);
            using var file = create($"papers/{protocol.Unit}.pdf", $"summary protocol: {protocol.Area}");
            file.Write(pdf);
            papers.Add((protocol, Convert.ToHexStringLower(SHA256.HashData(pdf))));
        }

        using (var sheet = new Lines(create("papers/documents.csv", "what is known of the papers: mandate archive add --sheet")))
        {
            sheet.Add("file,handle,title,language,date,kind,standing,rights,source,restricted,sha256\n");
            var (day, seed) = (date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), country.Options.Seed.ToString(CultureInfo.InvariantCulture));
            foreach (var (protocol, sha256) in papers)
            {
                sheet.Add($"{protocol.Unit}.pdf,{protocol.Handle},{Title(protocol)},en,{day},protocol,synthetic,No rights are claimed in what is made up,Made up by mandate results generate from the seed {seed},no,{sha256}\n");
            }
        }

        using var evidence = new Lines(create($"{folder}/evidence.csv", "which page records a figure"));
        evidence.Add("contest,unit,figure,list,handle,page,sha256\n");
        var page = country.Options.Lists > MostOnAPage ? string.Empty : "1";
        foreach (var (protocol, sha256) in papers)
        {
            // votes.csv has no rows of the whole country, figures.csv none of a region: each is cited where it has a row.
            foreach (var figure in protocol.Figures)
            {
                evidence.Add($"lists,{protocol.Unit},{figure.Name},,{protocol.Handle},{page},{sha256}\n");
            }

            foreach (var list in protocol.Figures.Count == 0 ? protocol.Lists : [])
            {
                evidence.Add($"lists,{protocol.Unit},,{list.List},{protocol.Handle},{page},{sha256}\n");
            }
        }
    }

    /// <summary>The title of a protocol; it has no comma.</summary>
    private static string Title(MadeProtocol protocol) => $"Summary protocol of {protocol.Area}";

    /// <summary>The first regions, the stations abroad after the last of them, and then the country.</summary>
    private static IEnumerable<MadeProtocol> Of(DateOnly date, MadeCountry country, long[,] totals)
    {
        var regions = country.Regions().ToList();
        for (var i = 1; i <= country.Options.Papers; i++)
        {
            var r = i % regions.Count;
            yield return Protocol(regions[r].Id, regions[r].Name, [], l => totals[r, Cells.Votes + l]);
        }

        var figures = ElectionFiles.NationalFigures(totals).Select(f => new MadeFigure(f.Name, f.Value)).ToList();
        yield return Protocol("nation", $"{country.Name} (made-up country)", figures, l => Enumerable.Range(0, regions.Count).Sum(r => totals[r, Cells.Votes + l]));

        MadeProtocol Protocol(string unit, string area, IReadOnlyList<MadeFigure> own, Func<int, long> votes) => new(
            $"{Collection}/{unit}", unit, area, country.Name, date, own, [.. country.Lists.Select((list, l) => new MadeVotes(MadeCountry.Id(list), ElectionFiles.ListName(list), votes(l)))]);
    }
}
