using Listening.Collecting.Pulling;

namespace Listening.Sources.Folder;

/// <summary>Files of posts that something puts into a folder of this machine.</summary>
public sealed class FolderConnector(FolderRoot root, TimeProvider time) : IConnector
{
    /// <inheritdoc/>
    public ConnectorDeclaration Declaration { get; } = new()
    {
        Kind = "folder",
        Title = "Watched folder",
        Summary = "Files of posts (NDJSON, JSON or CSV, gzipped or not) that are put into a folder; each is read once, and lines that cannot be read lie beside it. It sees what the files say, and nothing else.",
        Account = AccountNeed.None,
        Sight = new(Replies: true, Edits: true, Deletions: true, Reach: true),
        Settings = [new("folder", "Folder", SettingKind.Text, Required: true) { Hint = "Below the directory that Sources:Folders allows. Rename a file into it when it is whole, or leave it alone for ten seconds." }],
        Every = TimeSpan.FromMinutes(1),
        Shortest = TimeSpan.FromSeconds(10),
    };

    /// <inheritdoc/>
    public ISourceReader Open(SourceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var folder = settings.Text("folder");
        if (root.Path is null) throw new SourceSettingsException("folder", "cannot be watched: Sources:Folders allows no directory");
        return root.Find(folder) is null ? throw new SourceSettingsException("folder", "leads out of the directory that Sources:Folders allows") : new FolderReader(root, folder, settings.Name, time);
    }
}
