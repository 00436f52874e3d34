using Listening.Measuring;

namespace Listening.Web.Dashboards;

/// <summary>
/// The dashboards: those that came with the program, each a folder with a <c>dashboard.json</c>, and those that somebody put into the data directory
/// (<c>dashboards/NAME.json</c> or <c>dashboards/NAME/dashboard.json</c>). A file that breaks leaves its last good version in place.
/// </summary>
public sealed class DashboardFolder
{
    /// <summary>Most files of one's own that are read.</summary>
    public const int MostFiles = 100;

    private readonly IReadOnlyList<MetricDefinition> catalogue;
    private readonly IReadOnlyList<DashboardEntry> shipped;
    private readonly Lock gate = new();
    private Dictionary<string, (DateTime Written, long Length, DashboardEntry Entry)> own = [];
    private volatile IReadOnlyList<DashboardEntry> entries;

    private DashboardFolder(string directory, string? ownDirectory, IReadOnlyList<DashboardEntry> shipped, IReadOnlyList<MetricDefinition> catalogue)
    {
        (Directory, OwnDirectory, this.shipped, this.catalogue, entries) = (directory, ownDirectory, shipped, catalogue, shipped);
        Refresh();
    }

    /// <summary>Where the shipped files lie.</summary>
    public string Directory { get; }

    /// <summary>Where one's own lie; null where there is no such place.</summary>
    public string? OwnDirectory { get; }

    /// <summary>All files, usable or not: the shipped ones, then one's own, by id.</summary>
    public IReadOnlyList<DashboardEntry> Entries => entries;

    /// <summary>All that can be shown.</summary>
    public IEnumerable<Dashboard> All => entries.Select(entry => entry.Dashboard).OfType<Dashboard>();

    /// <summary>One of them; null when there is none of that name.</summary>
    public Dashboard? Find(string id) => All.FirstOrDefault(dashboard => dashboard.Id == id);

    /// <summary>Reads every <c>*/dashboard.json</c> below <paramref name="directory"/>. Throws <see cref="DashboardFileException"/>, but not for one's own.</summary>
    public static DashboardFolder Read(string directory, IReadOnlyList<MetricDefinition> catalogue, string? ownDirectory = null)
    {
        var shipped = System.IO.Directory.EnumerateFiles(directory, "dashboard.json", SearchOption.AllDirectories)
            .Select(file => (Id: Path.GetFileName(Path.GetDirectoryName(file))!, File: file))
            .OrderBy(one => one.Id, StringComparer.Ordinal)
            .Select(one => new DashboardEntry(
                one.Id, DashboardOwner.Shipped, LayoutFile.Read(one.Id, $"{one.Id}/dashboard.json", File.ReadAllBytes(one.File), catalogue), null));
        return new(directory, ownDirectory, [.. shipped], catalogue);
    }

    /// <summary>Reads again what has changed among one's own; true when anything had.</summary>
    public bool Refresh()
    {
        if (OwnDirectory is null || !System.IO.Directory.Exists(OwnDirectory)) return false;
        lock (gate)
        {
            var before = own;
            own = Files().Take(MostFiles).ToDictionary(file => file.FullName, file => Look(file, before.TryGetValue(file.FullName, out var known) ? known : default));
            if (before.Count == own.Count && own.All(one => before.TryGetValue(one.Key, out var known) && ReferenceEquals(known.Entry, one.Value.Entry))) return false;
            entries = [.. shipped, .. own.Values.Select(one => one.Entry).OrderBy(entry => entry.Id, StringComparer.Ordinal)];
            return true;
        }
    }

    // A link could lead anywhere on the machine, so none is followed.
    private IEnumerable<FileInfo> Files()
    {
        var top = new DirectoryInfo(OwnDirectory!);
        var folders = top.EnumerateDirectories().Where(folder => folder.LinkTarget is null).Select(folder => new FileInfo(Path.Combine(folder.FullName, "dashboard.json")));
        return top.EnumerateFiles("*.json").Concat(folders).Where(file => file.Exists && file.LinkTarget is null).OrderBy(file => file.FullName, StringComparer.Ordinal);
    }

    private (DateTime Written, long Length, DashboardEntry Entry) Look(FileInfo file, (DateTime Written, long Length, DashboardEntry Entry) before)
    {
        if (before.Entry is not null && before.Written == file.LastWriteTimeUtc && before.Length == file.Length) return before;
        var relative = Path.GetRelativePath(OwnDirectory!, file.FullName);
        var id = relative == file.Name ? Path.GetFileNameWithoutExtension(file.Name) : Path.GetDirectoryName(relative)!;
        try
        {
            var dashboard = LayoutFile.Read(id, relative, Bytes(id, relative, file), catalogue);
            return (file.LastWriteTimeUtc, file.Length, new(id, DashboardOwner.Yours, dashboard, null));
        }
        catch (DashboardFileException wrong)
        {
            return (file.LastWriteTimeUtc, file.Length, new(id, DashboardOwner.Yours, before.Entry?.Dashboard, wrong.Fault));
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            // Without a stamp: it is tried again at the next look.
            return (default, 0, new(id, DashboardOwner.Yours, before.Entry?.Dashboard, new(relative, null, null, "the file cannot be read", "Look at its owner and rights.")));
        }
    }

    private byte[] Bytes(string id, string relative, FileInfo file)
    {
        if (!LayoutCheck.Name().IsMatch(id))
            throw new DashboardFileException(new(relative, null, null, $"'{id}' is no name for a dashboard", "Small letters, digits and hyphens, at most 40. Example: my-team.json"));
        if (shipped.Any(entry => entry.Id == id)) throw new DashboardFileException(new(relative, null, null, $"the name '{id}' is taken by a dashboard of the program", $"Example: my-{id}.json"));
        if (file.Length > LayoutFile.MostBytes) throw new DashboardFileException(new(relative, null, null, $"the file has {file.Length} bytes", $"At most {LayoutFile.MostBytes} are read."));
        return File.ReadAllBytes(file.FullName);
    }
}
