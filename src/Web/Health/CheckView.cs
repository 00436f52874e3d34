namespace Listening.Web.Health;

/// <summary>What one check found.</summary>
/// <param name="Name">Of what.</param>
/// <param name="Status">ok, warning or failed.</param>
/// <param name="Reason">In a sentence.</param>
/// <param name="Mend">What to do about it; null when nothing is wrong.</param>
/// <param name="Data">Numbers and instants behind it.</param>
public sealed record CheckView(string Name, string Status, string Reason, string? Mend, IReadOnlyDictionary<string, object> Data);
