using System.Globalization;

namespace Listening.Web.Security;

/// <summary>What somebody reads who may not come in: a problem document for programs, a page for people.</summary>
internal static class Refusal
{
    private const string Hint = "Open the sign-in link that <code>listening link</code> prints on the machine where Listening runs.";

    public static Task UnauthenticatedAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = Schemes.Bearer;
        return AnswerAsync(context, 401, "unauthenticated", "Who are you?", "Send a good key as 'Authorization: Bearer KEY', or sign in.", "Please sign in", Hint);
    }

    public static Task ForbiddenAsync(HttpContext context) =>
        AnswerAsync(context, 403, "forbidden", "Not allowed", "This key or session has not the scope for it.", "Not allowed", "Your session does not reach this page.");

    public static Task CrossSiteAsync(HttpContext context) => AnswerAsync(context, 403, "cross-site", "Not from this site",
        "A change with a browser's session must come from Listening's own pages.", "Not from this site", "This request did not come from Listening's own pages.");

    public static Task TooManyAsync(HttpContext context, TimeSpan wait)
    {
        context.Response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return AnswerAsync(context, 429, "too-many-failures", "Too many failed attempts", "Wait as long as Retry-After says.", "Too many failed attempts", "Wait a minute, then try again.");
    }

    public static Task LinkIsNotGoodAsync(HttpContext context) => SignInPage.WriteAsync(context, 401, "This link is not good any more",
        "A sign-in link opens one session and is good for 15 minutes. <code>listening link</code> prints a new one.");

    private static Task AnswerAsync(HttpContext context, int status, string type, string title, string detail, string heading, string sentence)
    {
        var program = context.Request.Path.StartsWithSegments("/api") || context.Request.Headers.ContainsKey("Authorization");
        return program
            ? TypedResults.Problem(detail, statusCode: status, title: title, type: $"urn:listening:problem:{type}").ExecuteAsync(context)
            : SignInPage.WriteAsync(context, status, heading, sentence);
    }
}
