using System.Globalization;

namespace Listening.Storing;

/// <summary>
/// Refuses before the engine has to fail: while the disk has less than its minimum free, nothing is stored. What was stored stays, and as soon as there is
/// room again posts are taken again.
/// </summary>
public sealed class PostStoreWithRoom(IPostStore store, DiskSpace disk) : IPostStore
{
    /// <inheritdoc/>
    /// <remarks>Throws <see cref="NoRoomException"/>.</remarks>
    public Task<IReadOnlyList<StoreReceipt>> StoreAsync(IReadOnlyList<PostBatch> batches, CancellationToken cancellationToken)
    {
        if (disk.Minimum > 0 && disk.Free is var free && free < disk.Minimum)
            throw new NoRoomException(string.Create(CultureInfo.InvariantCulture, $"The disk is full: {free / 1e6:N0} MB are free, and {disk.Minimum / 1e6:N0} MB stay free (Storage:MinimumFree)."));
        return store.StoreAsync(batches, cancellationToken);
    }
}
