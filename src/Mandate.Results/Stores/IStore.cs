namespace Mandate.Results.Stores;

/// <summary>Where a count is kept: the ledger's leaves, and what lies beside them.</summary>
/// <remarks>One process writes a store at a time; while it does, others may read what was committed.</remarks>
internal interface IStore : IDisposable
{
    /// <summary>Gets what it is, for people.</summary>
    string Shown { get; }

    /// <summary>Gets whether the connection to it is gone for good, so that it must be opened anew.</summary>
    bool IsLost { get; }

    /// <summary>Begins a change; all of it is durable when committed, and none of it otherwise. One at a time.</summary>
    IStoreChange Begin();

    /// <summary>Begins to read one state of the store, whatever others commit meanwhile, until it is disposed of; no change is open then.</summary>
    IDisposable Snapshot();

    /// <summary>How many leaves are committed.</summary>
    long CountLeaves();

    /// <summary>One leaf, or null where there is none of this number.</summary>
    byte[]? ReadLeaf(long number);

    /// <summary>Gives leaves in the order of their numbers, from a number on.</summary>
    /// <param name="from">The first number; 0 for the first leaf.</param>
    /// <param name="visit">Receives each; returns false to stop. It may read the store.</param>
    void ReadLeaves(long from, LeafVisitor visit);

    /// <summary>The signed notes, smallest tree first.</summary>
    IReadOnlyList<StoredCheckpoint> ReadCheckpoints();

    /// <summary>The note of the largest tree, or null in an empty store.</summary>
    StoredCheckpoint? LastCheckpoint();

    /// <summary>The hashes of a full tile, or null.</summary>
    byte[]? ReadTile(int level, long number);

    /// <summary>A document by the SHA-256 of its bytes in small hexadecimal letters, or null.</summary>
    byte[]? ReadDocument(string sha256);

    /// <summary>The SHA-256 of every document.</summary>
    IReadOnlyList<string> ListDocuments();

    /// <summary>Entries that are not accepted yet, by unit.</summary>
    IReadOnlyList<Draft> ReadDrafts();

    /// <summary>What happened beside the ledger, oldest first.</summary>
    IReadOnlyList<JournalLine> ReadJournal(long from, int most);

    /// <summary>What the store itself says is wrong with its files; empty where nothing is.</summary>
    IReadOnlyList<string> CheckIntegrity();
}

/// <summary>A change of a store.</summary>
internal interface IStoreChange : IDisposable
{
    /// <summary>Adds the next leaf.</summary>
    void AddLeaf(long number, ReadOnlySpan<byte> leaf);

    /// <summary>Adds a full tile.</summary>
    void AddTile(int level, long number, ReadOnlySpan<byte> hashes);

    /// <summary>Adds a signed note.</summary>
    void AddCheckpoint(long number, string note);

    /// <summary>Keeps a document; one that is there stays.</summary>
    void AddDocument(string sha256, byte[] bytes);

    /// <summary>Keeps the state of a unit's entry; null removes it.</summary>
    void PutDraft(string unit, byte[]? state);

    /// <summary>Notes what happened beside the ledger.</summary>
    void AddJournal(string line);

    /// <summary>Makes it all durable.</summary>
    void Commit();
}

/// <summary>Receives a leaf; the span is good until it returns.</summary>
/// <param name="number">Its number, 0 for the first.</param>
/// <param name="leaf">Its bytes.</param>
/// <returns>False to stop.</returns>
internal delegate bool LeafVisitor(long number, ReadOnlySpan<byte> leaf);

/// <summary>A signed note, numbered from 0.</summary>
internal readonly record struct StoredCheckpoint(long Number, string Note);

/// <summary>An entry that is not accepted yet.</summary>
internal readonly record struct Draft(string Unit, byte[] State);

/// <summary>A line of the journal.</summary>
internal readonly record struct JournalLine(long Number, string Line);
