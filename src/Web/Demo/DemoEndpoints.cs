using Listening.Access;
using Listening.Collecting;
using Listening.Conversations;
using Listening.Desk.Access;
using Listening.Sources.Simulated;
using Listening.Storing;
using Listening.Web.Dashboards;
using Listening.Web.Measuring;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Web.Demo;

/// <summary>
/// The demo's two doors: into last week's report as an executive, and to three waiting customers as an agent. They exist with <c>--demo</c> alone, where everything is
/// made up, so they ask for nothing.
/// </summary>
public static class DemoEndpoints
{
    /// <summary>Maps the doors, the agent's room and its answers.</summary>
    public static WebApplication MapDemo(this WebApplication app, DashboardFolder folder)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(folder);
        SignInEndpoints.Form(app.MapPost("/demo/executive", (HttpContext http, Sessions sessions, ReportingTime reporting, TimeProvider time, CancellationToken cancellationToken) =>
            EnterAsync(http, sessions, Role.Executive, LastWeek(reporting, time), cancellationToken)));
        SignInEndpoints.Form(app.MapPost("/demo/agent", (HttpContext http, Sessions sessions, CancellationToken cancellationToken) =>
            EnterAsync(http, sessions, Role.Agent, "/demo/agent", cancellationToken)));
        app.MapGet("/demo/agent", () => TypedResults.PhysicalFile(Path.Combine(folder.Directory, "demo", "agent.html"), "text/html; charset=utf-8"))
            .RequireAuthorization(Scopes.Reply).ExcludeFromDescription();
        app.MapPost("/api/v1/demo/replies", ReplyAsync).RequireAuthorization(Scopes.Reply).WithTags("Demo").WithSummary("Answers a simulated customer in our brand's name.");
        return app;
    }

    private static async Task EnterAsync(HttpContext http, Sessions sessions, Role role, string destination, CancellationToken cancellationToken)
    {
        var session = await sessions.OpenAsync(Roles.ScopesOf(role), SignInEndpoints.Opening(http), cancellationToken);
        await SignInEndpoints.EnterAsync(http, session, destination);
    }

    private static string LastWeek(ReportingTime reporting, TimeProvider time)
    {
        var today = TimeZoneInfo.ConvertTime(time.GetUtcNow(), reporting.Zone).Date;
        var begin = today.AddDays(-((7 + (int)today.DayOfWeek - (int)reporting.WeekStart) % 7) - 7);
        return $"/report?from={At(begin)}&to={At(begin.AddDays(7))}&compare=previous&tour=1";

        string At(DateTime day) => Uri.EscapeDataString(new DateTimeOffset(day, reporting.Zone.GetUtcOffset(day)).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task<Results<Created<Post>, ProblemHttpResult>> ReplyAsync(
        DemoReplyRequest request, IConversationReader reader, DemoReplies replies, DemoCustomers customers, CancellationToken cancellationToken)
    {
        var text = request.Text?.Trim() ?? "";
        if (text.Length is 0 or > DemoReplies.Longest) return Problem(400, "reply", "This cannot be sent", $"An answer has 1 to {DemoReplies.Longest} characters.");
        var asked = (await reader.PostAsync(new PostId(request.Source, request.Id), cancellationToken))?.Current;
        if (asked is null || asked.Audience != Audience.Public || asked.Party != Party.Customer || asked.DeletedAt is not null)
            return Problem(404, "no-such-post", "There is no such post", "Only a customer's post that is still there can be answered.");
        var reply = await replies.ReplyAsync(asked, text, cancellationToken);
        customers.Expect(asked, reply);
        return TypedResults.Created($"/api/v1/posts/{Uri.EscapeDataString(reply.Identity.Source)}/{Uri.EscapeDataString(reply.Identity.Id)}", reply);
    }

    private static ProblemHttpResult Problem(int status, string type, string title, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: title, type: $"urn:listening:problem:{type}");
}
