using Listening.Access;
using Listening.Desk.Access;
using Listening.Desk.People;
using Listening.Web.Hosting;
using Listening.Web.OpenId;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Listening.Web.Security;

/// <summary>Signing a browser in by a password or the machine's one-time link, and out.</summary>
internal static class SignInEndpoints
{
    private const int LargestForm = 16 * 1024;
    private const string NotRight = "E-mail address or password is not right, or the account may not come in now. After five wrong ones it rests for five minutes.";

    public static void MapSignIn(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(SignInPage.StylesheetPath, () => TypedResults.Text(SignInPage.Stylesheet, "text/css")).AllowAnonymous().ExcludeFromDescription();
        endpoints.MapGet("/sign-in", ShowAsync).AllowAnonymous().ExcludeFromDescription();
        Form(endpoints.MapPost("/sign-in", LinkAsync));
        Form(endpoints.MapPost("/sign-in/first", FirstAsync)).RequireFormToken();
        Form(endpoints.MapPost("/sign-in/password", PasswordAsync)).RequireFormToken();
        Form(endpoints.MapPost("/sign-in/code", CodeAsync)).RequireFormToken();
        Form(endpoints.MapPost("/sign-out", SignOutAsync));
        endpoints.MapGet("/sign-out", SignedOutAsync).AllowAnonymous().ExcludeFromDescription();
    }

    /// <summary>What all forms of the door have in common.</summary>
    public static RouteHandlerBuilder Form(RouteHandlerBuilder endpoint) =>
        endpoint.RequireSameOrigin().AllowAnonymous().ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(LargestForm));

    /// <summary>Puts the browser into a session just opened, in place of the one it was in, and leads it on.</summary>
    public static async Task EnterAsync(HttpContext http, string session, string destination)
    {
        if (SessionCookie.Read(http) is { } before) await http.RequestServices.GetRequiredService<Sessions>().EndAsync(before, http.RequestAborted);
        SessionCookie.Write(http, session, Opening(http).Lifetime);
        GoTo(http, destination);
    }

    /// <summary>Keeps the question for a code in the browser.</summary>
    public static Task AskForCodeAsync(HttpContext http, string pending, string destination)
    {
        SessionCookie.Write(http, pending, Opening(http).Lifetime);
        return SignInForms.CodeAsync(http, 200, destination);
    }

    /// <summary>Where a session of this request is opened.</summary>
    public static SessionOpening Opening(HttpContext http) =>
        new(http.RequestServices.GetRequiredService<IOptions<SecurityOptions>>().Value.SessionLifetime, http.RemoteAddress(), http.Request.Headers.UserAgent.ToString());

    /// <summary>A destination on this site. One on another would make our sign-in its bait.</summary>
    public static string Local(string? destination) =>
        destination is { Length: > 0 } && RedirectHttpResult.IsLocalUrl(destination) && destination[0] == '/' ? destination : "/";

    /// <summary>Answers 429 when the address failed too often; true then.</summary>
    public static async Task<bool> MustWaitAsync(HttpContext http, FailedAttempts failures, string? account = null)
    {
        if ((failures.Wait(http.Connection.RemoteIpAddress) ?? (account is null ? null : failures.Wait(account))) is not { } wait) return false;
        await Refusal.TooManyAsync(http, wait);
        return true;
    }

    public static async Task<IFormCollection> FormAsync(HttpContext http, CancellationToken cancellationToken) =>
        http.Request.HasFormContentType ? await http.Request.ReadFormAsync(cancellationToken) : FormCollection.Empty;

    private static async Task ShowAsync(HttpContext http, string? token, [FromQuery(Name = "return")] string? destination, Staff staff, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token)) await SignInForms.SignInAsync(http, 200, "Sign in to Listening", Local(destination));
        else if (await NeedsAdminAsync(http, staff, cancellationToken)) await SignInForms.FirstAsync(http, 200, token);
        else await SignInPage.WriteButtonAsync(http, token, Local(destination));
    }

    private static async Task LinkAsync(HttpContext http, SignInLinks links, FailedAttempts failures, CancellationToken cancellationToken)
    {
        if (await MustWaitAsync(http, failures)) return;
        var form = await FormAsync(http, cancellationToken);
        if (await links.UseAsync(form["token"].ToString(), [Scopes.Admin], Opening(http), cancellationToken) is { } session)
        {
            await EnterAsync(http, session, Local(form["return"].ToString()));
            return;
        }

        failures.Note(http.Connection.RemoteIpAddress);
        await Refusal.LinkIsNotGoodAsync(http);
    }

    private static async Task FirstAsync(HttpContext http, SignInLinks links, Joining joining, FailedAttempts failures, CancellationToken cancellationToken)
    {
        if (await NoPasswordsAsync(http) || await MustWaitAsync(http, failures)) return;
        var form = await FormAsync(http, cancellationToken);
        var (token, wanted) = (form["token"].ToString(), new NewPerson(form["name"].ToString(), form["email"].ToString(), form["password"].ToString()));
        try
        {
            if (await links.IsGoodAsync(token, cancellationToken) && await joining.FirstAsync(token, wanted, Opening(http), cancellationToken) is { } session)
            {
                await EnterAsync(http, session, "/");
                return;
            }
        }
        catch (PersonRefusedException refused)
        {
            await SignInForms.FirstAsync(http, 400, token, wanted.Name, wanted.Email, refused.Message);
            return;
        }

        failures.Note(http.Connection.RemoteIpAddress);
        await Refusal.LinkIsNotGoodAsync(http);
    }

    private static async Task PasswordAsync(HttpContext http, SignIns signIns, FailedAttempts failures, CancellationToken cancellationToken)
    {
        if (await NoPasswordsAsync(http)) return;
        var form = await FormAsync(http, cancellationToken);
        var (email, destination) = (form["email"].ToString(), Local(form["return"].ToString()));
        if (await MustWaitAsync(http, failures, email)) return;
        var answer = await signIns.PasswordAsync(email, form["password"].ToString(), Opening(http), cancellationToken);
        if (answer.Outcome == SignInOutcome.In) await EnterAsync(http, answer.Token!, destination);
        else if (answer.Outcome == SignInOutcome.CodeNeeded) await AskForCodeAsync(http, answer.Token!, destination);
        else
        {
            failures.Note(http.Connection.RemoteIpAddress);
            failures.Note(email);
            await SignInForms.SignInAsync(http, 401, "Sign in to Listening", destination, email, NotRight);
        }
    }

    private static async Task CodeAsync(HttpContext http, SignIns signIns, FailedAttempts failures, CancellationToken cancellationToken)
    {
        if (await MustWaitAsync(http, failures)) return;
        var form = await FormAsync(http, cancellationToken);
        var destination = Local(form["return"].ToString());
        if (SessionCookie.Read(http) is { } pending && await signIns.CodeAsync(pending, form["code"].ToString(), Opening(http), cancellationToken) is { Outcome: SignInOutcome.In } answer)
        {
            await EnterAsync(http, answer.Token!, destination);
            return;
        }

        failures.Note(http.Connection.RemoteIpAddress);
        await SignInForms.CodeAsync(http, 401, destination, "This code is not right, or was used already, or the account rests for five minutes. Begin again at the sign-in page if it goes on.");
    }

    private static async Task SignOutAsync(HttpContext http, Sessions sessions, CancellationToken cancellationToken)
    {
        if (SessionCookie.Read(http) is { } token) await sessions.EndAsync(token, cancellationToken);
        SessionCookie.Delete(http);
        // Who came through a provider is still signed in there, and would come in again without a question: that is told.
        GoTo(http, http.RequestServices.GetRequiredService<SignInDoors>().Provider is null ? "/sign-in" : "/sign-out");
    }

    // The provider is a link and no redirect: the policy lets forms of ours lead to us alone, and its other rooms may be meant to stay open.
    private static async Task SignedOutAsync(HttpContext http, SignInDoors doors, CancellationToken cancellationToken)
    {
        if (http.User.Identity?.IsAuthenticated == true)
        {
            await SignInForms.SignOutAsync(http);
            return;
        }

        var back = new Uri(ServerAddress.Of(http), "sign-in");
        var there = doors.Provider is null ? null : await http.RequestServices.GetRequiredService<OpenIdMetadata>().SignOutAsync(back, cancellationToken);
        await SignInForms.SignedOutAsync(http, doors.Provider?.DisplayName, there);
    }

    /// <summary>Answers 404 where passwords are no door; true then.</summary>
    public static async Task<bool> NoPasswordsAsync(HttpContext http)
    {
        if (http.RequestServices.GetRequiredService<SignInDoors>().Passwords) return false;
        await SignInPage.WriteAsync(http, 404, "There are no passwords here", "Here people sign in with their company's account. <a href=\"/sign-in\">Go to the sign-in page</a>");
        return true;
    }

    // The demo is one click, and where there are no passwords the provider says who is admin; elsewhere the first link makes the first one.
    private static async Task<bool> NeedsAdminAsync(HttpContext http, Staff staff, CancellationToken cancellationToken) =>
        http.RequestServices.GetRequiredService<SignInDoors>().Passwords && http.RequestServices.GetService<DemoState>()?.Simulated != true && !await staff.HasAdminAsync(cancellationToken);

    private static void GoTo(HttpContext http, string destination)
    {
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = destination;
    }
}
