using System.Text;

namespace Mandate.Modules.Tests;

/// <summary>An election of its own in a folder that is gone after the test.</summary>
internal sealed class ElectionFolder : IDisposable
{
    private readonly DirectoryInfo parent = Directory.CreateTempSubdirectory("mandate-");

    private ElectionFolder(string id)
    {
        Id = id;
        Path = System.IO.Path.Combine(parent.FullName, id);
        Directory.CreateDirectory(Path);
    }

    public string Id { get; }

    public string Path { get; }

    /// <summary>Gets a folder that does not exist yet, for papers.</summary>
    public string Papers => System.IO.Path.Combine(parent.FullName, "papers");

    /// <summary>A copy of one of the repository's elections, under a name of its own.</summary>
    public static ElectionFolder CopyOf(string election, string id = "copy")
    {
        var folder = new ElectionFolder(id);
        foreach (var file in Directory.EnumerateFiles(Repository.PathTo("elections", election)))
        {
            File.Copy(file, System.IO.Path.Combine(folder.Path, System.IO.Path.GetFileName(file)));
        }

        return folder.Change("election.yaml", $"id: {election}\n", $"id: {id}\n");
    }

    /// <summary>A nationwide list election to the Majilis or to a body elected like it.</summary>
    /// <param name="law">The law's version.</param>
    /// <param name="votes">Votes by list; a negative number leaves the cell empty.</param>
    public static ElectionFolder OfLists(string law, params (string List, long Votes)[] votes)
    {
        var folder = new ElectionFolder("made");
        var lists = votes.Select(v => $"  - {{ id: {v.List}, contest: lists, name: {{ en: List {v.List} }} }}\n");
        folder.Write("election.yaml", $"id: made\ntitle: {{ en: Made election }}\nbody: {{ en: Made body }}\ncountry: kz\nlaw: {law}\nsynthetic: yes\ncontests:\n  - id: lists\nlists:\n{string.Concat(lists)}");
        return folder.Write("votes.csv", "contest,unit,list,candidate,votes\n" + string.Concat(votes.Select(v => $"lists,nation,{v.List},,{(v.Votes < 0 ? string.Empty : v.Votes.ToString(System.Globalization.CultureInfo.InvariantCulture))}\n")));
    }

    /// <summary>A council of a small Dutch municipality.</summary>
    public static ElectionFolder OfCouncil(int seats, params (string List, long Votes)[] votes)
    {
        var folder = new ElectionFolder("council");
        var lists = votes.Select(v => $"  - {{ id: {v.List}, contest: council, name: {{ en: List {v.List} }} }}\n");
        folder.Write("election.yaml", $"id: council\ntitle: {{ en: Made council }}\nbody: {{ en: Council }}\ncountry: nl\nlaw: nl/gemeenteraad-small@1989-09-28\nsynthetic: yes\ncontests:\n  - id: council\nlists:\n{string.Concat(lists)}");
        folder.Write("areas.csv", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"contest,unit,constituency,seats\ncouncil,town,town,{seats}\n"));
        folder.Write("units.csv", "unit,parent,kind,name\ntown,,municipality,Town\n");
        return folder.Write("votes.csv", "contest,unit,list,candidate,votes\n" + string.Concat(votes.Select(v => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"council,town,{v.List},,{v.Votes}\n"))));
    }

    /// <summary>A ward of a Scottish council with lists red and blue.</summary>
    public static ElectionFolder OfWard(string blt, int seats, string candidates)
    {
        var folder = new ElectionFolder("ward");
        Directory.CreateDirectory(System.IO.Path.Combine(folder.Path, "ballots"));
        folder.Write("election.yaml", "id: ward\ntitle: { en: Made ward }\nbody: { en: Council }\ncountry: gb\nlaw: gb/scotland-local@2011\nsynthetic: yes\ncontests:\n  - id: wards\nlists:\n  - { id: red, contest: wards, name: { en: List red } }\n  - { id: blue, contest: wards, name: { en: List blue } }\n");
        folder.Write("areas.csv", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"contest,unit,constituency,seats\nwards,ward,ward,{seats}\n"));
        folder.Write("units.csv", "unit,parent,kind,name\nward,,ward,Ward\n");
        folder.Write("candidates.csv", candidates);
        return folder.Write("ballots/ward.blt", blt);
    }

    public string Read(string file) => File.ReadAllText(System.IO.Path.Combine(Path, file));

    public ElectionFolder Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    public ElectionFolder Write(string file, byte[] bytes)
    {
        File.WriteAllBytes(System.IO.Path.Combine(Path, file), bytes);
        return this;
    }

    public ElectionFolder Append(string file, string text) => Write(file, Read(file) + text);

    /// <summary>Puts one text in the place of another, which must be there.</summary>
    public ElectionFolder Change(string file, string from, string to)
    {
        var text = Read(file);
        text.ShouldContain(from);
        return Write(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>A message with the folder's own path taken out, so that it can be written down in a test.</summary>
    public string Plain(string message) => message.Replace(parent.FullName + "/", string.Empty, StringComparison.Ordinal);

    public void Dispose() => parent.Delete(recursive: true);
}
