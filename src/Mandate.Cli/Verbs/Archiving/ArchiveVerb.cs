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
          mandate archive collection crs --name "CRS reports" --access public --data papers
          mandate archive add IN11581.pdf --handle crs/in11581 --title "Parliamentary Elections in Kazakhstan" --document-language en --data papers
          mandate archive add --sheet documents.csv --data papers
          mandate archive search 'threshold AND title:elections' --data papers
          mandate archive show crs/in11581/1 --text --data papers
          mandate archive export crs/in11581 --out in11581.pdf --data papers
          mandate archive find "86 FR 1234" --data papers
          mandate archive holdings gazette --data papers
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
