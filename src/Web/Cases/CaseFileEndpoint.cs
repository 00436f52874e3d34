using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Web.Cases;

/// <summary>All that is shown of cases, in one answer: a screen reads the next ones before they are opened.</summary>
public static class CaseFileEndpoint
{
    private const int Most = 20;

    /// <summary>Maps <c>/files</c> below <paramref name="cases"/>.</summary>
    public static RouteGroupBuilder MapCaseFiles(this RouteGroupBuilder cases)
    {
        cases.MapGet("/files", ReadAsync).WithSummary("Several cases at once, each with its conversation, its post and what an answer may be.")
            .WithDescription($"ids are up to {Most} numbers, as in 7,9,12. A case that there is not is left out; of one that was merged the one that goes on is told. detail.case.version is what If-Match wants.")
            .ProducesProblem(400);
        return cases;
    }

    private static async Task<Results<Ok<CaseFilesView>, ProblemHttpResult>> ReadAsync(string? ids, HttpContext http, CaseFileReading reading, CancellationToken cancellationToken)
    {
        if (Numbers(ids) is not { } numbers) return CaseRefusal.Faulty($"ids are 1 to {Most} numbers of cases, as in 7,9,12.");
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new CaseFilesView(await reading.ReadAsync(numbers, http.User, cancellationToken)));
    }

    private static List<long>? Numbers(string? ids)
    {
        var parts = (ids ?? "").Split(',');
        if (parts.Length > Most) return null;
        var numbers = new List<long>(parts.Length);
        foreach (var part in parts)
        {
            if (!long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return null;
            if (!numbers.Contains(number)) numbers.Add(number);
        }

        return numbers;
    }
}
