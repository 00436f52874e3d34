using Microsoft.Win32.SafeHandles;

namespace Listening.Store.Engine.Embedded;

/// <summary>Owns the pointer that chdb_connect gave; freeing it closes the connection.</summary>
internal sealed class ConnectionHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    internal ConnectionHandle(nint pointer)
        : base(ownsHandle: true) => SetHandle(pointer);

    /// <summary>The connection behind the pointer, as every other function wants it.</summary>
    internal unsafe nint Connection => IsClosed ? throw new ObjectDisposedException(nameof(ConnectionHandle)) : *(nint*)handle;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Libchdb.chdb_close_conn(handle);
        return true;
    }
}
