using System.Globalization;

namespace Listening.Web.Security;

/// <summary>The browser's cookie. It is no store: it holds a random token and nothing else.</summary>
internal static class SessionCookie
{
    public static string? Read(HttpContext context) => context.Request.Cookies[Name(context)] is { Length: > 0 and < 100 } token ? token : null;

    public static void Write(HttpContext context, string token, TimeSpan lifetime)
    {
        var cookie = Options(context);
        cookie.MaxAge = lifetime;
        context.Response.Cookies.Append(Name(context), token, cookie);
    }

    public static void Delete(HttpContext context) => context.Response.Cookies.Delete(Name(context), Options(context));

    // Browsers keep cookies by host and forget the port: two Listenings on one machine must not sign each other out.
    private static string Name(HttpContext context) =>
        context.Request.IsHttps ? context.Request.PathBase.HasValue ? "__Secure-listening" : "__Host-listening" : string.Create(CultureInfo.InvariantCulture, $"listening-{context.Connection.LocalPort}");

    // Lax, not Strict: a permalink in a chat must open for who is signed in. Writes are guarded by SameOrigin.
    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        Secure = context.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        // Below a path base others share the host; __Host- would demand the root.
        Path = context.Request.PathBase.HasValue ? context.Request.PathBase.ToUriComponent() : "/",
        IsEssential = true,
    };
}
