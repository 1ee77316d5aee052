using System.Text.Json.Nodes;

namespace Mandate.Modules.Tests.Elections;

/// <summary>Seats as <c>declare --format json</c> gives them.</summary>
internal static class Seats
{
    /// <summary>Seats of a tier in the order in which they are given, such as <c>nur_otan 76, ak_zhol 12</c>.</summary>
    public static string OfTier(JsonNode declaration, string tier) =>
        Written(declaration["chambers"]![0]!["tiers"]!.AsArray().Single(t => (string?)t!["id"] == tier)!["seats"]!);

    /// <summary>Seats of the whole chamber.</summary>
    public static string OfChamber(JsonNode declaration) => Written(declaration["chambers"]![0]!["seats"]!);

    /// <summary>Seats of lists that take part in an allocation under another law or with other votes.</summary>
    public static async Task<string> OfListsAsync(params string[] words)
    {
        var answer = await Terminal.RunAsync(["declare", .. words, "--format", "json"]);
        answer.Error.ShouldBeEmpty();
        return OfTier(answer.Json, "lists");
    }

    private static string Written(JsonNode seats) => string.Join(", ", seats.AsObject().Select(s => $"{s.Key} {s.Value}"));
}
