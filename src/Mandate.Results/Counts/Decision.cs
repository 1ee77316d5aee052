using System.Text.Json;

namespace Mandate.Results.Counts;

/// <summary>A leaf of the ledger that is no protocol: a change of units, an import, a sign-off, a lot, a declaration.</summary>
/// <param name="Number">Its number in the ledger.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Body">What it says.</param>
internal sealed record Decision(long Number, string Kind, JsonElement Body)
{
    public const string UnitsChanged = "units";
    public const string Imported = "imported";
    public const string SignedOff = "signed-off";
    public const string LotDrawn = "lot";
    public const string Declared = "declared";

    /// <summary>Reads a leaf.</summary>
    /// <exception cref="LeafException">It is none of these.</exception>
    public static Decision Read(long number, ReadOnlySpan<byte> leaf)
    {
        try
        {
            using var json = JsonDocument.Parse(leaf.ToArray());
            var kind = json.RootElement.GetProperty("kind").GetString();
            return kind is UnitsChanged or Imported or SignedOff or LotDrawn or Declared ? new Decision(number, kind, json.RootElement.Clone()) : throw new LeafException($"of the kind '{kind}', which is unknown");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new LeafException("JSON that cannot be read", e);
        }
    }

    /// <summary>A text it has.</summary>
    public string Text(string name) => Body.TryGetProperty(name, out var value) && value.GetString() is { } text ? text : throw new LeafException($"without '{name}'");
}
