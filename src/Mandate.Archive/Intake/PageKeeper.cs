using Mandate.Archive.Blobs;
using Mandate.Archive.Reading;

namespace Mandate.Archive.Intake;

/// <summary>Keeps the files that reading a page made, and fetches them again.</summary>
internal sealed class PageKeeper(IBlobStore blobs)
{
    /// <summary>Keeps all files of a page.</summary>
    /// <returns>Their names; every one is durable when this returns.</returns>
    public async Task<PageImages> KeepAsync(PageReading page, CancellationToken cancel) => new(
        await KeepAsync(page.View, cancel), await KeepAsync(page.Thumb, cancel), await KeepAsync(page.Print, cancel),
        page.Compact is { } compact ? await KeepAsync(compact, cancel) : null, (await KeepAsync(page.AltoFile, cancel)).Sha256);

    /// <summary>Writes the files of a page into a folder, as reading it made them.</summary>
    /// <exception cref="ArchiveException">A file is not in the store.</exception>
    public async Task<PageReading> FetchAsync(PageImages images, PageText text, string folder, CancellationToken cancel)
    {
        async Task<string> FileOf(string sha256)
        {
            var path = Path.Combine(folder, sha256);
            await using var from = await blobs.OpenAsync(sha256, cancel) ?? throw new ArchiveException($"The file {sha256} of the page is not in {blobs.Shown}. Check the originals: mandate archive fixity.");
            await using var to = File.Create(path);
            await from.CopyToAsync(to, cancel);
            return path;
        }

        async Task<ImageFile> ImageOf(StoredImage image) => new(await FileOf(image.Sha256), image.MediaType, image.Width, image.Height);

        async Task<PrintImage> PrintOf(StoredPrint print) => new(
            await FileOf(print.Sha256), print.Coding == "group4" ? PrintCoding.Group4 : PrintCoding.Jpeg, print.Width, print.Height, print.Components, print.InvertedCmyk, print.BlackIsOne,
            print.Placement[0], print.Placement[1], print.Placement[2], print.Placement[3], print.Placement[4], print.Placement[5]);

        return new PageReading(
            text, await ImageOf(images.View), await ImageOf(images.Thumb), await PrintOf(images.Print), images.Compact is { } compact ? await PrintOf(compact) : null, await FileOf(images.Alto), 0, 0, null);
    }

    private async Task<StoredImage> KeepAsync(ImageFile image, CancellationToken cancel) => new((await KeepAsync(image.File, cancel)).Sha256, image.MediaType, image.Width, image.Height);

    private async Task<StoredPrint> KeepAsync(PrintImage print, CancellationToken cancel) => new(
        (await KeepAsync(print.File, cancel)).Sha256, print.Coding == PrintCoding.Group4 ? "group4" : "jpeg", print.Width, print.Height, print.Components, print.InvertedCmyk, print.BlackIsOne,
        [print.A, print.B, print.C, print.D, print.E, print.F]);

    private async Task<Blob> KeepAsync(string file, CancellationToken cancel)
    {
        await using var content = File.OpenRead(file);
        return await blobs.PutAsync(content, cancel);
    }
}
