using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Mandate.Web;

/// <summary>Brings the archive's index up to what another process has taken in, every two seconds. Where nothing is new that costs one question.</summary>
internal sealed partial class ArchiveFollower(ArchiveDesk desk, ILogger<ArchiveFollower> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        string? said = null;
        do
        {
            try
            {
                await Task.Run(() => desk.Door.UpdateIndex(), stoppingToken);
                said = null;
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // It is tried again; the same fault is said once.
                if (said != e.Message)
                {
                    CannotFollow(e.Message);
                    said = e.Message;
                }
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(EventId = 5001, Level = LogLevel.Warning, Message = "The archive's index could not be brought up to date: {Reason}")]
    private partial void CannotFollow(string reason);
}
