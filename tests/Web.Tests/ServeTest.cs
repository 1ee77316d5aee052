using System.Diagnostics;
using System.Net;

namespace Mandate.Web.Tests;

/// <summary><c>serve</c> as a process of its own.</summary>
public class ServeTest
{
    [Fact]
    public async Task Serve_FreePort_AnswersUntilItIsInterrupted()
    {
        using var process = Start("http://127.0.0.1:0");
        try
        {
            var said = await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
            said.ShouldNotBeNull();
            said.ShouldMatch(@"^The portal listens on http://127\.0\.0\.1:\d+\. Ctrl-C ends it\.$");
            using var client = new HttpClient();
            using var answer = await client.GetAsync(new Uri(said.Split(' ')[4].TrimEnd('.') + "/kk/"), TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);

            using var interrupt = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            process.ExitCode.ShouldBe(0);
            (await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
        }
        finally
        {
            End(process);
        }
    }

    [Fact]
    public async Task Serve_PortInUse_EndsWithBadInputAndOneLine()
    {
        using var taken = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        using var process = Start(address);
        try
        {
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            process.ExitCode.ShouldBe(2);
            (await output).ShouldBeEmpty();
            (await error).ShouldBe($"Cannot listen on {address}: Failed to bind to address {address}: address already in use. Choose another address with --urls.\n");
        }
        finally
        {
            End(process);
        }
    }

    private static Process Start(string urls)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "mandate-cli"), ["serve", "--urls", urls])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["MANDATE_ROOT"] = PortalHost.Root;
        return Process.Start(start) ?? throw new InvalidOperationException("mandate-cli could not be started.");
    }

    private static void End(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill();
        }
    }
}
