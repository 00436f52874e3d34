using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using Listening.Brands;
using Listening.Measuring;
using Listening.Store.Previewing;
using Listening.Web.Json;
using Listening.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Registry;

/// <summary>The brand registry: who is who, and how the company reads time.</summary>
public static class RegistryEndpoints
{
    /// <summary>Longest note.</summary>
    public const int LongestNote = 500;

    private const string Lines = "application/x-ndjson";

    /// <summary>Maps <c>/admin/brands</c> below <paramref name="api"/>.</summary>
    public static RouteGroupBuilder MapRegistry(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/admin/brands").RequireAuthorization(Scopes.Admin).WithTags("Brands");
        group.MapGet("/", ReadAsync).WithSummary("The brand registry in use: brands, handles, watch and exclude terms, reporting zone and week start.")
            .WithDescription("ETag is the version's number, to be sent back as If-Match. 'facts' says which version the figures are of, and how much of a newer one is derived.");
        group.MapPut("/", SetAsync).WithSummary("Sets the next version of the registry; the facts are then derived again.")
            .WithDescription("Wants If-Match with the number of the version that was changed: 412 with the present one when it is not that any more. 400 lists every fault with its place.")
            .ProducesProblem(400).ProducesProblem(412).ProducesProblem(428);
        group.MapPost("/preview", PreviewAsync).WithSummary("What a registry would change in the facts, counted on everything that is stored; nothing is set.")
            .WithDescription("Takes as long as a rebuild and ends when the caller leaves. With Accept: application/x-ndjson lines {\"progress\":0.42} come first and the last line is {\"change\":…}.")
            .Produces<RegistryChange>().ProducesProblem(400).ProducesProblem(409);
        group.MapGet("/versions", HistoryAsync).WithSummary("Every version of the registry with who set it and when, the newest first; 0 is the configuration.");
        group.MapGet("/unregistered", UnregisteredAsync).WithSummary("Accounts that carry a brand's name, answer people who wait, and are nobody's in the registry: their answers end no wait.")
            .WithDescription("Those who answered three people or more in the ninety days before the newest post; most people first, ten at the most.");
        return api;
    }

    private static async Task<Ok<IReadOnlyList<UnregisteredAccount>>> UnregisteredAsync(IUnregisteredAccounts accounts, CancellationToken cancellationToken) =>
        TypedResults.Ok(await accounts.FindAsync(cancellationToken));

    private static async Task<Ok<RegistryView>> ReadAsync(HttpContext http, RegistryDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(Tagged(http, await desk.ReadAsync(cancellationToken)));

    private static async Task<Ok<IReadOnlyList<RegistryVersion>>> HistoryAsync(RegistryDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.HistoryAsync(cancellationToken));

    private static async Task<Results<Ok<RegistryView>, ProblemHttpResult>> SetAsync(
        RegistryBody body, [FromHeader(Name = "If-Match")] string? seen, HttpContext http, RegistryDesk desk, CancellationToken cancellationToken)
    {
        if (!int.TryParse(seen?.Trim().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var after)) return RegistryRefusal.Unconditional();
        if (Faults(body) is { Count: > 0 } faults) return RegistryRefusal.Faulty(faults);
        return await desk.SetAsync(after, http.Actor(), body.Note.Trim(), body.Content, cancellationToken) is { } set
            ? TypedResults.Ok(Tagged(http, set))
            : RegistryRefusal.Overtaken(await desk.ReadAsync(cancellationToken));
    }

    private static async Task<IResult> PreviewAsync(RegistryBody body, HttpContext http, RegistryPreview preview, CancellationToken cancellationToken)
    {
        if (Faults(body) is { Count: > 0 } faults) return RegistryRefusal.Faulty(faults);
        var next = new BrandRegistry(body.Content.Brands);
        if (http.Request.GetTypedHeaders().Accept.All(type => type.MediaType != Lines))
            return await preview.CompareAsync(next, null, cancellationToken) is { } change ? TypedResults.Ok(change) : RegistryRefusal.Busy();
        await WriteLinesAsync(http, next, preview, cancellationToken);
        return Results.Empty;
    }

    // What goes wrong after the first line is a line too: the status has been sent.
    private static async Task WriteLinesAsync(HttpContext http, BrandRegistry next, RegistryPreview preview, CancellationToken cancellationToken)
    {
        var told = Channel.CreateBounded<double>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var comparing = CompareAsync();
        http.Response.ContentType = Lines;
        http.Response.Headers["X-Accel-Buffering"] = "no";
        await LineAsync(new { progress = 0.0 });
        await foreach (var share in told.Reader.ReadAllAsync(cancellationToken)) await LineAsync(new { progress = share });
        if (await comparing is { } change) await LineAsync(new { change });
        else await LineAsync(new { problem = RegistryRefusal.Busy().ProblemDetails });

        async Task<RegistryChange?> CompareAsync()
        {
            try
            {
                return await preview.CompareAsync(next, new Telling(told.Writer), cancellationToken);
            }
            finally
            {
                told.Writer.Complete();
            }
        }

        async Task LineAsync(object line)
        {
            await http.Response.WriteAsync(JsonSerializer.Serialize(line, ApiJson.Options) + "\n", cancellationToken);
            await http.Response.Body.FlushAsync(cancellationToken);
        }
    }

    private static List<RegistryFault> Faults(RegistryBody body)
    {
        List<RegistryFault> faults = [.. RegistryCheck.Faults(body.Content)];
        if (body.Note.Length > LongestNote) faults.Add(new("note", $"The note has {body.Note.Length} characters; {LongestNote} are the most."));
        else if (body.Note.Any(char.IsControl)) faults.Add(new("note", "The note is one line of text."));
        return faults;
    }

    private static RegistryView Tagged(HttpContext http, RegistryView view)
    {
        http.Response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{view.Version}\"");
        http.Response.Headers.CacheControl = "no-store";
        return view;
    }

    private sealed class Telling(ChannelWriter<double> told) : IProgress<double>
    {
        public void Report(double value) => told.TryWrite(value);
    }
}
