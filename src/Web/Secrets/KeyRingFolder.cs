using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Listening.Web.Secrets;

/// <summary>The key ring as files of mode 0600 in a directory of mode 0700: one machine's own.</summary>
internal sealed class KeyRingFolder(string path) : IXmlRepository
{
    public const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    public const UnixFileMode DirectoryMode = FileMode | UnixFileMode.UserExecute;

    /// <summary>The files, oldest name first; none where the directory is absent.</summary>
    public static IReadOnlyList<string> Files(string path) =>
        Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*.xml").Order(StringComparer.Ordinal)] : [];

    /// <summary>The first file that others may open, with its mode; null when all are closed.</summary>
    public static (string File, UnixFileMode Mode)? Open(string path)
    {
        if (OperatingSystem.IsWindows()) return null;
        foreach (var file in Files(path))
            if (File.GetUnixFileMode(file) is var mode && (mode & ~FileMode) != 0) return (file, mode);
        return null;
    }

    public IReadOnlyCollection<XElement> GetAllElements() => [.. Files(path).Select(file => XElement.Load(file))];

    public void StoreElement(XElement element, string friendlyName)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, DirectoryMode);
        var file = Path.Combine(path, $"{friendlyName}.xml");
        var options = new FileStreamOptions { Mode = System.IO.FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = FileMode;
        // Beside and then moved, so that nobody ever reads half a key; and on the disk before anything is protected with it.
        using (var beside = new FileStream($"{file}.new", options))
        {
            element.Save(beside, SaveOptions.DisableFormatting);
            beside.Flush(flushToDisk: true);
        }

        File.Move($"{file}.new", file, overwrite: true);
    }

    /// <summary>Closes directory and files to others, where somebody opened them.</summary>
    public void Close()
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(path)) return;
        File.SetUnixFileMode(path, DirectoryMode);
        foreach (var file in Directory.EnumerateFiles(path)) File.SetUnixFileMode(file, FileMode);
    }
}
