using Listening.Access;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Secrets;

/// <summary>Secrets over HTTP: given and forgotten, never read.</summary>
public static class SecretEndpoints
{
    // JSON may write each byte as six.
    private const int LargestBody = 7 * SecretRules.Longest;

    /// <summary>Maps <c>/admin/secrets</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapSecrets(this RouteGroupBuilder api)
    {
        var secrets = api.MapGroup("/admin/secrets").RequireAuthorization(Scopes.Admin).WithTags("Admin");
        secrets.MapGet("", ListAsync).WithSummary("Which secrets are kept, and since when; what they are is not told.");
        secrets.MapPut("/{name}", SetAsync).WithMetadata(new RequestSizeLimitAttribute(LargestBody)).WithSummary("Keeps a secret, in place of what was there.");
        secrets.MapDelete("/{name}", RemoveAsync).WithSummary("Forgets a secret.");
        return api;
    }

    private static async Task<Ok<IReadOnlyList<NamedSecret>>> ListAsync(ISecretKeeper secrets, CancellationToken cancellationToken) =>
        TypedResults.Ok(await secrets.ListAsync(cancellationToken));

    private static async Task<Results<NoContent, ProblemHttpResult>> SetAsync(string name, SecretRequest request, HttpContext http, ISecretKeeper secrets, CancellationToken cancellationToken)
    {
        if (SecretRules.Fault(name, request.Value) is { } fault)
            return TypedResults.Problem(fault, statusCode: 400, title: "This secret cannot be kept", type: "urn:listening:problem:secret");
        await secrets.SetAsync(name, request.Value, http.Actor(), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(string name, HttpContext http, ISecretKeeper secrets, CancellationToken cancellationToken) =>
        await secrets.RemoveAsync(name, http.Actor(), cancellationToken)
            ? TypedResults.NoContent()
            : TypedResults.Problem("No secret of this name is kept.", statusCode: 404, title: "There is no such secret", type: "urn:listening:problem:no-such-secret");
}
