using System.CommandLine;

namespace Mandate.Cli.Verbs.Archiving;

/// <summary><c>archive</c>: documents as searchable page images.</summary>
internal static class ArchiveVerb
{
    public static Command Make(Shell shell) => new(
        "archive",
        """
        Official documents as searchable page images with permanent handles.

        Examples:
          mandate archive collection crs --name "CRS reports" --access public
          mandate archive add IN11581.pdf --handle crs/in11581 --title "Parliamentary Elections in Kazakhstan" --language en
          mandate archive add --sheet documents.csv
          mandate archive search 'threshold AND title:elections'
          mandate archive show crs/in11581/1 --text
          mandate archive export crs/in11581 --out in11581.pdf
          mandate archive find "86 FR 1234"
          mandate archive holdings gazette
        """)
    {
        SetUpVerbs.Open(shell),
        SetUpVerbs.Collection(shell),
        SetUpVerbs.Titles(shell),
        AddVerb.Make(shell),
        AddVerb.Resume(shell),
        AddVerb.Status(shell),
        SearchVerbs.Search(shell),
        SearchVerbs.Find(shell),
        SearchVerbs.Watch(shell),
        SearchVerbs.Index(shell),
        ShowVerbs.Show(shell),
        ShowVerbs.Export(shell),
        ShowVerbs.Cite(shell),
        HoldingsVerb.Make(shell),
        CareVerbs.Contents(shell),
        CareVerbs.Alias(shell),
        CareVerbs.Merge(shell),
        CareVerbs.Withdraw(shell),
        CareVerbs.Label(shell),
        CareVerbs.Release(shell),
        CareVerbs.Fixity(shell),
    };
}
