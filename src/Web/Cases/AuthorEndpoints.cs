using Listening.Cases;
using Listening.Desk.Cases;
using Listening.Measuring;
using Listening.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Cases;

/// <summary>Who waits: what they wrote, how it went with us, and which accounts are the same person.</summary>
internal static class AuthorEndpoints
{
    private const int LongestId = 512;
    private const int OtherCases = 20;

    /// <summary>Maps <c>/cases/{id}/author</c> below <paramref name="cases"/>.</summary>
    public static void MapAuthors(this RouteGroupBuilder cases)
    {
        cases.MapGet("/{id}/author", ReadAsync).WithSummary("Who waits: history, loyalty in words with their numbers, earlier cases, other accounts.").ProducesProblem(404);
        cases.MapPost("/{id}/author/same", LinkAsync).WithSummary("Says that another account is the same person.").ProducesProblem(400).ProducesProblem(404);
        cases.MapDelete("/{id}/author/same", UnlinkAsync).WithSummary("Says that another account is not the same person after all.").ProducesProblem(400).ProducesProblem(404);
    }

    private static async Task<IResult> ReadAsync(
        long id, CaseDesk desk, SamePeople people, IAuthorHistories histories, CustomerRecord record, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await desk.ReadAsync(id, cancellationToken) is not { Case: { } found }) return CaseRefusal.Unknown();
        var same = await people.ReadAsync(found.Source, found.Author, cancellationToken);
        (string Source, string Author)[] accounts = [(found.Source, found.Author), .. same.Select(one => (one.Source, one.Author))];
        var history = await histories.ReadAsync(accounts, found.Brand, cancellationToken);
        var now = time.GetUtcNow();
        var others = (await people.CasesAsync(accounts, OtherCases + 1, cancellationToken)).Where(one => one.Id != id).Take(OtherCases);
        return TypedResults.Ok(new AuthorCard(
            found.Source, found.Author, found.Handle, found.Name, history.Followers ?? found.Followers, history, Loyalty.Of(history),
            [.. others.Select(one => new EarlierCase(one.Id, one.Brand, one.StatusAt(now), one.Outcome, one.OpenedAt, one.Snippet))],
            record.Of(found.Source, found.Author, found.Handle, found.Name), same));
    }

    private static async Task<IResult> LinkAsync(long id, SameRequest request, HttpContext http, CaseDesk desk, SamePeople people, CancellationToken cancellationToken) =>
        await WithBothAsync(id, request.Source, request.Author, desk, async (one, other) => await people.LinkAsync(one, other, http.Actor(), cancellationToken), people, cancellationToken);

    private static async Task<IResult> UnlinkAsync(
        long id, [FromQuery] string? source, [FromQuery] string? author, HttpContext http, CaseDesk desk, SamePeople people, CancellationToken cancellationToken) =>
        await WithBothAsync(id, source, author, desk, async (one, other) => await people.UnlinkAsync(one, other, http.Actor(), cancellationToken), people, cancellationToken);

    // Said twice is said once.
    private static async Task<IResult> WithBothAsync(
        long id, string? source, string? author, CaseDesk desk, Func<(string, string), (string, string), Task> link, SamePeople people, CancellationToken cancellationToken)
    {
        var other = (Source: CaseAsking.Text(source), Author: CaseAsking.Text(author));
        if (!IsId(other.Source) || !IsId(other.Author)) return CaseRefusal.Faulty($"source and author are those of a post, each of at most {LongestId} characters on one line.");
        if (await desk.ReadAsync(id, cancellationToken) is not { Case: { } found }) return CaseRefusal.Unknown();
        if (other == (found.Source, found.Author)) return CaseRefusal.Faulty("That is the account of the case itself.");
        await link((found.Source, found.Author), other);
        return TypedResults.Ok(await people.ReadAsync(found.Source, found.Author, cancellationToken));
    }

    private static bool IsId(string text) => text.Length is > 0 and <= LongestId && !text.Any(char.IsControl);
}
