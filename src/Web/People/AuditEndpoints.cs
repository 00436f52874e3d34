using System.Globalization;
using Listening.Desk.Auditing;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Web.People;

/// <summary>The audit log, for admins. It can only be read.</summary>
internal static class AuditEndpoints
{
    private const int Largest = 200;

    public static void MapAudit(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/api/v1/admin/audit", ReadAsync)
        .RequireAuthorization(Scopes.Admin).WithTags("People").WithSummary("Who changed what, when and from where; newest first. 'q' stands in actor, action or subject.");

    private static async Task<Results<Ok<AuditPage>, ProblemHttpResult>> ReadAsync(AuditLog log, string? q, string? cursor, int? limit, CancellationToken cancellationToken)
    {
        var before = long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : (long?)null;
        if (!string.IsNullOrEmpty(cursor) && before is null)
            return TypedResults.Problem("The cursor is not one that was given out.", statusCode: 400, title: "The question cannot be asked", type: "urn:listening:problem:question");
        var size = Math.Clamp(limit ?? 50, 1, Largest);
        // One more than shown says whether there is a next page.
        var rows = await log.ReadAsync(new AuditQuestion(q, before, size + 1), cancellationToken);
        var shown = rows.Take(size).ToList();
        return TypedResults.Ok(new AuditPage(shown, rows.Count > size ? shown[^1].Id.ToString(CultureInfo.InvariantCulture) : null));
    }
}
