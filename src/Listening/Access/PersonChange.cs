namespace Listening.Access;

/// <summary>What of a person is to change; null stays as it is.</summary>
/// <param name="Name">Another name.</param>
/// <param name="Role">Another role; sessions have it with their next request.</param>
/// <param name="Disabled">Whether they may not come in; true ends all their sessions.</param>
/// <param name="SecondStep">False takes the authenticator away, for who lost it; true cannot be given from outside.</param>
public sealed record PersonChange(string? Name = null, Role? Role = null, bool? Disabled = null, bool? SecondStep = null);
