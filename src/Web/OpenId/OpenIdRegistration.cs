using Listening.Access;
using Listening.Desk.People;
using Listening.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Listening.Web.OpenId;

/// <summary>Lets people in whom a provider of single sign-on vouches for.</summary>
public static partial class OpenIdRegistration
{
    /// <summary>The scheme's name.</summary>
    public const string Scheme = "OpenId";

    /// <summary>Where the provider sends people back to; it must be registered there, below where people reach Listening.</summary>
    public const string CallbackPath = "/sign-in/openid/callback";

    /// <summary>Carries an invitation's token to the provider and back, sealed in the state.</summary>
    internal const string Invitation = "invitation";

    /// <summary>Carries the session's token from the handler to the cookie.</summary>
    internal const string SessionClaim = "session";

    /// <summary>Everything for <paramref name="settings"/>; <paramref name="clientSecret"/> is null for a public client. Needs <c>AddSecurity</c> and <c>AddSecrets</c>.</summary>
    public static IServiceCollection AddOpenId(this IServiceCollection services, OpenIdSettings settings, string? clientSecret)
    {
        services.AddSingleton(settings).AddSingleton<OpenIdMetadata>().AddSingleton<IdTokenCheck>().TryAddSingleton<ProviderSignIns>();
        new AuthenticationBuilder(services).AddOAuth<OAuthOptions, OpenIdHandler>(Scheme, options =>
        {
            // Discovery gives the real ones.
            (options.AuthorizationEndpoint, options.TokenEndpoint) = (settings.Authority.ToString(), settings.Authority.ToString());
            (options.ClientId, options.ClientSecret, options.CallbackPath, options.UsePkce) = (settings.ClientId, clientSecret ?? "none", CallbackPath, true);
            // Never signed in through the framework: the ticket becomes a session of ours. It asks for one all the same.
            options.SignInScheme = Schemes.Session;
            // The answer is a navigation from the provider's site, which Lax lets through; over https the cookie is Secure.
            (options.CorrelationCookie.SameSite, options.CorrelationCookie.SecurePolicy) = (SameSiteMode.Lax, CookieSecurePolicy.SameAsRequest);
            options.Scope.Add("openid");
            foreach (var scope in settings.Scopes) options.Scope.Add(scope);
            options.Events.OnTicketReceived = ReceiveAsync;
            options.Events.OnRemoteFailure = FailAsync;
        });
        return services;
    }

    /// <summary>Maps the way to the provider.</summary>
    public static IEndpointRouteBuilder MapOpenId(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/sign-in/openid", GoAsync).AllowAnonymous().ExcludeFromDescription();
        return endpoints;
    }

    private static async Task GoAsync(HttpContext context, string? @return, string? invitation)
    {
        if (context.RequestServices.GetService<OpenIdSettings>() is null)
        {
            await SignInPage.WriteAsync(context, 200, "There is no single sign-on here", "No provider is set up. <a href=\"/sign-in\">Sign in another way</a>");
            return;
        }

        try
        {
            var asked = new AuthenticationProperties { RedirectUri = SignInEndpoints.Local(@return) };
            if (invitation is { Length: > 0 and < 100 }) asked.Items[Invitation] = invitation;
            await context.ChallengeAsync(Scheme, asked);
        }
        catch (OpenIdRefusedException refused)
        {
            await RefuseAsync(context, refused);
        }
    }

    private static Task ReceiveAsync(TicketReceivedContext ticket)
    {
        ticket.HandleResponse();
        return SignInEndpoints.EnterAsync(ticket.HttpContext, ticket.Principal!.FindFirst(SessionClaim)!.Value, SignInEndpoints.Local(ticket.ReturnUri));
    }

    private static Task FailAsync(RemoteFailureContext failure)
    {
        failure.HandleResponse();
        return RefuseAsync(failure.HttpContext, failure.Failure);
    }

    private static Task RefuseAsync(HttpContext context, Exception? failure)
    {
        var cause = failure is OpenIdRefusedException or PersonRefusedException ? failure : failure?.InnerException ?? failure;
        LogRefused(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger<OpenIdHandler>(), cause?.Message, cause?.InnerException?.Message);
        var sentence = cause is OpenIdRefusedException or PersonRefusedException ? cause.Message : "The provider did not let you in, or its answer was too old. Try again.";
        return SignInPage.WriteAsync(context, StatusCodes.Status403Forbidden, "You were not signed in",
            $"{System.Text.Encodings.Web.HtmlEncoder.Default.Encode(sentence)} <a href=\"/sign-in\">Back to the sign-in page</a>");
    }

    [LoggerMessage(7001, LogLevel.Warning, "Single sign-on refused: {Reason} {Cause}")]
    private static partial void LogRefused(ILogger logger, string? reason, string? cause);
}
