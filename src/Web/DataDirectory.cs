namespace Listening.Web;

/// <summary>Where one Listening keeps everything. Only its owner may look inside (mode 0700).</summary>
public sealed class DataDirectory
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private DataDirectory(string path) => Path = path;

    /// <summary>Full path.</summary>
    public string Path { get; }

    /// <summary>The relational store: keys, sessions, leases.</summary>
    public string Desk => System.IO.Path.Combine(Path, "desk.db");

    /// <summary>Quartz's own file.</summary>
    public string Jobs => System.IO.Path.Combine(Path, "jobs.db");

    /// <summary>The embedded engine's own directory.</summary>
    public string ClickHouse => System.IO.Path.Combine(Path, "clickhouse");

    /// <summary>Models that were trained here, and topics of one's own.</summary>
    public string Models => System.IO.Path.Combine(Path, "models");

    /// <summary>Dashboards of one's own, read while the server runs.</summary>
    public string Dashboards => System.IO.Path.Combine(Path, "dashboards");

    /// <summary>The key ring that opens secrets, where no key file wraps it into the relational store.</summary>
    public string Keys => System.IO.Path.Combine(Path, "keys");

    /// <summary>Which reports are kept ready, for the next start.</summary>
    public string Wanted => System.IO.Path.Combine(Path, "wanted-reports.json");

    /// <summary>What lives as long as the server runs.</summary>
    public string Run => System.IO.Path.Combine(Path, "run");

    /// <summary>Where the running server listens for its own commands; whoever can open it is the admin.</summary>
    public string Socket => System.IO.Path.Combine(Run, "listening.sock");

    /// <summary>
    /// Makes the directory and <see cref="Run"/> where they are absent and closes both to everybody else.
    /// Throws <see cref="UnauthorizedAccessException"/> when they belong to somebody else.
    /// </summary>
    public static DataDirectory Open(string path)
    {
        var data = new DataDirectory(System.IO.Path.GetFullPath(path));
        foreach (var directory in (string[])[data.Path, data.Run])
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(directory);
                continue;
            }

            Directory.CreateDirectory(directory, OwnerOnly);
            if (File.GetUnixFileMode(directory) != OwnerOnly) File.SetUnixFileMode(directory, OwnerOnly);
        }

        return data;
    }

    /// <inheritdoc/>
    public override string ToString() => Path;
}
