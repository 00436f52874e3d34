using System.Text.RegularExpressions;
using Listening.Storing;

namespace Listening.Store.Engine.Server;

/// <summary>A ClickHouse server that runs elsewhere. Everything it gave out is closed with it.</summary>
public sealed partial class ClickHouseServer : IAsyncDisposable
{
    /// <summary>The first version that has what the schema asks for: the index of words without an experimental setting.</summary>
    public static readonly Version Oldest = new(26, 2);
    private static readonly IReadOnlyDictionary<string, object?> Nothing = new Dictionary<string, object?>();
    private readonly ServerOptions options;
    private readonly ServerWire wire;
    private readonly StatementStopper stopper;
    private readonly ServerClickHouse anywhere;

    private ClickHouseServer(ServerOptions options)
    {
        this.options = options;
        wire = new ServerWire(options);
        stopper = new StatementStopper(options);
        anywhere = new ServerClickHouse(null, options, wire, stopper);
    }

    /// <summary>Whether <paramref name="name"/> can name a database of ours: lower-case letters, digits and underscores, at most 63, no digit first.</summary>
    public static bool IsDatabaseName(string name) => DatabaseName().IsMatch(name);

    /// <summary>Meets the server. Throws <see cref="EngineUnavailableException"/>, in one sentence, when it does not answer, refuses us or is too old.</summary>
    public static async Task<ClickHouseServer> OpenAsync(ServerOptions options, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.QueryTimeout, TimeSpan.FromMilliseconds(1));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxConnections, 1);
        if (options.Certificate is { } certificate && !File.Exists(certificate))
            throw new EngineUnavailableException($"The certificate file {certificate} of the ClickHouse server does not exist.");
        var server = new ClickHouseServer(options);
        try
        {
            await server.CheckAsync(cancellationToken);
            return server;
        }
        catch (StoreQueryException exception)
        {
            await server.DisposeAsync();
            throw Unavailable(options, exception);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>A database of the server, made when it does not exist.</summary>
    public async Task<ServerClickHouse> DatabaseAsync(string name, CancellationToken cancellationToken)
    {
        if (!IsDatabaseName(name))
            throw new ArgumentException($"'{name}' is not a database name: lower-case letters, digits and underscores, at most 63.", nameof(name));
        try
        {
            // Looked for first: who has a database need not have the right to make one.
            var found = new FactQuery("SELECT engine FROM system.databases WHERE name = {name:String}", new Dictionary<string, object?> { ["name"] = name });
            string? engine = null;
            await foreach (var row in anywhere.ReadAsync(found, cancellationToken)) engine = row.Get<string>("engine");
            if (engine is null)
                await anywhere.ExecuteAsync(new FactQuery($"CREATE DATABASE IF NOT EXISTS {name}", Nothing), cancellationToken);
            else if (engine is not ("Atomic" or "Replicated" or "Shared"))
                throw new EngineUnavailableException($"Database {name} on {options} is of kind {engine}; a rebuild needs to exchange tables, which Atomic ones can.");
        }
        catch (StoreQueryException exception)
        {
            throw Unavailable(options, exception);
        }
        return new ServerClickHouse(name, options, wire, stopper);
    }

    /// <summary>Closes all connections.</summary>
    public ValueTask DisposeAsync()
    {
        stopper.Dispose();
        wire.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A refusal at the start in words that say what to do.</summary>
    internal static EngineUnavailableException Unavailable(ServerOptions options, StoreQueryException refused) => new(
        refused.Code switch
        {
            192 or 193 or 194 or 516 => $"The ClickHouse server {options} does not know this user with this password (code {refused.Code}).",
            497 => $"The ClickHouse server {options} does not let user {options.User} do what the store needs: GRANT ALL on its four databases. It says: {refused.Message}",
            164 or 452 => $"The ClickHouse server {options} lets user {options.User} only read or not set what the store sets: choose another profile. It says: {refused.Message}",
            115 => $"The ClickHouse server {options} is too old: {Oldest} or newer is needed. It says: {refused.Message}",
            ServerError.Unreachable => refused.Message,
            _ => $"The ClickHouse server {options} cannot be used: {refused.Message}",
        },
        refused);

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        var version = "";
        await foreach (var row in anywhere.ReadAsync(new FactQuery("SELECT version() AS version", Nothing, TimeSpan.FromSeconds(10)), cancellationToken))
            version = row.Get<string>("version");
        var parts = version.Split('.');
        if (parts.Length < 2 || !Version.TryParse($"{parts[0]}.{parts[1]}", out var number) || number < Oldest)
            throw new EngineUnavailableException($"The ClickHouse server {options} is version {version}; {Oldest} or newer is needed.");
    }

    [GeneratedRegex(@"^[a-z_][a-z0-9_]{0,62}\z")]
    private static partial Regex DatabaseName();
}
