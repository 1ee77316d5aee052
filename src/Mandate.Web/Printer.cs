using System.Collections.Concurrent;
using Mandate.Reports.Elections;
using Mandate.Reports.Print;

namespace Mandate.Web;

/// <summary>Prints papers for download: two at once, each kept.</summary>
internal sealed class Printer : IDisposable
{
    private readonly SemaphoreSlim places = new(2);
    private readonly ConcurrentDictionary<(string Election, string Language), byte[]> printed = new();

    /// <summary>The paper; null where this machine cannot print.</summary>
    public async Task<byte[]?> PrintAsync(Declaration declaration, string language, CancellationToken cancel)
    {
        var key = (declaration.Election.Id, language);
        if (printed.TryGetValue(key, out var pdf))
        {
            return pdf;
        }

        if (PaperPdf.Missing is not null)
        {
            return null;
        }

        await places.WaitAsync(cancel);
        try
        {
            if (!printed.TryGetValue(key, out pdf))
            {
                pdf = await PaperPdf.WriteAsync(DeclarationPaper.Write(declaration, language), cancel);
                printed[key] = pdf;
            }

            return pdf;
        }
        finally
        {
            places.Release();
        }
    }

    public void Dispose() => places.Dispose();
}
