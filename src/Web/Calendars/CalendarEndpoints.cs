using System.Globalization;
using Listening.Calendars;
using Listening.Sources.Holidays;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Calendars;

/// <summary>When somebody works, and how soon customers are to be answered.</summary>
public static class CalendarEndpoints
{
    private const int LongestNote = 500;
    private const int YearsBack = 3;
    private const int YearsAhead = 5;

    /// <summary>Maps <c>/admin/calendars</c> and <c>/admin/sla</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapCalendars(this RouteGroupBuilder api)
    {
        var admin = api.MapGroup("/admin").RequireAuthorization(Scopes.Admin).WithTags("Calendars");
        admin.MapGet("/calendars", ReadAsync).WithSummary("Working hours, holidays and targets in use.")
            .WithDescription("ETag is the version's number, to be sent back as If-Match. Calendars and targets share their versions.");
        admin.MapPut("/calendars", SetCalendarsAsync).WithSummary("Sets all calendars; targets stay.")
            .WithDescription("In force for complaints made from 'from' on, now unless told otherwise. Wants If-Match: 412 with what is kept now when it is another version.")
            .ProducesProblem(400).ProducesProblem(412).ProducesProblem(428);
        admin.MapPost("/calendars/holidays", HolidaysAsync).WithMetadata(new RequestSizeLimitAttribute(2 * HolidayAddress.MostBytes))
            .WithSummary("Reads the holidays of an iCalendar file, given as 'text' or fetched from 'url'; nothing is set.").ProducesProblem(400);
        admin.MapGet("/sla", ReadAsync).WithSummary("Targets in use, with the default where none fits.");
        admin.MapPut("/sla", SetTargetsAsync).WithSummary("Sets all targets; calendars stay.").ProducesProblem(400).ProducesProblem(412).ProducesProblem(428);
        admin.MapGet("/sla/versions", HistoryAsync).WithSummary("Every version of calendars and targets with who set it, when and from when on, the newest first.");
        return api;
    }

    private static async Task<Ok<TargetsView>> ReadAsync(HttpContext http, TargetsDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(Tagged(http, await desk.ReadAsync(cancellationToken)));

    private static async Task<Ok<IReadOnlyList<TargetsVersion>>> HistoryAsync(TargetsDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.HistoryAsync(cancellationToken));

    private static Task<Results<Ok<TargetsView>, ProblemHttpResult>> SetCalendarsAsync(
        CalendarsBody body, [FromHeader(Name = "If-Match")] string? seen, HttpContext http, TargetsDesk desk, CancellationToken cancellationToken) =>
        SetAsync(seen, kept => kept with { Calendars = body.Calendars }, body.From, body.Note, "calendars.set", http, desk, cancellationToken);

    private static Task<Results<Ok<TargetsView>, ProblemHttpResult>> SetTargetsAsync(
        SlaBody body, [FromHeader(Name = "If-Match")] string? seen, HttpContext http, TargetsDesk desk, CancellationToken cancellationToken) =>
        SetAsync(seen, kept => kept with { Targets = body.Targets }, body.From, body.Note, "sla.set", http, desk, cancellationToken);

    private static async Task<Results<Ok<TargetsView>, ProblemHttpResult>> SetAsync(
        string? seen, Func<TargetsContent, TargetsContent> change, DateTimeOffset? from, string note, string action, HttpContext http, TargetsDesk desk,
        CancellationToken cancellationToken)
    {
        if (!int.TryParse(seen?.Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var after)) return TargetsRefusal.Unconditional();
        if (await desk.NextAsync(after, change, cancellationToken) is not { } next) return TargetsRefusal.Overtaken(await desk.ReadAsync(cancellationToken));
        List<TargetsFault> faults = [.. TargetsCheck.Faults(next)];
        if (note.Length > LongestNote || note.Any(char.IsControl)) faults.Add(new("note", $"The note is one line of at most {LongestNote} characters."));
        if (faults.Count > 0) return TargetsRefusal.Faulty(faults);
        return await desk.SetAsync(after, next, from, note.Trim(), action, http.Actor(), cancellationToken) is { } set
            ? TypedResults.Ok(Tagged(http, set))
            : TargetsRefusal.Overtaken(await desk.ReadAsync(cancellationToken));
    }

    private static async Task<Results<Ok<FoundHolidays>, ProblemHttpResult>> HolidaysAsync(
        HolidaysBody body, HolidayAddress address, TimeProvider time, CancellationToken cancellationToken)
    {
        if ((body.Text is null) == (body.Url is null)) return TargetsRefusal.Unreadable("Give either 'text', the file itself, or 'url', where it lies.");
        Uri? url = null;
        if (body.Url is { } given && !(Uri.TryCreate(given, UriKind.Absolute, out url) && url.Scheme is "http" or "https"))
            return TargetsRefusal.Unreadable("The address begins with https://.");
        try
        {
            var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            var text = url is null ? body.Text! : await address.ReadAsync(url, cancellationToken);
            return TypedResults.Ok(HolidayFile.Read(text, today.AddYears(-YearsBack), today.AddYears(YearsAhead)));
        }
        catch (FormatException unreadable)
        {
            return TargetsRefusal.Unreadable(unreadable.Message);
        }
    }

    private static TargetsView Tagged(HttpContext http, TargetsView view)
    {
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{view.Version}\"");
        http.Response.Headers.CacheControl = "no-store";
        return view;
    }
}
