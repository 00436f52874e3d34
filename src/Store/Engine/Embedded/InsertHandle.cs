using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Listening.Store.Engine.Embedded;

/// <summary>Owns one insert in progress.</summary>
internal sealed unsafe class InsertHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    internal InsertHandle(nint pointer)
        : base(ownsHandle: true) => SetHandle(pointer);

    /// <summary>What the engine holds against it so far; null when nothing.</summary>
    internal string? Error => Marshal.PtrToStringUTF8((nint)Libchdb.chdb_stream_insert_error(this));

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Libchdb.chdb_destroy_insert_stream(handle);
        return true;
    }
}
