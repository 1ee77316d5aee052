using BenchmarkDotNet.Running;
using Mandate.Benchmarks;

if (args is ["count", .. var rest])
{
    CountTrial.Run(rest);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
