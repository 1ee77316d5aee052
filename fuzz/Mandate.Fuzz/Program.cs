using Mandate.Fuzz.Targets;
using SharpFuzz;

if (args is not [var name] || !Target.All.TryGetValue(name, out var target))
{
    Console.Error.WriteLine($"Found '{string.Join(' ', args)}'; expected one target: {string.Join(", ", Target.All.Keys)}. Input comes from standard input.");
    return 2;
}

Fuzzer.OutOfProcess.Run(stream =>
{
    using var copy = new MemoryStream();
    stream.CopyTo(copy);
    target(copy.ToArray());
});
return 0;
