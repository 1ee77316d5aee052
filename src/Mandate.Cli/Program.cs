using Mandate.Cli;

return await CommandLine.RunAsync(args, Shell.OfProcess());
