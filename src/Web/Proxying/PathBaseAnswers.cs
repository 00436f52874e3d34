using Microsoft.AspNetCore.Http.Features;

namespace Listening.Web.Proxying;

/// <summary>Puts the path base before our own addresses in pages and redirects, so that what makes them need not know it.</summary>
internal static class PathBaseAnswers
{
    /// <summary>Inside compression: it must see pages as they are written.</summary>
    public static IApplicationBuilder UsePathBaseAnswers(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!context.Request.PathBase.HasValue)
        {
            await next(context);
            return;
        }

        context.Response.OnStarting(() => PrefixLocation(context));
        var before = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var body = new PathBaseBody(context, before.Stream);
        var feature = new StreamResponseBodyFeature(body, before);
        context.Features.Set<IHttpResponseBodyFeature>(feature);
        try
        {
            await next(context);
            await feature.CompleteAsync();
            await body.CompleteAsync();
        }
        finally
        {
            context.Features.Set(before);
            await body.DisposeAsync();
        }
    });

    private static Task PrefixLocation(HttpContext context)
    {
        var location = context.Response.Headers.Location.ToString();
        if (location.StartsWith('/') && !location.StartsWith("//", StringComparison.Ordinal) && !new PathString(location.Split('?', '#')[0]).StartsWithSegments(context.Request.PathBase))
            context.Response.Headers.Location = context.Request.PathBase.ToUriComponent() + location;
        return Task.CompletedTask;
    }
}
