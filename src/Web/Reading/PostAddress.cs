using Listening.Collecting;
using Microsoft.AspNetCore.Http.Features;

namespace Listening.Web.Reading;

/// <summary>
/// Which post a path names by its last two parts. They are read as they were sent: the framework leaves <c>%2F</c> in a route value alone, and the id of a
/// post is an address with slashes often enough.
/// </summary>
internal static class PostAddress
{
    /// <summary>
    /// The post; <paramref name="source"/> and <paramref name="id"/> are the route's values, for a request that was never sent. So many parts as
    /// <paramref name="after"/> come after the post's own.
    /// </summary>
    public static PostId Of(HttpContext http, string source, string id, int after = 0)
    {
        var parts = (http.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "").Split('?')[0].TrimEnd('/').Split('/');
        return parts.Length > 2 + after ? new(Uri.UnescapeDataString(parts[^(2 + after)]), Uri.UnescapeDataString(parts[^(1 + after)])) : new(source, id);
    }
}
