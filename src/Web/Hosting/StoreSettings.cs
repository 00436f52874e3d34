using System.Globalization;
using Listening.Store;
using Listening.Store.Engine.Server;
using Listening.Storing;

namespace Listening.Web.Hosting;

/// <summary>Section <c>Storage</c>: where truth and facts lie and what a stored batch survives.</summary>
public static class StoreSettings
{
    /// <summary>
    /// Reads <c>ClickHouse</c> (<c>embedded</c>, or a server's address), <c>ClickHouseCertificate</c> (a PEM file) and <c>ClickHouseMemory</c> (bytes a
    /// statement) for a server, <c>Durability</c> (<c>process</c> or <c>disk</c>) and <c>MemoryShare</c>. Throws <see cref="SettingException"/>.
    /// </summary>
    public static StoreOptions Read(IConfiguration configuration, DataDirectory data)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(data);
        var storage = configuration.GetSection("Storage");
        var options = new StoreOptions
        {
            Directory = data.ClickHouse,
            Durability = storage["Durability"]?.ToLowerInvariant() switch
            {
                null or "" or "process" => Durability.Process,
                "disk" => Durability.Disk,
                var other => throw new SettingException("Storage:Durability", $"'{other}' is neither process nor disk"),
            },
            MemoryShare = Share(storage["MemoryShare"]) ?? 0.4,
        };
        return storage["ClickHouse"] is { Length: > 0 } where && !where.Equals("embedded", StringComparison.OrdinalIgnoreCase) ? OnServer(options, where, storage) : options;
    }

    /// <summary>Setting <c>MinimumFree</c>, bytes that stay free on the disk. Throws <see cref="SettingException"/>.</summary>
    public static long MinimumFree(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration["Storage:MinimumFree"] is not { Length: > 0 } text) return DiskSpace.DefaultMinimum;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes)
            ? bytes
            : throw new SettingException("Storage:MinimumFree", $"'{text}' is no number of bytes. Example: 536870912");
    }

    // The four databases of a store on a server are named after the first, so that several stores can live there.
    private static StoreOptions OnServer(StoreOptions options, string where, IConfigurationSection storage)
    {
        try
        {
            var (server, named) = ServerAddress.Parse(where);
            var database = named ?? options.Database;
            return options with
            {
                Database = database,
                Published = database + "_published",
                Server = server with { Certificate = Text(storage["ClickHouseCertificate"]), MemoryLimitBytes = Bytes(storage["ClickHouseMemory"]) },
            };
        }
        catch (FormatException exception)
        {
            throw new SettingException("Storage:ClickHouse", exception.Message);
        }
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static long? Bytes(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes >= 64L << 20
            ? bytes
            : throw new SettingException("Storage:ClickHouseMemory", $"'{text}' is no number of bytes of at least 64 MiB. Example: 4294967296");
    }

    private static double? Share(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is > 0 and <= 0.8
            ? share
            : throw new SettingException("Storage:MemoryShare", $"'{text}' is no share above 0 and at most 0.8");
    }
}
