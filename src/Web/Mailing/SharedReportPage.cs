using System.Net;
using System.Threading.RateLimiting;
using Listening.Desk.Reporting;
using Listening.Web.Security;

namespace Listening.Web.Mailing;

/// <summary>
/// One stored report as a page without signing in, by the token of its link. It asks for nothing, sets no cookie and leads nowhere. Who has a token that is unknown,
/// expired or taken back learns no more than that nothing is here; who tries many waits.
/// </summary>
public sealed class SharedReportPage : IDisposable
{
    /// <summary>Looks of one address at once; they come back at one a second.</summary>
    public const int Looks = 60;

    // Its look is in its own attributes, as in a mail.
    private const string Policy = $"{ReportHtml.Policy}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly PartitionedRateLimiter<string> looks = PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetTokenBucketLimiter(
        address, _ => new TokenBucketRateLimiterOptions { TokenLimit = Looks, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0 }));

    /// <summary>Maps <c>GET /shared/report/{token}</c>.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        endpoints.MapGet("/shared/report/{token}", ShowAsync).AllowAnonymous().ExcludeFromDescription();
    }

    /// <inheritdoc/>
    public void Dispose() => looks.Dispose();

    private static async Task ShowAsync(string token, HttpContext http, ReportLinks links, FailedAttempts failures, SharedReportPage page, CancellationToken cancellationToken)
    {
        var address = http.Connection.RemoteIpAddress;
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        if ((page.Wait(address) ?? failures.Wait(address)) is { } wait)
        {
            await Refusal.TooManyAsync(http, wait);
            return;
        }

        if (token.Length > 100 || await links.OpenAsync(token, cancellationToken) is not { } report)
        {
            failures.Note(address);
            await SignInPage.WriteAsync(http, 404, "There is nothing here", "The link is not complete, or it is not good any more.");
            return;
        }

        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = Policy;
        var frame = new ReportFrame(null, null, [$"Shared from Listening, as it was written {ReportWords.Instant(report.MadeAt, ReportWords.Zone(report.Content))}."]);
        await http.Response.WriteAsync(ReportHtml.Write(report.Content, frame), cancellationToken);
    }

    private TimeSpan? Wait(IPAddress? address)
    {
        using var lease = looks.AttemptAcquire(FailedAttempts.Network(address));
        if (lease.IsAcquired) return null;
        return lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1);
    }
}
