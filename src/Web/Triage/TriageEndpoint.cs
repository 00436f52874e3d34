using Listening.Classifying;
using Listening.Desk.Cases;
using Listening.Desk.People;
using Listening.Models.Living;
using Listening.Web.Security;
using Listening.Web.Sourcing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Triage;

/// <summary>What the triage screen asks once and now and then.</summary>
public static class TriageEndpoint
{
    private static readonly string[] Corrected = [LabelTasks.Sentiment, LabelTasks.Intent, LabelTasks.Topic, LabelTasks.Relevance];

    /// <summary>Maps <c>/triage</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapTriage(this RouteGroupBuilder api)
    {
        api.MapGet("/triage", ReadAsync).RequireAuthorization(Scopes.Triage).WithTags("Cases")
            .WithSummary("Who may have a case, when a customer was last answered, how the sources do, and what a post may be called.");
        return api;
    }

    private static async Task<Ok<TriageView>> ReadAsync(
        HttpContext http, Staff staff, LastAnswer answers, SourceDesk sources, [FromServices] ModelLibrary? models, CancellationToken cancellationToken)
    {
        var people = await staff.ListAsync(cancellationToken);
        var listed = await sources.ListAsync(cancellationToken);
        var able = Roles.With(Scopes.Triage).ToHashSet();
        return TypedResults.Ok(new TriageView(
            http.Actor().Name,
            [.. people.Where(person => person.Disabled is null && able.Contains(person.Role)).Select(person => new Colleague(person.Email, person.Name))],
            await answers.ReadAsync(cancellationToken),
            [.. listed.Select(source => new ListeningSource(source.Name, source.State.Status, source.State.Succeeded, source.State.Reason))],
            models is null ? new Dictionary<string, IReadOnlyList<string>>() : Corrected.ToDictionary(task => task, models.LabelsOf)));
    }
}
