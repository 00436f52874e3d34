using Microsoft.AspNetCore.Antiforgery;

namespace Listening.Web.Security;

/// <summary>
/// The framework's antiforgery token in forms that sign somebody in. <see cref="SameOrigin"/> guards them already; the token guards them also where a
/// browser says nothing of where a form comes from, and against another site that signs a visitor in as somebody else.
/// </summary>
internal static class FormToken
{
    public static void Configure(AntiforgeryOptions options)
    {
        options.FormFieldName = "form-token";
        options.HeaderName = null;
        options.Cookie.Name = "listening-form";
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.SuppressXFrameOptionsHeader = true;
    }

    /// <summary>The hidden field; its other half goes into a cookie.</summary>
    public static string Field(HttpContext http)
    {
        var tokens = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        return $"<input type=\"hidden\" name=\"{tokens.FormFieldName}\" value=\"{tokens.RequestToken}\">";
    }

    /// <summary>Refuses a form without its token with a page that says what to do.</summary>
    public static RouteHandlerBuilder RequireFormToken(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(async (invocation, next) =>
    {
        var http = invocation.HttpContext;
        if (await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http)) return await next(invocation);
        await SignInPage.WriteAsync(http, 400, "This form is too old", "Go back, load the page again and send it once more. Cookies must be allowed for this site.");
        return Results.Empty;
    });
}
