using System.Diagnostics.CodeAnalysis;

namespace Listening.Store.Engine.Server;

/// <summary>A server and a database there, written as one address: <c>https://user:password@host:8443/database</c>.</summary>
/// <param name="Server">The server.</param>
/// <param name="Database">The database; null when the address names none.</param>
public sealed record ServerAddress(ServerOptions Server, string? Database)
{
    /// <summary>
    /// Reads an address; user and password are percent-encoded where they hold signs of an address. Throws <see cref="FormatException"/>, whose message
    /// does not repeat the text, because it may hold a password.
    /// </summary>
    public static ServerAddress Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.Host.Length == 0)
            throw new FormatException("it is neither 'embedded' nor an address like https://user:password@host:8443/database");
        if (address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new FormatException("the address of a ClickHouse server ends with its database; nothing may follow");
        var who = address.UserInfo.Split(':', 2);
        var path = Uri.UnescapeDataString(address.AbsolutePath).Trim('/');
        if (path.Length > 0 && !ClickHouseServer.IsDatabaseName(path))
            throw new FormatException($"'{path}' is not a database name: lower-case letters, digits and underscores, at most 63");
        // HTTP's own ports are not ClickHouse's: who names none means 8123 or 8443.
        var port = HasPort(text) ? address.Port : address.Scheme == "https" ? 8443 : 8123;
        var server = new ServerOptions
        {
            Address = new UriBuilder(address.Scheme, address.Host, port).Uri,
            User = who[0].Length == 0 ? "default" : Plain(who[0]),
            Password = who.Length > 1 ? Plain(who[1]) : "",
        };
        return new(server, path.Length == 0 ? null : path);
    }

    // Header values have to be printable: anything else could end one and begin another.
    private static string Plain(string encoded)
    {
        var text = Uri.UnescapeDataString(encoded);
        return text.All(letter => letter is >= ' ' and < '\u007f')
            ? text
            : throw new FormatException("user and password of a ClickHouse server are printable ASCII");
    }

    private static bool HasPort([NotNull] string text)
    {
        var start = text.IndexOf("//", StringComparison.Ordinal) + 2;
        var end = text.IndexOf('/', start);
        var authority = end < 0 ? text[start..] : text[start..end];
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        var colon = host.LastIndexOf(':');
        return colon > 0 && colon > host.LastIndexOf(']');
    }
}
