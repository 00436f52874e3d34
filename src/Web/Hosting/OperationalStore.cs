using Listening.Desk;
using Listening.Jobs;

namespace Listening.Web.Hosting;

/// <summary>
/// Setting <c>Storage:Operational</c>: where keys, links, sessions, leases and the schedule of jobs lie. <c>sqlite</c>, which is the default, keeps them in
/// two files of the data directory; anything else is the address of a PostgreSQL database.
/// </summary>
public sealed class OperationalStore
{
    private readonly DataDirectory data;
    private readonly PostgresAddress? postgres;

    private OperationalStore(DataDirectory data, PostgresAddress? postgres) => (this.data, this.postgres) = (data, postgres);

    /// <summary>Reads the setting; opens nothing. Throws <see cref="SettingException"/>, which never repeats what was set.</summary>
    public static OperationalStore Read(IConfiguration configuration, DataDirectory data)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration["Storage:Operational"]?.Trim() is not { Length: > 0 } text || text.Equals("sqlite", StringComparison.OrdinalIgnoreCase))
            return new(data, null);
        try
        {
            return new(data, PostgresAddress.Read(text));
        }
        catch (FormatException unreadable)
        {
            throw new SettingException("Storage:Operational", $"{unreadable.Message}. 'sqlite' keeps everything in the data directory");
        }
    }

    /// <summary>False before the first start in a data directory; a database on a server is always asked.</summary>
    public bool IsBegun => postgres is not null || File.Exists(data.Desk);

    /// <summary>Keys, links, sessions and leases as they are; nothing is opened or made.</summary>
    public DeskStore Desk() => postgres is null ? DeskStore.Sqlite(data.Desk) : DeskStore.Postgres(postgres);

    /// <summary>Opens keys, links, sessions and leases and brings their tables up to date. Throws <see cref="DeskUnavailableException"/>.</summary>
    public async Task<DeskStore> OpenDeskAsync(CancellationToken cancellationToken)
    {
        var desk = Desk();
        try
        {
            await desk.MigrateAsync(cancellationToken);
            return desk;
        }
        catch
        {
            await desk.DisposeAsync();
            throw;
        }
    }

    /// <summary>Where the scheduler keeps its own.</summary>
    public JobStore Jobs() => postgres is null ? JobStore.Sqlite(data.Jobs) : JobStore.Postgres(postgres.ConnectionString);
}
