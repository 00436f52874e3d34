namespace Listening.Web.Measuring;

/// <summary>How old an answer may be: the client's to say, by <c>Cache-Control: max-age</c> (RFC 9111, 5.2.1.1).</summary>
internal static class AcceptedAge
{
    /// <summary>What a request accepts; zero where it says nothing.</summary>
    public static TimeSpan Of(HttpRequest request) => request.GetTypedHeaders().CacheControl is { NoCache: false, MaxAge: { } age } ? age : TimeSpan.Zero;
}
