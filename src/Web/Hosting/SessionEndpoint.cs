using Listening.Brands;
using Listening.Collecting.Pulling;
using Listening.Measuring;
using Listening.Web.OpenId;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Web.Hosting;

/// <summary>What a screen must know before it asks anything.</summary>
public static class SessionEndpoint
{
    /// <summary>Maps <c>/session</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapSession(this RouteGroupBuilder api)
    {
        api.MapGet("/session", DescribeAsync).RequireAuthorization(Scopes.Read).WithTags("Session")
            .WithSummary("Brands, reporting time zone, the newest post, and who the caller is and may do.");
        return api;
    }

    private static async Task<Ok<SessionView>> DescribeAsync(
        HttpContext http, CurrentRegistry registry, DemoState demo, SignInDoors doors, IPostSearch search, ISourceList sources, TimeProvider time, CancellationToken cancellationToken)
    {
        var (_, who, zone, weekStart) = registry.Now;
        var brands = who.Brands;
        var newest = await search.SearchAsync(new PostQuestion { Limit = 1, WithInternal = Sight.Of(http.User).Internal }, cancellationToken);
        return TypedResults.Ok(new SessionView
        {
            Simulated = demo.Simulated,
            Brand = brands.FirstOrDefault(brand => brand.Kind == BrandKind.Own)?.Name,
            Brands = [.. brands.Select(brand => new SessionBrand(brand.Name, brand.Kind))],
            TimeZone = zone.Id,
            WeekStart = weekStart,
            NewestPost = newest.Items.Select(post => (DateTimeOffset?)post.PostedAt).FirstOrDefault(),
            Learning = LearningView.At(time.GetUtcNow(), await sources.ListAsync(cancellationToken)),
            Address = ServerAddress.Of(http),
            Version = ProgramVersion.Text,
            Scopes = [.. http.User.FindAll("scope").Select(claim => claim.Value)],
            Passwords = doors.Passwords,
            Name = http.User.Identity?.Name ?? "",
            Role = http.User.Role(),
            Rooms = RoomList.For(http.User),
        });
    }
}
