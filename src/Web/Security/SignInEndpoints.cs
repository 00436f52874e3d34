using Listening.Desk.Access;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Listening.Web.Security;

/// <summary>Signing a browser in by a one-time link, and out.</summary>
internal static class SignInEndpoints
{
    private const int LargestForm = 16 * 1024;

    public static void MapSignIn(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(SignInPage.StylesheetPath, () => TypedResults.Text(SignInPage.Stylesheet, "text/css")).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet("/sign-in", ShowAsync).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapPost("/sign-in", SignInAsync).RequireSameOrigin().AllowAnonymous().ExcludeFromDescription()
            .WithMetadata(new RequestSizeLimitAttribute(LargestForm));
        endpoints.MapPost("/sign-out", SignOutAsync).RequireSameOrigin().AllowAnonymous().ExcludeFromDescription();
    }

    private static Task ShowAsync(HttpContext context, string? token, [FromQuery(Name = "return")] string? destination) =>
        string.IsNullOrEmpty(token)
            ? SignInPage.WriteAsync(context, 200, "Please sign in", "Open the sign-in link that <code>listening link</code> prints on the machine where Listening runs.")
            : SignInPage.WriteButtonAsync(context, token, Local(destination));

    private static async Task SignInAsync(HttpContext context, SignInLinks links, FailedAttempts failures, IOptions<SecurityOptions> options, CancellationToken cancellationToken)
    {
        var address = context.Connection.RemoteIpAddress;
        if (failures.Wait(address) is { } wait)
        {
            await Refusal.TooManyAsync(context, wait);
            return;
        }

        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(cancellationToken) : FormCollection.Empty;
        var lifetime = options.Value.SessionLifetime;
        if (await links.UseAsync(form["token"].ToString(), [Scopes.Admin], lifetime, cancellationToken) is not { } session)
        {
            failures.Note(address);
            await Refusal.LinkIsNotGoodAsync(context);
            return;
        }

        SessionCookie.Write(context, session, lifetime);
        GoTo(context, Local(form["return"].ToString()));
    }

    private static async Task SignOutAsync(HttpContext context, Sessions sessions, CancellationToken cancellationToken)
    {
        if (SessionCookie.Read(context) is { } token) await sessions.EndAsync(token, cancellationToken);
        SessionCookie.Delete(context);
        GoTo(context, "/sign-in");
    }

    // A destination on another site would make our sign-in its bait.
    private static string Local(string? destination) =>
        destination is { Length: > 0 } && RedirectHttpResult.IsLocalUrl(destination) && destination[0] == '/' ? destination : "/";

    private static void GoTo(HttpContext context, string destination)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = destination;
    }
}
