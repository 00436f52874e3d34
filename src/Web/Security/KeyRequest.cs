namespace Listening.Web.Security;

/// <summary>What <c>POST /api/v1/admin/keys</c> takes.</summary>
/// <param name="Name">1 to 100 letters, digits, spaces and <c>. _ -</c>, and not like an id.</param>
/// <param name="Scopes">At least one.</param>
public sealed record KeyRequest(string Name, IReadOnlyList<string> Scopes);
