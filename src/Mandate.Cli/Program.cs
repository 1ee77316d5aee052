using Mandate.Archive.Reading;
using Mandate.Cli;

// Patterns and expressions of libraries are interpreted: a command ends before compiling them would pay. The portal and the archive stay.
if (args is not ["serve" or "archive" or "archive-worker", ..])
{
    AppContext.SetSwitch("System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported", false);
}

if (args is ["archive-worker", ..])
{
    return await ArchiveWorker.RunAsync(CancellationToken.None);
}

return await CommandLine.RunAsync(args, Shell.OfProcess());
