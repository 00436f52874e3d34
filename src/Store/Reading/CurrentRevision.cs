namespace Listening.Store.Reading;

/// <summary>The revision of the newest facts, from who derives them to who reads them.</summary>
internal sealed class CurrentRevision
{
    private long value;

    public long Value
    {
        get => Interlocked.Read(ref value);
        set => Interlocked.Exchange(ref this.value, value);
    }
}
