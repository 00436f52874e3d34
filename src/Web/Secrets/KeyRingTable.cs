using System.Xml.Linq;
using Listening.Desk.Secrets;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Listening.Web.Secrets;

/// <summary>The key ring in the relational store, each element wrapped by the key file: every process that has the file shares the ring.</summary>
internal sealed class KeyRingTable(KeyRingRows rows, RingWrapping wrapping) : IXmlRepository
{
    /// <summary>All elements, unwrapped.</summary>
    public async Task<IReadOnlyCollection<XElement>> ReadAsync(CancellationToken cancellationToken) =>
        [.. (await rows.ListAsync(cancellationToken)).Select(row => wrapping.Unwrap(row.Name, row.Wrapped))];

    public Task AddAsync(string name, XElement element, CancellationToken cancellationToken) =>
        rows.AddAsync(new KeyRingRow { Name = name, Wrapped = wrapping.Wrap(name, element) }, cancellationToken);

    // The framework's contract is synchronous; it asks once a day and after a start.
    public IReadOnlyCollection<XElement> GetAllElements() => ReadAsync(CancellationToken.None).GetAwaiter().GetResult();

    public void StoreElement(XElement element, string friendlyName) => AddAsync(friendlyName, element, CancellationToken.None).GetAwaiter().GetResult();
}
