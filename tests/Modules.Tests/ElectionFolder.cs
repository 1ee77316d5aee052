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

    /// <summary>A Finnish election in four constituencies, two seats each, with votes for persons: 300 for red and 90 for blue in the first, 90 and 200 in the others.</summary>
    public static ElectionFolder OfOpenLists()
    {
        var folder = new ElectionFolder("open");
        string[] others = ["b", "c", "d"];
        string Each(string lines) => string.Concat(others.Select(o => lines.Replace("#", o, StringComparison.Ordinal)));
        folder.Write("election.yaml", "id: open\ntitle: { en: Made open lists }\nbody: { en: Eduskunta }\ncountry: fi\nlaw: fi/eduskunta@1998-10-02\nsynthetic: yes\ncontests:\n  - id: lists\nlists:\n  - { id: red, contest: lists, name: { en: List red } }\n  - { id: blue, contest: lists, name: { en: List blue } }\n");
        folder.Write("areas.csv", "contest,unit,constituency,seats\nlists,a,a,2\n" + Each("lists,#,#,2\n"));
        folder.Write("units.csv", "unit,parent,kind,name\na,,constituency,A\n" + Each("#,,constituency,#\n"));
        folder.Write("candidates.csv", "contest,unit,list,position,candidate,name\nlists,a,red,1,a-one,One\nlists,a,red,2,a-two,Two\nlists,a,blue,1,a-three,Three\n" + Each("lists,#,red,1,#-one,One\nlists,#,blue,1,#-two,Two\nlists,#,blue,2,#-three,Three\n"));
        return folder.Write("votes.csv", "contest,unit,list,candidate,votes\nlists,a,red,,300\nlists,a,red,a-one,180\nlists,a,red,a-two,120\nlists,a,blue,,90\nlists,a,blue,a-three,90\n"
            + Each("lists,#,red,,90\nlists,#,red,#-one,90\nlists,#,blue,,200\nlists,#,blue,#-two,120\nlists,#,blue,#-three,80\n"));
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
