using System.CommandLine;
using Mandate.Web;
using Microsoft.Extensions.Hosting;

namespace Mandate.Cli.Verbs;

/// <summary><c>serve</c>: the portal.</summary>
internal static class ServeVerb
{
    public static Command Make(Shell shell)
    {
        var urls = new Option<string>("--urls") { HelpName = "U", Description = "Addresses to listen on.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var command = new Command("serve", "Serve the portal until Ctrl-C.\n\nExample: mandate serve --urls http://127.0.0.1:8080") { urls };
        command.SetAction(async (result, cancel) =>
        {
            if (shell.Catalogue() is not { } catalogue)
            {
                return Exit.BadInput;
            }

            await using var portal = Portal.Build(new PortalOptions { Root = catalogue.Root, Urls = result.GetRequiredValue(urls) });
            try
            {
                await portal.StartAsync(cancel);
            }
            catch (IOException e)
            {
                return shell.Refuse($"Cannot listen on {result.GetRequiredValue(urls)}: {e.Message} Choose another address with --urls.");
            }

            shell.Error.WriteLine($"The portal listens on {string.Join(", ", portal.Urls)}. Ctrl-C ends it.");
            await portal.WaitForShutdownAsync(cancel);
            return Exit.Done;
        });
        return command;
    }
}
