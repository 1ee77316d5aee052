using System.Globalization;

namespace Mandate.Archive.Reading;

/// <summary>What a process and all it started take of memory, as Linux tells it.</summary>
internal static class ProcessTree
{
    private const int MaxProcesses = 200;

    /// <summary>Resident bytes of a process and its descendants; 0 where it is gone.</summary>
    public static long ResidentBytes(int process)
    {
        long pages = 0;
        var open = new Queue<string>([process.ToString(CultureInfo.InvariantCulture)]);
        for (var seen = 0; seen < MaxProcesses && open.TryDequeue(out var id); seen++)
        {
            try
            {
                pages += File.ReadAllText($"/proc/{id}/statm").Split(' ') is [_, var resident, ..] && long.TryParse(resident, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
                foreach (var task in Directory.EnumerateDirectories($"/proc/{id}/task"))
                {
                    foreach (var child in File.ReadAllText(task + "/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    {
                        open.Enqueue(child);
                    }
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It ended while we looked.
            }
        }

        return pages * Environment.SystemPageSize;
    }
}
