using System.Runtime.InteropServices;
using Listening.Brands;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Web.Registry;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Web.Setup;

/// <summary>What the set-up asks before anything is set: which sources would fit a brand, and what its terms make of posts.</summary>
public static class SetupEndpoints
{
    private const int MostPosts = 1000;

    /// <summary>Maps <c>/admin/setup</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapSetup(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/admin/setup").RequireAuthorization(Scopes.Admin).WithTags("Set-up");
        group.MapPost("/sources", Suggest).WithSummary("Sources that would bring a brand's posts, filled in as far as its name and terms tell; nothing is set.").ProducesProblem(400);
        group.MapPost("/reading", Read).WithSummary("Which brands posts name under a registry that need not be set, and which its exclude terms rule out.").ProducesProblem(400);
        return api;
    }

    private static Results<Ok<SourceSuggestions>, ProblemHttpResult> Suggest(SuggestionRequest asked, CurrentRegistry registry, IEnumerable<IConnector> connectors)
    {
        var content = Content([asked.Brand], registry);
        if (RegistryCheck.Faults(content) is { Count: > 0 } faults) return RegistryRefusal.Faulty(faults);
        return TypedResults.Ok(new SourceSuggestions(SuggestedSources.For(content.Brands[0], connectors.Select(connector => connector.Declaration))));
    }

    private static Results<Ok<ReadPosts>, ProblemHttpResult> Read(ReadingRequest asked, CurrentRegistry registry)
    {
        if (asked.Posts.Count > MostPosts) return Refused($"{asked.Posts.Count} posts are too many; {MostPosts} are read at a time.");
        var content = Content(asked.Brands, registry);
        if (RegistryCheck.Faults(content) is { Count: > 0 } faults) return RegistryRefusal.Faulty(faults);
        var who = new BrandRegistry(content.Brands);
        List<ReadPost> read = [];
        foreach (var wire in asked.Posts)
        {
            try
            {
                var post = PostJson.Read(JsonMarshal.GetRawUtf8Value(wire));
                read.Add(new(who.Named(post), who.RelevanceOf(post), who.PartyOf(post)));
            }
            catch (PostFormatException exception)
            {
                return Refused($"posts/{read.Count} {exception.Message}");
            }
        }

        return TypedResults.Ok(new ReadPosts(read));
    }

    private static RegistryContent Content(IReadOnlyList<Brand> brands, CurrentRegistry registry) =>
        new RegistryContent { Brands = brands, TimeZone = registry.Now.Zone.Id, WeekStart = registry.Now.WeekStart }.Trimmed();

    private static ProblemHttpResult Refused(string detail) => TypedResults.Problem(detail, statusCode: 400, title: "This cannot be read", type: "urn:listening:problem:reading");
}
