namespace Listening.Web.People;

/// <summary>What <c>PATCH /api/v1/admin/users/{id}</c> takes; what is left out stays.</summary>
/// <param name="Name">Another name.</param>
/// <param name="Role">Another role.</param>
/// <param name="Disabled">Whether they may not come in.</param>
/// <param name="SecondStep">False takes their authenticator away.</param>
public sealed record PersonChangeRequest(string? Name = null, string? Role = null, bool? Disabled = null, bool? SecondStep = null);
