using System.Diagnostics;
using Mandate.Archive;
using Mandate.Archive.Intake;

namespace Mandate.Modules.Tests.TheArchive.Intake;

/// <summary>Files and folders as sources.</summary>
public sealed class FolderSourceTest : IntakeFolder
{
    [Fact]
    public void Read_File_IsOneDocumentOfWhichNothingIsKnown()
    {
        var file = Write("gazette.pdf", "%PDF");

        using var plan = Read(file);

        plan.Faults.ShouldBeEmpty();
        plan.Items.ShouldBe([new IntakeItem(file, "gazette.pdf", null, plan.Items[0].Facts, null)]);
        (plan.Items[0].Facts with { Authors = [], Aliases = [] }).ShouldBe(new DocumentFacts { Authors = [], Aliases = [] });
    }

    [Fact]
    public void Read_Folder_GivesAllFilesInOrdinalOrder()
    {
        string[] names = ["b.pdf", "a/2.pdf", "a/10.pdf", "B.pdf", "қ.pdf"];
        foreach (var name in names)
        {
            Write("in/" + name, name);
        }

        using var plan = Read(PathOf("in"));

        plan.Items.Select(i => i.Shown).ShouldBe(["in/B.pdf", "in/a/10.pdf", "in/a/2.pdf", "in/b.pdf", "in/қ.pdf"]);
        plan.Items.ShouldAllBe(i => File.ReadAllText(i.File) == i.Shown.Substring(3));
    }

    [Fact]
    public void Read_HiddenFilesAndArchivesWithin_ArePassedOver()
    {
        Write("in/page.tif", "II*");
        Write("in/.DS_Store", "x");
        Write("in/.git/config", "x");
        Write("in/Thumbs.db", "x");
        Write("in/more.zip", "PK");

        using var plan = Read(PathOf("in"));

        plan.Items.Select(i => i.Shown).ShouldBe(["in/page.tif"]);
        plan.PassedOver.Select(p => p.ToString()).ShouldBe(
            [
                "in/.DS_Store: found a hidden file; expected documents",
                "in/.git/config: found a hidden file; expected documents",
                "in/Thumbs.db: found a hidden file; expected documents",
                "in/more.zip: found an archive within the source, which is not opened; expected it by itself",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void Read_LinkThatLeaves_IsAFaultAndNothingIsTaken()
    {
        Write("in/page.tif", "II*");
        Write("secret.txt", "of another");
        File.CreateSymbolicLink(PathOf("in/out.txt"), PathOf("secret.txt"));
        Directory.CreateSymbolicLink(PathOf("in/up"), PathOf("."));
        File.CreateSymbolicLink(PathOf("in/nowhere"), PathOf("in/absent"));

        using var plan = Read(PathOf("in"));

        plan.Items.ShouldBeEmpty();
        Texts(plan).ShouldBe(
        [
            "in/out.txt: found a link that leaves the folder or leads nowhere; expected the file itself",
            "in/up: found a link that leaves the folder or leads nowhere; expected the file itself",
        ]);
    }

    [Fact]
    public void Read_LinkThatStays_IsPassedOver()
    {
        Write("in/page.tif", "II*");
        File.CreateSymbolicLink(PathOf("in/again.tif"), PathOf("in/page.tif"));

        using var plan = Read(PathOf("in"));

        plan.Items.Select(i => i.Shown).ShouldBe(["in/page.tif"]);
        plan.PassedOver.Single().ToString().ShouldBe("in/again.tif: found a link to what is in the folder anyway; expected files");
    }

    [Fact]
    public void Read_PipeInAFolder_IsNeverOpened()
    {
        Write("in/page.tif", "II*");
        using (var make = Process.Start("mkfifo", PathOf("in/pipe.pdf")))
        {
            make.WaitForExit();
            make.ExitCode.ShouldBe(0);
        }

        using var plan = Read(PathOf("in"));

        Texts(plan).ShouldBe(["in/pipe.pdf: found a file without bytes; expected a document"]);
    }

    [Fact]
    public void Read_NothingThere_SaysSo()
    {
        using var plan = Read(PathOf("absent"), "");

        Texts(plan).ShouldBe(
        [
            $"{PathOf("absent")}: found no such file or folder; expected one that is there and may be read",
            "sources: found an empty name; expected the path of a file or folder",
        ]);
    }

    [Fact]
    public void Read_EmptyFolder_IsAFault()
    {
        Directory.CreateDirectory(PathOf("in"));

        using var plan = Read(PathOf("in"));

        Texts(plan).ShouldBe(["sources: found no document; expected at least one file that is not hidden"]);
    }

    [Fact]
    public void Read_SameFileTwice_IsTakenOnce()
    {
        var file = Write("in/page.tif", "II*");

        using var plan = Read(file, PathOf("in"));

        plan.Items.Select(i => i.Shown).ShouldBe(["page.tif"]);
        plan.PassedOver.Single().ToString().ShouldBe("in/page.tif: found the same file again as page.tif; expected each file once");
    }

    [Fact]
    public void Read_NameWithALineBreak_IsRefused()
    {
        Write("in/a\nb.pdf", "x");

        using var plan = Read(PathOf("in"));

        Texts(plan).ShouldBe(["in: found 'a·b.pdf', a name with control characters; expected a path within the source, its parts separated by /, without . or .. or a drive"]);
    }

    [Fact]
    public void Read_BeyondTheLimits_IsRefused()
    {
        Write("in/a/b/c/deep.pdf", "x");
        Write("in/1.pdf", "x");
        Write("in/2.pdf", new string('x', 11));

        using var deep = IntakeSource.Read([PathOf("in")], IntakeLimits.Default with { Depth = 3, FileBytes = 10 }, null, Cancel);
        using var many = IntakeSource.Read([PathOf("in")], IntakeLimits.Default with { Files = 2 }, null, Cancel);
        using var large = IntakeSource.Read([PathOf("in")], IntakeLimits.Default with { Bytes = 12 }, null, Cancel);

        Texts(deep).ShouldBe(["in/2.pdf: found a file of 11 bytes; expected at most 10", "in/a/b/c: found a folder 4 deep; expected at most 3 folders within each other"]);
        Texts(many).ShouldBe(["in: found more than 2 files; expected less at once; bring it in parts"]);
        Texts(large).ShouldBe(["in: found more than 12 bytes; expected less at once; bring it in parts"]);
    }
}
