namespace Listening.Collecting;

/// <summary>The identity of a post: the source it came from and the source's own id (at most 512 bytes of UTF-8).</summary>
public readonly record struct PostId(string Source, string Id)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Source}/{Id}";
}
