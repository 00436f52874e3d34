namespace Listening.Store;

/// <summary>How large the store is, as the engine counts it.</summary>
/// <param name="Rows">Rows of all tables.</param>
/// <param name="Bytes">On disk, compressed.</param>
/// <param name="Parts">Active parts; many hundred mean that merging does not keep up.</param>
/// <param name="Memory">Bytes that the engine's statements and caches use now.</param>
/// <param name="Engine">The engine's version.</param>
public sealed record StoreFigures(long Rows, long Bytes, long Parts, long Memory, string Engine);
