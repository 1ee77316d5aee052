using Mandate.Reports.Elections;
using Mandate.Reports.Pictures;
using Mandate.Reports.Print;

namespace Mandate.Cli;

/// <summary>Writes the papers of a declaration into a folder: all made first, then put in place one by one.</summary>
internal static class PaperFolder
{
    /// <summary>Writes; false after saying why it could not.</summary>
    public static async Task<bool> WriteAsync(Declaration declaration, string language, string folder, Shell shell, CancellationToken cancel)
    {
        var papers = new List<(string Name, byte[] Bytes)> { ("declaration.json", DeclarationJson.Write(declaration)) };
        if (DeclarationPaper.Picture(declaration, language) is { } picture)
        {
            papers.Add(("hemicycle.svg", System.Text.Encoding.UTF8.GetBytes(HemicycleSvg.Write(picture, language))));
        }

        if (PaperPdf.Missing is { } missing)
        {
            await shell.Error.WriteLineAsync($"declaration.pdf is not written. {missing}");
        }
        else
        {
            try
            {
                papers.Add(("declaration.pdf", await PaperPdf.WriteAsync(DeclarationPaper.Write(declaration, language), cancel)));
            }
            catch (InvalidOperationException e)
            {
                await shell.Error.WriteLineAsync(e.Message);
                return false;
            }
        }

        try
        {
            Directory.CreateDirectory(folder);
            foreach (var (name, bytes) in papers)
            {
                var path = Path.Combine(folder, name);
                await File.WriteAllBytesAsync(path + ".part", bytes, cancel);
                File.Move(path + ".part", path, overwrite: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await shell.Error.WriteLineAsync($"Cannot write to '{folder}': {e.Message} Choose another folder with --out.");
            return false;
        }

        await shell.Error.WriteLineAsync($"Written to {folder}: {string.Join(", ", papers.Select(p => p.Name))}.");
        return true;
    }
}
