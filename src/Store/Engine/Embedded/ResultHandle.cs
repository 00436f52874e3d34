using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Listening.Store.Engine.Embedded;

/// <summary>Owns one result of the engine: its bytes are read where they lie and are gone when it is disposed.</summary>
internal sealed unsafe class ResultHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    private readonly byte* start;

    internal ResultHandle(nint pointer)
        : base(ownsHandle: true)
    {
        SetHandle(pointer);
        if (pointer is 0 or -1)
            return;
        Length = checked((int)Libchdb.chdb_result_length(this));
        start = Libchdb.chdb_result_buffer(this);
    }

    /// <summary>How many bytes there are; 0 ends a stream.</summary>
    internal int Length { get; }

    /// <summary>The bytes; valid until this is disposed.</summary>
    internal ReadOnlySpan<byte> Bytes => IsClosed ? throw new ObjectDisposedException(nameof(ResultHandle)) : new(start, Length);

    /// <summary>The result itself; disposes it and throws when the engine reports an error.</summary>
    internal ResultHandle OrThrow()
    {
        if (IsInvalid)
            throw EngineError.Unknown("The engine gave no result.");
        if (Marshal.PtrToStringUTF8((nint)Libchdb.chdb_result_error(this)) is not { } error)
            return this;
        Dispose();
        throw EngineError.From(error);
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        Libchdb.chdb_destroy_query_result(handle);
        return true;
    }
}
