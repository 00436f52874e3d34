using System.Globalization;

namespace Listening.Tests.Desk.Postgres;

/// <summary>Where this machine has PostgreSQL's server, and the user it may run as: it refuses to run as root.</summary>
internal sealed record PostgresBinaries(string Directory, string? User)
{
    public const string Missing = "PostgreSQL (initdb, postgres) is not on this machine; ./test --install gets it.";

    /// <summary>Null with the reason in <paramref name="reason"/> when there is none that can be started.</summary>
    public static PostgresBinaries? Find(out string reason)
    {
        reason = Missing;
        // Debian keeps each version's programs beside one another and only some of them on the PATH.
        var versions = System.IO.Directory.Exists("/usr/lib/postgresql") ? System.IO.Directory.GetDirectories("/usr/lib/postgresql") : [];
        var directories = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Concat(versions.OrderByDescending(version => int.TryParse(Path.GetFileName(version), CultureInfo.InvariantCulture, out var number) ? number : 0)
                .Select(version => Path.Combine(version, "bin")));
        if (directories.FirstOrDefault(directory => File.Exists(Path.Combine(directory, "postgres")) && File.Exists(Path.Combine(directory, "initdb"))) is not { } found) return null;
        if (!Environment.IsPrivilegedProcess) return new(found, null);
        var users = File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]).ToHashSet();
        if (new[] { "postgres", "nobody" }.FirstOrDefault(users.Contains) is { } user) return new(found, user);
        reason = "PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody.";
        return null;
    }

    /// <summary>The words that start one of them, as the right user.</summary>
    public IEnumerable<string> Words(string program)
    {
        var path = Path.Combine(Directory, program);
        return User is null ? [path] : ["setpriv", $"--reuid={User}", "--regid=nogroup", "--clear-groups", path];
    }
}
