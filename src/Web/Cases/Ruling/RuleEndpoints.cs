using System.Text.Json;
using Listening.Access;
using Listening.Cases.Ruling;
using Listening.Desk.Cases.Ruling;
using Listening.Measuring.Searching;
using Listening.Web.Json;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Web.Cases.Ruling;

/// <summary>What happens by itself to cases that a search finds; every change is in the audit log.</summary>
public static class RuleEndpoints
{
    private const int Shown = 20;

    /// <summary>Maps <c>/admin/rules</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapCaseRules(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/admin/rules").RequireAuthorization(Scopes.Admin).WithTags("Rules");
        group.MapGet("", ListAsync).WithSummary("The rules in the order in which they run, each with on how many cases it ran.");
        group.MapPost("", AddAsync).WithSummary("Makes a rule, which is off unless enabled is true.")
            .WithDescription("Body {\"name\":\"Threats\",\"query\":\"priority:>70\",\"actions\":{\"tags\":[\"risk\"],\"assign\":[\"ana@example.com\"],\"by\":\"turn|load\",\"team\":\"billing\",\"priority\":80,\"mute\":false,\"alert\":true}}. "
                + "It runs when a case is made or changed, once in each of its episodes.").ProducesProblem(400).ProducesProblem(409);
        group.MapPatch("/{id}", ChangeAsync).WithSummary("Changes a rule, or switches it on or off.").ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        group.MapDelete("/{id}", RemoveAsync).WithSummary("Takes a rule away; what it did stays.").ProducesProblem(404);
        group.MapPost("/try", TryAsync).WithSummary("What a search finds among the cases of the last seven days; nothing happens to them.").ProducesProblem(400);
        return api;
    }

    private static async Task<Ok<RuleList>> ListAsync(CaseRuleBook book, CancellationToken cancellationToken) =>
        TypedResults.Ok(new RuleList(await book.ListAsync(cancellationToken)));

    private static async Task<Results<Created<CaseRule>, ProblemHttpResult>> AddAsync(
        RuleBody body, HttpContext http, CaseRuleBook book, IAuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        var draft = new CaseRuleDraft(CaseAsking.Text(body.Name), CaseAsking.Text(body.Query), RuleCheck.Tidy(body.Actions), body.Enabled ?? false);
        if (RuleCheck.FaultOf(draft) is { } fault) return CaseRefusal.Faulty(fault);
        if (await book.AddAsync(draft, http.Actor().Name, cancellationToken) is not { } added) return CaseRefusal.Taken(draft.Name);
        // It is set: whoever asked may be gone, the log must have it.
        await audit.RecordAsync(http.Entry(time, "rule.add", Subject(added), null, Written(added)), CancellationToken.None);
        return TypedResults.Created($"/api/v1/admin/rules/{added.Id}", added);
    }

    private static async Task<Results<Ok<CaseRule>, ProblemHttpResult>> ChangeAsync(
        long id, RuleBody body, HttpContext http, CaseRuleBook book, IAuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        string? fault = null;
        var (before, after) = await book.ChangeAsync(
            id,
            rule =>
            {
                var draft = new CaseRuleDraft(
                    body.Name is null ? rule.Name : CaseAsking.Text(body.Name), body.Query is null ? rule.Query : CaseAsking.Text(body.Query),
                    body.Actions is null ? rule.Actions : RuleCheck.Tidy(body.Actions), body.Enabled ?? rule.Enabled);
                // What cannot be is not written: the rule stays as it was.
                fault = RuleCheck.FaultOf(draft);
                return fault is null ? draft : new(rule.Name, rule.Query, rule.Actions, rule.Enabled);
            },
            http.Actor().Name, cancellationToken);
        if (before is null) return CaseRefusal.Missing("There is no such rule");
        if (fault is not null) return CaseRefusal.Faulty(fault);
        if (after is null) return CaseRefusal.Taken(CaseAsking.Text(body.Name));
        await audit.RecordAsync(http.Entry(time, "rule.change", Subject(after), Written(before), Written(after)), CancellationToken.None);
        return TypedResults.Ok(after);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        long id, HttpContext http, CaseRuleBook book, IAuditLog audit, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await book.RemoveAsync(id, cancellationToken) is not { } removed) return CaseRefusal.Missing("There is no such rule");
        await audit.RecordAsync(http.Entry(time, "rule.remove", Subject(removed), Written(removed)), CancellationToken.None);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<RuleTrial>, ProblemHttpResult>> TryAsync(RuleBody body, CaseRuleBook book, CasePresence presence, TimeProvider time, CancellationToken cancellationToken)
    {
        if (RuleCheck.FaultOf(CaseAsking.Text(body.Query)) is { } fault) return CaseRefusal.Faulty(fault);
        var (matched, all, newest) = await book.TryAsync(SearchQuery.Parse(CaseAsking.Text(body.Query), SearchSubject.Cases), Shown, cancellationToken);
        return TypedResults.Ok(new RuleTrial(matched, all, CaseEndpoints.Summaries(newest, presence, time)));
    }

    private static string Subject(CaseRule rule) => $"{rule.Name} ({rule.Id})";

    private static string Written(CaseRule rule) => JsonSerializer.Serialize(new CaseRuleDraft(rule.Name, rule.Query, rule.Actions, rule.Enabled), ApiJson.Options);
}
