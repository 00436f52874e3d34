using Listening.Collecting;
using Listening.Sources.Pictures;
using Listening.Storing;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Web.Pictures;

/// <summary>
/// Pictures and avatars of stored posts through this program, so that reading a post does not tell its author who reads it. It takes no address: only what a stored post carries can be asked
/// for, and only by who may see the post.
/// </summary>
public static class PictureEndpoint
{
    // Its own bytes are all it is; opened by itself it may do nothing either.
    private const string Policy = "default-src 'none'; sandbox";
    private const int Kept = 3600;

    /// <summary>Maps <c>/images</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapPictures(this RouteGroupBuilder api)
    {
        api.MapGet("/images", GetAsync).RequireAuthorization(Scopes.Read).WithTags("Posts").WithSummary("A picture of a post by its number, or its author's avatar without one.");
        return api;
    }

    private static async Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> GetAsync(
        string source, string id, int? number, HttpContext http, IStoredPosts stored, RemotePictures pictures, CancellationToken cancellationToken)
    {
        var found = await stored.NewestAsync([new(source, id)], cancellationToken);
        if (found is not [var post, ..] || !Sight.Of(http.User).Sees(post.Audience) || Address(post, number) is not { } address) return TypedResults.NotFound();
        var (picture, failure) = await pictures.GetAsync(address, cancellationToken);
        if (picture is null) return TypedResults.Problem(failure!.Reason, statusCode: StatusCodes.Status502BadGateway, title: "The picture cannot be had");
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.CacheControl = FormattableString.Invariant($"private, max-age={Kept}");
        return TypedResults.File(picture.Bytes.ToArray(), picture.Type);
    }

    private static Uri? Address(Post post, int? number)
    {
        var told = number is null ? post.Author.Avatar : ShownPictures.Of(post).ElementAtOrDefault(number.Value)?.Url;
        return Uri.TryCreate(told, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.UserInfo.Length == 0 ? address : null;
    }
}
