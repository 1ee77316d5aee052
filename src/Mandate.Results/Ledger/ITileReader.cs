namespace Mandate.Results.Ledger;

/// <summary>Whatever has the hashes of a log: a folder, a table, a remote log.</summary>
public interface ITileReader
{
    /// <summary>Reads a tile.</summary>
    /// <param name="tile">The tile; its width is what is needed.</param>
    /// <returns>Its hashes, 32 bytes each: as many as its width, or more where the tile has grown since.</returns>
    ReadOnlyMemory<byte> Read(TileId tile);
}
