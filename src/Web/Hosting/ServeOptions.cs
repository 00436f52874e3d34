namespace Listening.Web.Hosting;

/// <summary>What <c>listening serve</c> was told.</summary>
/// <param name="Urls">Where it listens, separated by <c>;</c>.</param>
/// <param name="Data">Its data directory.</param>
/// <param name="Demo">Show the simulated world.</param>
public sealed record ServeOptions(string Urls, string Data, bool Demo)
{
    /// <summary>Loopback only: who opens Listening to a network does it on purpose, behind HTTPS.</summary>
    public const string DefaultUrls = "http://127.0.0.1:5210";
}
