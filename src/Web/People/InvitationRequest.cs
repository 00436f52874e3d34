namespace Listening.Web.People;

/// <summary>What <c>POST /api/v1/admin/invitations</c> takes.</summary>
/// <param name="Name">For whom it is.</param>
/// <param name="Email">Their address; who joins may write another one.</param>
/// <param name="Role"><c>executive</c>, <c>agent</c>, <c>supervisor</c> or <c>admin</c>.</param>
public sealed record InvitationRequest(string Name, string? Email, string Role);
