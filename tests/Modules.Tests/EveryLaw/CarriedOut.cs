using Mandate.Electoral;
using Mandate.Laws;

namespace Mandate.Modules.Tests.EveryLaw;

/// <summary>Every election of the repository, carried out once under its own law.</summary>
internal static class CarriedOut
{
    private static readonly Lazy<IReadOnlyList<Count>> Counts = new(() =>
    {
        var catalogue = Repository.Catalogue;
        return [.. catalogue.ElectionIds.Select(id => Of(catalogue, id))];
    });

    public static IReadOnlyList<Count> All => Counts.Value;

    private static Count Of(Catalogue catalogue, string id)
    {
        var election = catalogue.Election(id).Election ?? throw new InvalidOperationException($"The election '{id}' has faults.");
        var law = catalogue.Version(election.LawReference) ?? throw new InvalidOperationException($"The law of '{id}' is not at hand.");
        return new Count(election, law, ElectionRunner.Run(law.Rules, election.Input, election.Lots).Outcome);
    }
}

/// <summary>An election with its law and what came of it.</summary>
internal sealed record Count(Election Election, LawVersion Law, ElectionOutcome Outcome);
