namespace Listening.Store.Projecting;

/// <summary>What a wait's row is found by, its conversation apart.</summary>
internal readonly record struct WaitKey(string Brand, DateTimeOffset OpenedAt, string Author, uint Number);
