using System.CommandLine;

namespace Mandate.Cli.Verbs;

/// <summary><c>serve</c>: the portal.</summary>
internal static class ServeVerb
{
    public static Command Make(Shell shell)
    {
        var urls = new Option<string>("--urls") { HelpName = "U", Description = "Addresses to listen on.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var command = new Command("serve", "Serve the portal until Ctrl-C.\n\nExample: mandate serve --urls http://127.0.0.1:8080") { urls };
        command.SetAction((_, _) => Task.FromResult(shell.Refuse("The portal is not built in.")));
        return command;
    }
}
