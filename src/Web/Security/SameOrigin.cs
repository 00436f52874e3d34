namespace Listening.Web.Security;

/// <summary>
/// The guard against requests that another site makes a signed-in browser send. Browsers say where a request comes from and let no page forge it:
/// <c>Sec-Fetch-Site</c> (https or localhost), else <c>Origin</c>, which is on every POST. A browser that says neither is refused.
/// No token is needed, so none can leak. See https://www.w3.org/TR/fetch-metadata/ and
/// https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html.
/// </summary>
public static class SameOrigin
{
    /// <summary>Refuses with 403 what a session would change from elsewhere.</summary>
    public static IApplicationBuilder UseSameOrigin(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var guarded = context.User.Identity?.AuthenticationType == Schemes.Session && !IsSafe(context.Request.Method);
        if (guarded && !Holds(context.Request)) await Refusal.CrossSiteAsync(context);
        else await next(context);
    });

    /// <summary>Refuses with 403 what comes from elsewhere, whoever sends it.</summary>
    public static RouteHandlerBuilder RequireSameOrigin(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(async (invocation, next) =>
    {
        if (Holds(invocation.HttpContext.Request)) return await next(invocation);
        await Refusal.CrossSiteAsync(invocation.HttpContext);
        return Results.Empty;
    });

    /// <summary>Whether the request comes from a page of this very site.</summary>
    public static bool Holds(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site == "same-origin";
        // The host alone is compared: before a proxy that ends TLS the scheme differs.
        return Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
            && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);
}
