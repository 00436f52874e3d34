namespace Listening.Store.Projecting;

/// <summary>How facts are derived.</summary>
/// <param name="Stretch">How many versions at a time.</param>
/// <param name="LookUps">After how many look-ups it remembers what it has written; null where other processes may write these facts too.</param>
internal readonly record struct DerivingOptions(int Stretch, long? LookUps);
