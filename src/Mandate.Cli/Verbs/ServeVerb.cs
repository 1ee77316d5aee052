using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using Mandate.Archive;
using Mandate.Cli.Verbs.Archiving;
using Mandate.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Mandate.Cli.Verbs;

/// <summary><c>serve</c>: the portal.</summary>
internal static class ServeVerb
{
    public static Command Make(Shell shell)
    {
        var urls = new Option<string>("--urls") { HelpName = "U", Description = "Addresses to listen on.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        var data = ArchiveShell.Data();
        var evidence = new Option<string[]>("--evidence") { HelpName = "DIR", Description = "A further election's folder whose evidence.csv leads to pages of the archive. May be given several times." };
        var command = new Command("serve", "Serve the portal until Ctrl-C, with the archive where there is one.\n\nExamples:\n  mandate serve --urls http://127.0.0.1:8080\n  mandate serve --data /srv/mandate --evidence counts/2026") { urls, data, evidence };
        command.SetAction(async (result, cancel) =>
        {
            if (shell.Catalogue() is not { } catalogue)
            {
                return Exit.BadInput;
            }

            var addresses = result.GetRequiredValue(urls);
            if (!addresses.Split(';').All(IsAddress))
            {
                return shell.Refuse($"Found address '{addresses}'; expected one such as http://127.0.0.1:5080, or several with ; between.");
            }

            ArchiveOptions? archive;
            try
            {
                var folder = ArchiveShell.Folder(result.GetValue(data));
                archive = ArchiveSettings.IsIn(folder) ? ArchiveSettings.Read(folder).Options(folder) : null;
            }
            catch (ArchiveException e)
            {
                return shell.Refuse(e.Message);
            }

            if (result.GetValue(data) is { } named && archive is null)
            {
                return shell.Refuse($"Found no archive in '{named}'. Take a document in first: mandate archive add FILE --handle H --data {named}.");
            }

            await using var portal = Portal.Build(new PortalOptions { Root = catalogue.Root, Urls = addresses, Archive = archive, Evidence = result.GetValue(evidence) ?? [] });
            try
            {
                await portal.StartAsync(cancel);
            }
            catch (Exception e) when (e is IOException or SocketException or InvalidOperationException)
            {
                return shell.Refuse($"Cannot listen on {addresses}: {e.Message.ReplaceLineEndings(" ").TrimEnd('.')}. Choose another address with --urls.");
            }

            shell.Error.WriteLine($"The portal listens on {string.Join(", ", portal.Urls)}. Ctrl-C ends it.");
            foreach (var fault in Portal.Faults(portal))
            {
                shell.Error.WriteLine(fault);
            }

            foreach (var fault in catalogue.Faults())
            {
                shell.Error.WriteLine(fault.ToString());
            }

            await portal.WaitForShutdownAsync(cancel);
            return Exit.Done;
        });
        return command;
    }

    /// <summary>Whether the portal can try to listen there. A host that is a name would mean every address of the machine, so only numbers and localhost stand for one.</summary>
    private static bool IsAddress(string text)
    {
        try
        {
            var address = BindingAddress.Parse(text);
            return address.Scheme == Uri.UriSchemeHttp && address.Port <= IPEndPoint.MaxPort && address.PathBase.Length == 0
                && (address.Host is "localhost" or "*" or "+" || IPAddress.TryParse(address.Host, out _));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
