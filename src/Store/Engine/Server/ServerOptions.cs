using System.Net;

namespace Listening.Store.Engine.Server;

/// <summary>A ClickHouse server and how it is spoken to. Its text never holds the password.</summary>
public sealed record ServerOptions
{
    /// <summary>Scheme, host and port (and a path, behind a proxy); no user, no password.</summary>
    public required Uri Address { get; init; }

    /// <summary>Who we are there.</summary>
    public string User { get; init; } = "default";

    /// <summary>The user's password or key; sent in a header only.</summary>
    public string Password { get; init; } = "";

    /// <summary>A PEM file of certificates that sign the server's, beside those the machine trusts; null for the machine's alone.</summary>
    public string? Certificate { get; init; }

    /// <summary>What one statement may use, in bytes; null for what the user's profile on the server says.</summary>
    public long? MemoryLimitBytes { get; init; }

    /// <summary>How long a statement may take that names no limit of its own. At least 1 ms.</summary>
    public TimeSpan QueryTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many statements may run at once; further ones wait.</summary>
    public int MaxConnections { get; init; } = 48;

    /// <summary>Whether bodies go compressed, both ways. By default not to this machine itself, where it only costs.</summary>
    public bool? Compress { get; init; }

    /// <summary>How long the first pause before trying again is, about; the next ones are longer.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long past its limit a statement is waited for: the server ends it by itself, this is for the way there and back.</summary>
    internal TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Whether bodies go compressed with these options.</summary>
    internal bool Compressed => Compress ?? !(Address.IsLoopback || (IPAddress.TryParse(Address.Host, out var address) && IPAddress.IsLoopback(address)));

    /// <summary>Who and where, for people: never with the password.</summary>
    public override string ToString() => $"{Address.Scheme}://{User}{(Password.Length == 0 ? "" : ":***")}@{Address.Authority}{Address.AbsolutePath}";
}
