namespace Listening.Store.Engine;

/// <summary>A statement that took longer than it should.</summary>
/// <param name="Kind">read, execute or insert.</param>
/// <param name="Statement">Its text, which holds no values, cut to 300 characters; of an insert its table.</param>
/// <param name="Duration">How long the engine took; the time its reader took is not in it.</param>
/// <param name="Rows">Rows given or taken.</param>
/// <param name="Code">ClickHouse's error code when it failed; null when it ended well.</param>
public sealed record SlowStatement(string Kind, string Statement, TimeSpan Duration, long Rows, int? Code);
