namespace Listening.Web.Proxying;

/// <summary>The host names that settings give the program: <c>AllowedHosts</c> and the one of <c>Proxy:PublicAddress</c>.</summary>
/// <param name="Names">Names; <c>*</c> is any, <c>*.example.com</c> any below. Empty when none is given.</param>
public sealed record NamedHosts(IReadOnlyList<string> Names)
{
    private static readonly string[] ThisMachine = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>What may be asked for without a proxy: those, and this machine itself, where commands and health checks ask.</summary>
    public IReadOnlyList<string> WithThisMachine => [.. Names, .. ThisMachine];

    /// <summary>Reads the settings.</summary>
    public static NamedHosts Read(IConfiguration configuration, ProxySettings proxy)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(proxy);
        var hosts = configuration["AllowedHosts"]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        return new(proxy.PublicAddress is null ? hosts : [.. hosts.Append(proxy.PublicAddress.Host).Distinct(StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>
    /// Whether a proxy's visitor may have asked for <paramref name="host"/>: one of the names where any is given. "localhost" is not the machine here, it is
    /// what the visitor made up.
    /// </summary>
    public bool Allow(HostString host) => Names.Count == 0 || Names.Any(name => Fits(host.Host, name));

    private static bool Fits(string host, string name) => name == "*" || host.Equals(name, StringComparison.OrdinalIgnoreCase)
        || (name.StartsWith("*.", StringComparison.Ordinal) && host.Length > name.Length - 1 && host.EndsWith(name[1..], StringComparison.OrdinalIgnoreCase));
}
