using Listening.Access;

namespace Listening.Desk.People;

/// <summary>Somebody as a provider of single sign-on has just vouched for them.</summary>
/// <param name="Issuer">The provider.</param>
/// <param name="Subject">Whom it means; never given to another one there.</param>
/// <param name="Name">As colleagues know them.</param>
/// <param name="Email">Their address; null when the provider tells none.</param>
/// <param name="EmailVerified">Whether the provider says that the address is theirs.</param>
/// <param name="Role">What its claims make them; null when claims do not decide that.</param>
public sealed record ProviderPerson(string Issuer, string Subject, string Name, string? Email, bool EmailVerified, Role? Role);
