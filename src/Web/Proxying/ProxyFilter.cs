using Listening.Web.Security;

namespace Listening.Web.Proxying;

/// <summary>
/// Stands before everything, host filtering too: puts the visitor's address, scheme, host and path base in the place of the proxy's where a known
/// proxy says them, and believes nobody else.
/// </summary>
internal sealed class ProxyFilter(ProxySettings settings, ProxyWatch watch, NamedHosts named) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(RecogniseAsync);
        if (settings.Forwarding) app.UseForwardedHeaders();
        app.Use(PlaceAsync);
        if (settings.PathBase.Length > 0) app.UsePathBase(settings.PathBase);
        next(app);
    };

    private Task RecogniseAsync(HttpContext context, RequestDelegate next)
    {
        if (!ForwardedRequest.IsClaimed(context.Request)) return next(context);
        // A proxy that was given the commands' socket would make everybody admin.
        if (context.IsLocal()) return RefuseAsync(context, "This socket is for the program's own commands and for no proxy.");
        if (settings.Knows(context.Connection.RemoteIpAddress)) context.Features.Set(new ForwardedRequest());
        else watch.Note(context.Connection.RemoteIpAddress);
        return next(context);
    }

    private Task PlaceAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<ForwardedRequest>() is null) return next(context);
        var request = context.Request;
        if (!named.Allow(request.Host)) return RefuseAsync(context, "Listening is not reached by this host name: AllowedHosts says which ones it has.");
        // What people type is known; a proxy that leaves the scheme out cannot take the cookie's lock away.
        if (settings.PublicAddress?.Scheme == Uri.UriSchemeHttps && !request.Headers.ContainsKey("X-Original-Proto")) request.Scheme = Uri.UriSchemeHttps;
        // A proxy that takes the prefix off and does not say so.
        if (!request.PathBase.HasValue && !request.Path.StartsWithSegments(settings.PathBase)) request.PathBase = settings.PathBase;
        return next(context);
    }

    private static Task RefuseAsync(HttpContext context, string sentence)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(sentence, context.RequestAborted);
    }
}
