using Mandate.Archive;
using Mandate.Archive.Reading;

namespace Mandate.Modules.Tests.TheArchive;

/// <summary>An archive of its own in a folder that is gone after the test, with a collection that is public and one that is not.</summary>
internal sealed class Bench : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mandate-archive-");

    /// <summary>The folder that verbs are given with <c>--data</c>.</summary>
    public string Data => folder.FullName;

    /// <summary>The archive's own folder.</summary>
    public string Folder => Path.Combine(Data, "archive");

    public static ReadingOptions Reading => new() { Processes = 2 };

    public string File(string name) => Path.Combine(Data, name);

    public DocumentArchive Write()
    {
        var archive = DocumentArchive.Open(new ArchiveOptions { Folder = Folder, Address = "https://archive.example.org" }, toWrite: true, TimeProvider.System);
        archive.PutCollection(new Collection("open", "Open papers", CollectionAccess.Public, null));
        archive.PutCollection(new Collection("shut", "Granted papers", CollectionAccess.Granted, null));
        return archive;
    }

    /// <summary>Draws a page and saves it.</summary>
    public DrawnPage Draw(string name, string language, int number = 0, DrawnStyle? style = null)
    {
        var page = DrawnPage.Draw(language, number, style);
        page.Save(File(name));
        return page;
    }

    /// <summary>A line of text as a small page that is read quickly.</summary>
    public string Line(string name, string text)
    {
        using var blank = NetVips.Image.Black(1000, 260) + 255;
        using var ink = NetVips.Image.Text(text, font: "DejaVu Serif 12", dpi: 300).Linear([-1], [255]);
        using var page = blank.Insert(ink, 60, 90).Cast(NetVips.Enums.BandFormat.Uchar).Copy(xres: 300 / 25.4, yres: 300 / 25.4);
        page.WriteToFile(File(name));
        return File(name);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
