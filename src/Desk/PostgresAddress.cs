using Npgsql;

namespace Listening.Desk;

/// <summary>Where a PostgreSQL database is and who signs in there. Its text never shows the password.</summary>
public sealed class PostgresAddress
{
    /// <summary>How an address is written.</summary>
    public const string Example = "Host=db.example.com;Database=listening;Username=listening;Password=…";

    private PostgresAddress(NpgsqlConnectionStringBuilder parts)
    {
        ConnectionString = parts.ConnectionString;
        (Host, Port, Database) = (parts.Host!, parts.Port, parts.Database!);
        User = parts.Username is { Length: > 0 } name ? $"'{name}'" : "the user of this process";
    }

    /// <summary>For drivers alone: it has the password in it.</summary>
    public string ConnectionString { get; }

    /// <summary>The server.</summary>
    public string Host { get; }

    /// <summary>Its port.</summary>
    public int Port { get; }

    /// <summary>The database's name.</summary>
    public string Database { get; }

    /// <summary>Who signs in, for a sentence.</summary>
    public string User { get; }

    /// <summary>
    /// Reads Npgsql's form (<see cref="Example"/>) or a <c>postgresql://user:password@host:port/database?sslmode=…</c> address. What is left unsaid and has a
    /// better default here: 20 connections, 5 s to connect, 20 s for a statement, and no Kerberos.
    /// Throws <see cref="FormatException"/>, which repeats nothing of <paramref name="text"/>: a piece of a password could be in any of it.
    /// </summary>
    public static PostgresAddress Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        NpgsqlConnectionStringBuilder parts;
        try
        {
            parts = new NpgsqlConnectionStringBuilder(IsUri(text) ? FromUri(new Uri(text)) : text);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or InvalidCastException or OverflowException or KeyNotFoundException)
        {
            throw new FormatException($"it cannot be read as a PostgreSQL address; a value that has a ; or a quote in it stands in quotes. Example: {Example}");
        }

        if (string.IsNullOrWhiteSpace(parts.Host) || string.IsNullOrWhiteSpace(parts.Database))
            throw new FormatException($"a PostgreSQL address needs Host and Database. Example: {Example}");
        var said = new HashSet<string>(parts.Keys.Cast<string>(), StringComparer.OrdinalIgnoreCase);
        if (!said.Contains("Maximum Pool Size")) parts.MaxPoolSize = Math.Max(20, parts.MinPoolSize);
        if (!said.Contains("Timeout")) parts.Timeout = 5;
        if (!said.Contains("Command Timeout")) parts.CommandTimeout = 20;
        if (!said.Contains("Application Name")) parts.ApplicationName = "Listening";
        if (!said.Contains("GSS Encryption Mode")) parts.GssEncryptionMode = GssEncryptionMode.Disable;
        return new PostgresAddress(parts);
    }

    /// <summary>Without user and password.</summary>
    public override string ToString() => $"database '{Database}' at {Host}:{Port}";

    private static bool IsUri(string text) =>
        text.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase);

    private static string FromUri(Uri uri)
    {
        var parts = new NpgsqlConnectionStringBuilder { Host = uri.Host, Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')) };
        if (uri.Port > 0) parts.Port = uri.Port;
        var user = uri.UserInfo.Split(':', 2);
        if (user[0].Length > 0) parts.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1) parts.Password = Uri.UnescapeDataString(user[1]);
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = pair.Split('=', 2) is [var left, var right] ? (left, right) : throw new FormatException();
            // libpq's names are Npgsql's with the spaces left out or written as underscores; "verify-full" is VerifyFull.
            parts[Uri.UnescapeDataString(name).Replace('_', ' ')] = name == "sslmode" ? value.Replace("-", "", StringComparison.Ordinal) : Uri.UnescapeDataString(value);
        }

        return parts.ConnectionString;
    }
}
