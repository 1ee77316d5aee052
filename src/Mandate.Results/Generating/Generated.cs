namespace Mandate.Results.Generating;

/// <summary>What was made up.</summary>
/// <param name="Country">Name of the made-up country.</param>
/// <param name="Units">How many units there are, those with others inside them among them.</param>
/// <param name="Protocols">How many of them report a protocol.</param>
/// <param name="Registered">Electors, those added on the day among them.</param>
/// <param name="Found">Ballots in the boxes.</param>
/// <param name="Slips">Planted slips by kind.</param>
/// <param name="Files">The files written.</param>
public sealed record Generated(string Country, int Units, int Protocols, long Registered, long Found, IReadOnlyList<KeyValuePair<string, long>> Slips, IReadOnlyList<GeneratedFile> Files);

/// <summary>A file that was written.</summary>
/// <param name="Name">Its path in the folder, with slashes.</param>
/// <param name="Holds">What is in it, in a few words.</param>
public sealed record GeneratedFile(string Name, string Holds);
