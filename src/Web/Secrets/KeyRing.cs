using System.Xml.Linq;
using Listening.Desk;
using Listening.Desk.Secrets;
using Listening.Web.Hosting;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Listening.Web.Secrets;

/// <summary>
/// Where the keys lie that protect secrets: as files of the data directory, or, when <c>Secrets:KeyFile</c> names a key file, wrapped by it in the relational store.
/// </summary>
public static class KeyRing
{
    /// <summary>
    /// Opens the ring. With a key file everything in the store is unwrapped once, so that a wrong file is found at the start; what lies in the data directory is
    /// moved into the store. Throws <see cref="SettingException"/> with the remedy, and <see cref="DeskUnavailableException"/>.
    /// </summary>
    public static async Task<IXmlRepository> OpenAsync(IConfiguration configuration, DataDirectory data, DeskStore desk, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(data);
        var rows = new KeyRingRows(desk);
        var folder = new KeyRingFolder(data.Keys);
        folder.Close();
        if (configuration[KeyFile.Setting] is not { Length: > 0 } file)
            return (await rows.ListAsync(cancellationToken)).Count == 0
                ? folder
                : throw new SettingException(KeyFile.Setting, "the key ring lies in the relational store, wrapped by a key file. Name that file; without it no secret can be opened");

        var table = new KeyRingTable(rows, new RingWrapping(KeyFile.Read(file)));
        await table.ReadAsync(cancellationToken);
        foreach (var each in KeyRingFolder.Files(data.Keys))
        {
            await table.AddAsync(Path.GetFileNameWithoutExtension(each), XElement.Load(each), cancellationToken);
            File.Delete(each);
        }

        return table;
    }
}
