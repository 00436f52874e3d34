namespace Listening.Storing;

/// <summary>A SELECT with its bound values.</summary>
/// <param name="Sql">ClickHouse's dialect with <c>{name:Type}</c> where a value goes.</param>
/// <param name="Parameters">
/// Values by name: string, bool, integers, double, UInt128, Guid, DateTimeOffset (for DateTime64), null (for Nullable), and lists of these (for Array).
/// </param>
/// <param name="Limit">How long it may take; null for the store's own limit.</param>
public sealed record FactQuery(string Sql, IReadOnlyDictionary<string, object?> Parameters, TimeSpan? Limit = null);
