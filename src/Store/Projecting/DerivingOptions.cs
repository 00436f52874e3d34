namespace Listening.Store.Projecting;

/// <summary>How facts are derived.</summary>
/// <param name="Stretch">How many versions at a time.</param>
/// <param name="IsAlone">No other process writes these facts: what was written may be remembered.</param>
internal readonly record struct DerivingOptions(int Stretch, bool IsAlone);
