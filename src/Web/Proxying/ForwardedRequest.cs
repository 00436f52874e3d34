namespace Listening.Web.Proxying;

/// <summary>What marks a request that a known proxy passed on, and what a request says that claims to be passed on.</summary>
internal sealed class ForwardedRequest
{
    private static readonly string[] Headers = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Prefix", "X-Real-IP", "Via"];

    /// <summary>Whether any header says that somebody passed it on.</summary>
    public static bool IsClaimed(HttpRequest request) => Headers.Any(request.Headers.ContainsKey);
}
