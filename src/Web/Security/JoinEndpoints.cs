using Listening.Access;
using Listening.Desk.People;

namespace Listening.Web.Security;

/// <summary>Joining by an invitation, and setting a new password by a link.</summary>
internal static class JoinEndpoints
{
    public static void MapJoining(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/join", ShowAsync).AllowAnonymous().ExcludeFromDescription();
        SignInEndpoints.Form(endpoints.MapPost("/join", JoinAsync)).RequireFormToken();
    }

    // Looking uses nothing up: a mail program may look before the person does.
    private static async Task ShowAsync(HttpContext http, string? token, Invitations invitations, FailedAttempts failures, TimeProvider time, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token))
        {
            await SignInPage.WriteAsync(http, 200, "Join Listening", "Open the whole link that you were sent: this one has lost its end. Who has joined already can <a href=\"/sign-in\">sign in</a>.");
            return;
        }

        if (await SignInEndpoints.MustWaitAsync(http, failures)) return;
        var invitation = await invitations.FindAsync(token, cancellationToken);
        if (invitation is not null && Why(invitation, time) is null)
            await SignInForms.JoinAsync(http, 200, token, invitation, invitation.Name, invitation.Email ?? "");
        else await RefuseAsync(http, invitation, failures, time);
    }

    private static async Task JoinAsync(HttpContext http, Invitations invitations, Joining joining, FailedAttempts failures, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await SignInEndpoints.NoPasswordsAsync(http) || await SignInEndpoints.MustWaitAsync(http, failures)) return;
        var form = await SignInEndpoints.FormAsync(http, cancellationToken);
        var (token, wanted) = (form["token"].ToString(), new NewPerson(form["name"].ToString(), form["email"].ToString(), form["password"].ToString()));
        var invitation = await invitations.FindAsync(token, cancellationToken);
        if (invitation is null || Why(invitation, time) is not null)
        {
            await RefuseAsync(http, invitation, failures, time);
            return;
        }

        try
        {
            var answer = await joining.UseAsync(token, wanted, SignInEndpoints.Opening(http), cancellationToken);
            if (answer is { Outcome: SignInOutcome.In, Token: { } session }) await SignInEndpoints.EnterAsync(http, session, "/");
            else if (answer is { Outcome: SignInOutcome.CodeNeeded, Token: { } pending }) await SignInEndpoints.AskForCodeAsync(http, pending, "/");
            else await RefuseAsync(http, await invitations.FindAsync(token, cancellationToken), failures, time);
        }
        catch (PersonRefusedException refused)
        {
            await SignInForms.JoinAsync(http, 400, token, invitation, wanted.Name, wanted.Email, refused.Message);
        }
    }

    private static string? Why(Invitation invitation, TimeProvider time) =>
        invitation.Used is not null ? "It was used already."
        : invitation.Withdrawn is not null ? "It was taken back."
        : invitation.Expires <= time.GetUtcNow() ? "It was good for 24 hours."
        : null;

    private static Task RefuseAsync(HttpContext http, Invitation? invitation, FailedAttempts failures, TimeProvider time)
    {
        failures.Note(http.Connection.RemoteIpAddress);
        var why = (invitation is null ? null : Why(invitation, time)) ?? "It was never made here, or has lost its end.";
        return SignInPage.WriteAsync(http, StatusCodes.Status410Gone, "This link is not good any more",
            $"{why} Each link works once, for 24 hours. Ask an admin for a new one; if you have a password already, <a href=\"/sign-in\">sign in</a>.");
    }
}
