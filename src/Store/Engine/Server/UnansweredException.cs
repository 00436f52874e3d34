using Listening.Storing;

namespace Listening.Store.Engine.Server;

/// <summary>A statement that got no answer, and may be sent again where that changes nothing.</summary>
internal sealed class UnansweredException(Reach reach, StoreQueryException reason) : Exception(reason.Message, reason)
{
    internal Reach Reach { get; } = reach;

    /// <summary>What the caller is told in the end.</summary>
    internal StoreQueryException Reason { get; } = reason;
}
