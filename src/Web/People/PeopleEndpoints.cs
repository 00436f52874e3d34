using Listening.Access;
using Listening.Desk.People;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Web.People;

/// <summary>People and invitations, for admins.</summary>
internal static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder endpoints)
    {
        var users = endpoints.MapGroup("/api/v1/admin/users").RequireAuthorization(Scopes.Admin).WithTags("People");
        users.MapGet("", ListAsync).WithSummary("Everybody who signs in, by name.");
        users.MapPatch("/{id}", ChangeAsync).WithSummary("Changes a name or role, disables or enables, or takes an authenticator away. It counts with the person's next request.");
        users.MapPost("/{id}/reset", ResetAsync).WithSummary("Makes a link with which the person sets a new password; good for 24 hours, once.");
        var invitations = endpoints.MapGroup("/api/v1/admin/invitations").RequireAuthorization(Scopes.Admin).WithTags("People");
        invitations.MapGet("", InvitationsAsync).WithSummary("Links of the last 30 days, used and unused, newest first.");
        invitations.MapPost("", InviteAsync).WithSummary("Makes a link with which somebody joins; good for 24 hours, once.");
        invitations.MapDelete("/{id}", WithdrawAsync).WithSummary("Takes a link back.");
    }

    private static async Task<Ok<IReadOnlyList<Person>>> ListAsync(Staff staff, CancellationToken cancellationToken) => TypedResults.Ok(await staff.ListAsync(cancellationToken));

    private static async Task<Results<Ok<Person>, ProblemHttpResult>> ChangeAsync(
        Guid id, PersonChangeRequest request, HttpContext http, Staff staff, CancellationToken cancellationToken)
    {
        var change = new PersonChange(request.Name, request.Role is null ? null : RoleOf(request.Role), request.Disabled, request.SecondStep);
        return await staff.ChangeAsync(id, change, http.Actor(), cancellationToken) is { } person ? TypedResults.Ok(person) : NotFound("There is no such person");
    }

    private static async Task<Results<Created<InvitationAnswer>, ProblemHttpResult>> ResetAsync(
        Guid id, HttpContext http, Staff staff, Invitations invitations, CancellationToken cancellationToken)
    {
        if (await staff.FindAsync(id, cancellationToken) is null) return NotFound("There is no such person");
        return Answer(http, await invitations.ResetAsync(id.ToString(), http.Actor(), cancellationToken));
    }

    private static async Task<Ok<IReadOnlyList<Invitation>>> InvitationsAsync(Invitations invitations, CancellationToken cancellationToken) =>
        TypedResults.Ok(await invitations.ListAsync(cancellationToken));

    private static async Task<Created<InvitationAnswer>> InviteAsync(
        InvitationRequest request, HttpContext http, Invitations invitations, CancellationToken cancellationToken) =>
        Answer(http, await invitations.InviteAsync(request.Name, request.Email, RoleOf(request.Role), http.Actor(), cancellationToken));

    private static async Task<Results<NoContent, ProblemHttpResult>> WithdrawAsync(Guid id, HttpContext http, Invitations invitations, CancellationToken cancellationToken) =>
        await invitations.WithdrawAsync(id, http.Actor(), cancellationToken) ? TypedResults.NoContent() : NotFound("There is no such link that could still be used");

    private static Role RoleOf(string? role) => Roles.Read(role) ?? throw new PersonRefusedException($"A role is one of {Roles.Names}.");

    private static Created<InvitationAnswer> Answer(HttpContext http, NewInvitation made) =>
        TypedResults.Created((string?)null, new InvitationAnswer(made.Invitation, ServerAddress.Join(ServerAddress.Of(http), made.Token)));

    private static ProblemHttpResult NotFound(string title) => TypedResults.Problem(statusCode: 404, title: title, type: "urn:listening:problem:not-found");
}
