using Listening.Classifying;
using Listening.Measuring;
using Listening.Storing;
using Listening.Web.Pictures;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Reading;

/// <summary>Posts and conversations, for whoever wants to see what a number rests on.</summary>
public static class PostEndpoints
{
    private const int LargestPage = 500;

    /// <summary>Maps the reading half of <c>/posts</c>, and <c>/conversations</c>, below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapReading(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("").RequireAuthorization(Scopes.Read).WithTags("Posts");
        group.MapGet("/posts", SearchAsync).WithSummary("Posts that a search finds, newest first.");
        group.MapGet("/posts/{source}/{id}", PostAsync).WithSummary("One post with its versions and labels.");
        group.MapGet("/conversations/{source}/{id}", ConversationAsync).WithSummary("The whole conversation of a post with its clock facts.");
        return api;
    }

    private static async Task<Ok<PostPage>> SearchAsync(
        string? q, DateTimeOffset? from, DateTimeOffset? to, string? cursor, int? limit, HttpContext http, IPostSearch search, IStoredPosts stored, CancellationToken cancellationToken)
    {
        var page = await search.SearchAsync(
            new PostQuestion
            {
                Filter = q,
                From = from,
                To = to,
                WithInternal = Sight.Of(http.User).Internal,
                Cursor = cursor,
                Limit = Math.Clamp(limit ?? 50, 1, LargestPage),
            },
            cancellationToken);
        return TypedResults.Ok(page with { Items = await ShownPictures.WithAsync(page.Items, stored, cancellationToken) });
    }

    private static async Task<Results<Ok<PostView>, NotFound>> PostAsync(
        string source, string id, HttpContext http, IConversationReader reader, [FromServices] ITextExplainer? explainer, CancellationToken cancellationToken) =>
        await reader.PostAsync(PostAddress.Of(http, source, id), cancellationToken) is { } post && Sight.Of(http.User).Sees(post.Current)
            ? TypedResults.Ok(new PostView(post.Current, post.Versions, LabelView.Of(post.Labels, post.Current.Text, explainer, cancellationToken)))
            : TypedResults.NotFound();

    private static async Task<Results<Ok<ConversationView>, NotFound>> ConversationAsync(
        string source, string id, HttpContext http, IConversationReader reader, IStoredPosts stored, CancellationToken cancellationToken)
    {
        var conversation = await reader.ConversationAsync(PostAddress.Of(http, source, id), cancellationToken);
        if (conversation is null) return TypedResults.NotFound();
        var sight = Sight.Of(http.User);
        var posts = conversation.Posts.Where(sight.Sees).ToList();
        return posts.Count == 0 ? TypedResults.NotFound() : TypedResults.Ok(conversation with { Posts = await ShownPictures.WithAsync(posts, stored, cancellationToken) });
    }
}
