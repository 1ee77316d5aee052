using BenchmarkDotNet.Running;
using Mandate.Benchmarks;

switch (args)
{
    case ["count", .. var rest]:
        CountTrial.Run(rest);
        break;
    case ["search", .. var rest]:
        SearchTrial.Run(rest);
        break;
    case ["archive-worker"]:
        return await Mandate.Archive.Reading.ArchiveWorker.RunAsync(CancellationToken.None);
    case ["read", .. var rest]:
        ReadTrial.Run(rest);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}

return 0;
