namespace Listening.Sources.Folder;

/// <summary>Below which directory of the machine folders may be watched.</summary>
/// <param name="Path">An absolute path; null where none is allowed.</param>
public sealed record FolderRoot(string? Path)
{
    /// <summary>
    /// The absolute path of a folder below the root; null when it leads elsewhere, by its name or by a link in it.
    /// </summary>
    public string? Find(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (Path is null || folder.Contains('\0', StringComparison.Ordinal) || System.IO.Path.IsPathRooted(folder)) return null;
        var root = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(Path));
        var full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(folder, root));
        if (full != root && !full.StartsWith(root + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal)) return null;
        for (var at = new DirectoryInfo(full); at is not null && at.FullName != root; at = at.Parent)
        {
            if (at.LinkTarget is not null) return null;
        }

        return full;
    }
}
