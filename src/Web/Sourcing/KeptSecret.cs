namespace Listening.Web.Sourcing;

/// <summary>Stands for a secret that is kept.</summary>
/// <param name="Kept">Always true.</param>
public sealed record KeptSecret(bool Kept = true);
