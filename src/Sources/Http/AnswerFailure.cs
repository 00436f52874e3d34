using System.Net;
using Listening.Collecting.Pulling;

namespace Listening.Sources.Http;

/// <summary>What a status means as a failure.</summary>
internal static class AnswerFailure
{
    public static PageFailure? Of(HttpStatusCode status, string host, IReadOnlyDictionary<string, string> headers, DateTimeOffset now)
    {
        var code = (int)status;
        if (code is (>= 200 and < 300) or 304) return null;
        var again = RetryInstant.Of(headers, now, refused: code is 429 or 503);
        return code switch
        {
            429 => new(FailureKind.RateLimited, $"{host} was asked too often (429)", again),
            401 => new(FailureKind.Unauthorised, $"{host} does not accept the credential (401)"),
            403 when again > now => new(FailureKind.RateLimited, $"{host} was asked too often (403)", again),
            403 => new(FailureKind.Unauthorised, $"{host} does not allow it (403)"),
            404 => new(FailureKind.Misconfigured, $"{host} has nothing at this address (404)"),
            410 => new(FailureKind.Gone, $"{host} says that it is gone for good (410)"),
            408 or 425 or >= 500 => new(FailureKind.Unreachable, $"{host} answered with {code}", again),
            >= 300 and < 400 => new(FailureKind.Misconfigured, $"{host} redirects where it cannot be followed ({code})"),
            _ => new(FailureKind.Misconfigured, $"{host} refused the request ({code})"),
        };
    }
}
