using System.ComponentModel;
using System.Diagnostics;
using Npgsql;

[assembly: AssemblyFixture(typeof(Mandate.Modules.Tests.Stores.PostgresFixture))]

namespace Mandate.Modules.Tests.Stores;

/// <summary>A PostgreSQL cluster of its own in a temporary folder, reached by a socket there; it starts with the first test that asks and is gone after the last.</summary>
/// <remarks>PostgreSQL does not run as root, so root hands it to the user postgres. Without PostgreSQL its tests are skipped at a desk and fail where CI is true.</remarks>
public sealed class PostgresFixture : IDisposable
{
    private static readonly Lazy<Cluster?> Shared = new(Cluster.Start);

    /// <summary>A connection string of the cluster; skips the test where there is no PostgreSQL.</summary>
    internal static string Where()
    {
        if (Shared.Value is { } cluster)
        {
            return cluster.Where;
        }

        const string Missing = "No initdb was found in PATH or /usr/lib/postgresql; install PostgreSQL ('./mandate test' does).";
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", Missing);
        throw new InvalidOperationException(Missing);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Shared.IsValueCreated)
        {
            Shared.Value?.Dispose();
        }
    }

    private sealed class Cluster : IDisposable
    {
        private readonly string programs;
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mandate-pg-");

        private Cluster(string programs) => this.programs = programs;

        public string Where => new NpgsqlConnectionStringBuilder { Host = folder.FullName, Username = "postgres", Database = "postgres", Timeout = 60 }.ToString();

        private string Data => Path.Combine(folder.FullName, "data");

        public static Cluster? Start()
        {
            if (Programs() is not { } programs)
            {
                return null;
            }

            var cluster = new Cluster(programs);
            try
            {
                if (Environment.IsPrivilegedProcess)
                {
                    Run(cluster.folder.FullName, "chown", "postgres:postgres", cluster.folder.FullName);
                }

                cluster.AsServer("initdb", "-D", cluster.Data, "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "-U", "postgres");
                cluster.AsServer("pg_ctl", "-D", cluster.Data, "-w", "-t", "120", "-l", Path.Combine(cluster.folder.FullName, "log"), "-o", $"-k {cluster.folder.FullName} -c listen_addresses=", "start");
                return cluster;
            }
            catch
            {
                cluster.folder.Delete(recursive: true);
                throw;
            }
        }

        public void Dispose()
        {
            AsServer("pg_ctl", "-D", Data, "-m", "fast", "-w", "stop");
            folder.Delete(recursive: true);
        }

        /// <summary>The folder with initdb and pg_ctl, the newest version's first.</summary>
        private static string? Programs()
        {
            var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var version) ? version : 0).Select(d => Path.Combine(d, "bin")) : [];
            return debian.Concat((Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':', StringSplitOptions.RemoveEmptyEntries)).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "pg_ctl")));
        }

        private void AsServer(string program, params string[] words)
        {
            string[] all = [Path.Combine(programs, program), .. words];
            Run(folder.FullName, [.. Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", "--"] : Array.Empty<string>(), .. all]);
        }

        private static void Run(string folder, params string[] words)
        {
            // The server keeps what it is started with, so what it says goes to a file that is closed when pg_ctl has ended.
            var said = Path.Combine(Path.GetTempPath(), $"mandate-pg-{Guid.NewGuid():n}.log");
            var start = new ProcessStartInfo("/bin/sh", ["-c", "out=$1; shift; exec \"$@\" >\"$out\" 2>&1 </dev/null", "sh", said, .. words]) { WorkingDirectory = folder };
            try
            {
                using var process = Process.Start(start)!;
                process.WaitForExit();
                if (process.ExitCode != 0)
                {
                    throw new InvalidOperationException($"'{string.Join(' ', words)}' ended with {process.ExitCode}: {File.ReadAllText(said)}");
                }
            }
            catch (Win32Exception e)
            {
                throw new InvalidOperationException($"'{words[0]}' could not be started: {e.Message}", e);
            }
            finally
            {
                File.Delete(said);
            }
        }
    }
}
