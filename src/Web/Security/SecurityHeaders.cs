namespace Listening.Web.Security;

/// <summary>What every answer tells the browser to refuse.</summary>
internal static class SecurityHeaders
{
    // Outside text is shown on every screen: should an escape ever be forgotten, nothing in it runs and nothing leaves.
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Set as the answer starts, so that an error page has them too.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            // A picture from outside has a stricter one.
            if (headers.ContentSecurityPolicy.Count == 0) headers.ContentSecurityPolicy = Policy;
            headers.XContentTypeOptions = "nosniff";
            // Not no-referrer: a form would then send 'Origin: null' and SameOrigin could not tell it from another site's.
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
            // A page too: who was signed out must not see it again from the browser's own store.
            var page = context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;
            if (headers.CacheControl.Count == 0 && (page || context.Request.Path.StartsWithSegments("/api"))) headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    });
}
