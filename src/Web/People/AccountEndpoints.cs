using Listening.Access;
using Listening.Desk.Access;
using Listening.Desk.People;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Web.People;

/// <summary>One's own account: password, authenticator, and where one is signed in.</summary>
internal static class AccountEndpoints
{
    public static void MapAccount(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/account", ShowAsync).RequireAuthorization(Scopes.Read).WithTags("Account").WithSummary("One's own account and where one is signed in.");
        var own = endpoints.MapGroup("/api/v1/account").RequireAuthorization(PersonClaims.Policy).WithTags("Account");
        own.MapPost("/password", PasswordAsync).WithSummary("Sets one's own password and signs one out everywhere else.");
        own.MapPost("/second-step", BeginAsync).WithSummary("A key for an authenticator; it counts for nothing until it is confirmed.");
        own.MapPut("/second-step", ConfirmAsync).WithSummary("Confirms the authenticator by a code; answers the recovery codes, once.");
        own.MapPost("/second-step/stop", StopAsync).WithSummary("Takes one's own authenticator away.");
        own.MapPost("/recovery-codes", RenewAsync).WithSummary("New recovery codes in place of those before.");
        own.MapDelete("/sessions/{id}", EndAsync).WithSummary("Signs one browser out.");
        own.MapPost("/sign-out-everywhere", EndAllAsync).WithSummary("Signs every other browser out.");
    }

    private static async Task<Ok<AccountView>> ShowAsync(HttpContext http, Staff staff, SecondSteps steps, Sessions sessions, CancellationToken cancellationToken)
    {
        if (http.User.PersonId() is not { } id) return TypedResults.Ok(new AccountView(null, 0, []));
        var person = await staff.FindAsync(id, cancellationToken);
        var current = Secret.Hash(SessionCookie.Read(http) ?? "");
        return TypedResults.Ok(new AccountView(
            person, person?.SecondStep == true ? await steps.CodesLeftAsync(id, cancellationToken) : 0,
            [.. (await sessions.OfAsync(id, cancellationToken)).Select(row => SessionEntry.Of(row, current))]));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> PasswordAsync(PasswordChange change, HttpContext http, Passwords passwords, CancellationToken cancellationToken) =>
        await passwords.ChangeAsync(Me(http), change.Current ?? "", change.Wanted ?? "", SessionCookie.Read(http)!, http.Actor(), cancellationToken) ? TypedResults.NoContent() : NotYours();

    private static async Task<Results<Ok<AuthenticatorKey>, ProblemHttpResult>> BeginAsync(
        PasswordProof proof, HttpContext http, Passwords passwords, SecondSteps steps, Staff staff, CancellationToken cancellationToken)
    {
        if (!await passwords.CheckAsync(Me(http), proof.Password ?? "", http.Actor(), cancellationToken)) return NotYours();
        var key = await steps.BeginAsync(Me(http), cancellationToken);
        return TypedResults.Ok(AuthenticatorKey.Of(key, (await staff.FindAsync(Me(http), cancellationToken))!));
    }

    private static async Task<Ok<RecoveryCodes>> ConfirmAsync(CodeProof proof, HttpContext http, SecondSteps steps, CancellationToken cancellationToken) =>
        TypedResults.Ok(new RecoveryCodes(await steps.ConfirmAsync(Me(http), proof.Code ?? "", http.Actor(), cancellationToken)));

    private static async Task<Results<NoContent, ProblemHttpResult>> StopAsync(PasswordProof proof, HttpContext http, Passwords passwords, Staff staff, CancellationToken cancellationToken)
    {
        if (!await passwords.CheckAsync(Me(http), proof.Password ?? "", http.Actor(), cancellationToken)) return NotYours();
        await staff.ChangeAsync(Me(http), new PersonChange(SecondStep: false), http.Actor(), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<RecoveryCodes>, ProblemHttpResult>> RenewAsync(
        PasswordProof proof, HttpContext http, Passwords passwords, SecondSteps steps, CancellationToken cancellationToken)
    {
        if (!await passwords.CheckAsync(Me(http), proof.Password ?? "", http.Actor(), cancellationToken)) return NotYours();
        return TypedResults.Ok(new RecoveryCodes(await steps.RenewAsync(Me(http), http.Actor(), cancellationToken)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> EndAsync(string id, HttpContext http, Sessions sessions, CancellationToken cancellationToken) =>
        await sessions.EndAsync(Me(http), row => SessionEntry.IdOf(row) == id, http.Actor(), cancellationToken) > 0
            ? TypedResults.NoContent()
            : TypedResults.Problem(statusCode: 404, title: "There is no such session", type: "urn:listening:problem:not-found");

    private static async Task<NoContent> EndAllAsync(HttpContext http, Sessions sessions, CancellationToken cancellationToken)
    {
        var current = Secret.Hash(SessionCookie.Read(http) ?? "");
        await sessions.EndAsync(Me(http), row => !row.Hash.AsSpan().SequenceEqual(current), http.Actor(), cancellationToken);
        return TypedResults.NoContent();
    }

    private static Guid Me(HttpContext http) => http.User.PersonId()!.Value;

    private static ProblemHttpResult NotYours() => TypedResults.Problem(
        "The password is not right, or was wrong five times: then the account rests for five minutes.", statusCode: 400, title: "Not your password", type: "urn:listening:problem:password");
}
