using Listening.Access;
using Listening.Desk.Replying;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Hooking;

/// <summary>The webhook that tells another program what happens to cases.</summary>
public static class CaseHookEndpoints
{
    private const int ShortestSecret = 16;
    private const int LongestSecret = 1_000;
    private const int LongestUrl = 2_000;

    /// <summary>Maps <c>/admin/case-webhook</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapCaseHook(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/admin/case-webhook").RequireAuthorization(Scopes.Admin).WithTags("Admin").WithMetadata(new RequestSizeLimitAttribute(16 * 1024));
        group.MapGet("", ReadAsync).WithSummary("Where what happens to cases is sent, and how that goes.").ProducesProblem(404);
        group.MapPut("", SetAsync).ProducesProblem(400).WithSummary("Sends what happens to cases from now on: each line as JSON in a POST, at least once, in their order.")
            .WithDescription("Signed by X-Listening-Timestamp (seconds since 1970) and X-Listening-Signature: v1=HEX, the HMAC-SHA256 of v1:TIMESTAMP:BODY. What is not taken with 2xx is sent again, for three days.");
        group.MapDelete("", RemoveAsync).WithSummary("Sends nothing any more.").ProducesProblem(404);
        return api;
    }

    private static async Task<Results<Ok<CaseHookView>, ProblemHttpResult>> ReadAsync(CaseHooks hooks, CancellationToken cancellationToken) =>
        await hooks.ReadAsync(cancellationToken) is { } hook ? TypedResults.Ok(CaseHookView.Of(hook)) : Problem(404, "None is set.");

    private static async Task<Results<Ok<CaseHookView>, ProblemHttpResult>> SetAsync(
        CaseHookRequest request, HttpContext http, CaseHooks hooks, ISecretKeeper keeper, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(request.Url?.Trim(), UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http") || url.UserInfo.Length > 0 || url.AbsoluteUri.Length > LongestUrl)
            return Problem(400, "url is an http or https address without a user name or password in it.");
        if (request.Secret is { } given && (given.Length is < ShortestSecret or > LongestSecret || given.Any(char.IsControl))) return Problem(400, $"secret has {ShortestSecret} to {LongestSecret} characters.");
        if (request.Secret is null && (await keeper.ListAsync(cancellationToken)).All(known => known.Name != CaseHookSending.SecretName)) return Problem(400, "secret is missing.");
        if (request.Secret is { } secret) await keeper.SetAsync(CaseHookSending.SecretName, secret, http.Actor(), cancellationToken);
        return TypedResults.Ok(CaseHookView.Of(await hooks.SetAsync(url.AbsoluteUri, http.Actor(), cancellationToken)));
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(HttpContext http, CaseHooks hooks, ISecretKeeper keeper, CancellationToken cancellationToken)
    {
        if (!await hooks.RemoveAsync(http.Actor(), cancellationToken)) return Problem(404, "None is set.");
        await keeper.RemoveAsync(CaseHookSending.SecretName, http.Actor(), cancellationToken);
        return TypedResults.NoContent();
    }

    private static ProblemHttpResult Problem(int status, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: status == 404 ? "There is no such webhook" : "This webhook cannot be set", type: "urn:listening:problem:case-webhook");
}
