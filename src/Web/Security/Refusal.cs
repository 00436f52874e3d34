using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authorization;

namespace Listening.Web.Security;

/// <summary>What somebody reads who may not come in: a problem document for programs, a page for people.</summary>
internal static class Refusal
{
    public static Task UnauthenticatedAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = Schemes.Bearer;
        return IsProgram(context)
            ? ProblemAsync(context, 401, "unauthenticated", "Who are you?", "Send a good key as 'Authorization: Bearer KEY', or sign in.")
            : SignInForms.SignInAsync(context, 401, "Please sign in", HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : "/");
    }

    public static Task ForbiddenAsync(HttpContext context)
    {
        var needed = context.GetEndpoint()?.Metadata.OfType<IAuthorizeData>().LastOrDefault()?.Policy ?? Scopes.Read;
        var roles = needed == PersonClaims.Policy ? [] : Roles.With(needed).Select(Roles.NameOf).ToList();
        var who = roles.Count == 0 ? "a person who is signed in" : $"the role {string.Join(" or ", roles)}";
        var you = context.User.Role() is { } role ? $" You are signed in as {HtmlEncoder.Default.Encode(context.User.Identity?.Name ?? "")}, {Roles.NameOf(role)}." : "";
        return AnswerAsync(context, 403, "forbidden", "Not allowed", $"It needs the scope '{needed}', which this key or session has not.",
            "Not allowed", $"This needs {who}.{you} An admin can change that. <a href=\"/\">Go to the start</a>");
    }

    public static Task CrossSiteAsync(HttpContext context) => AnswerAsync(context, 403, "cross-site", "Not from this site",
        "A change with a browser's session must come from Listening's own pages.", "Not from this site", "This request did not come from Listening's own pages.");

    public static Task TooManyAsync(HttpContext context, TimeSpan wait)
    {
        context.Response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return AnswerAsync(context, 429, "too-many-failures", "Too many failed attempts", "Wait as long as Retry-After says.", "Too many failed attempts", "Wait a minute, then try again.");
    }

    public static Task LinkIsNotGoodAsync(HttpContext context) => SignInPage.WriteAsync(context, 401, "This link is not good any more",
        "A sign-in link opens one session and is good for 15 minutes. <code>listening link</code> prints a new one.");

    private static Task AnswerAsync(HttpContext context, int status, string type, string title, string detail, string heading, string sentence) =>
        IsProgram(context) ? ProblemAsync(context, status, type, title, detail) : SignInPage.WriteAsync(context, status, heading, sentence);

    private static bool IsProgram(HttpContext context) => context.Request.Path.StartsWithSegments("/api") || context.Request.Headers.ContainsKey("Authorization");

    private static Task ProblemAsync(HttpContext context, int status, string type, string title, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: title, type: $"urn:listening:problem:{type}").ExecuteAsync(context);
}
