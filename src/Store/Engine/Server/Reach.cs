namespace Listening.Store.Engine.Server;

/// <summary>How far a failed statement came.</summary>
internal enum Reach
{
    /// <summary>No connection: it did not run.</summary>
    Nowhere,

    /// <summary>Turned away before it ran (503, too many at once).</summary>
    TurnedAway,

    /// <summary>Sent, and the connection broke before an answer: it may have run.</summary>
    Unknown,
}
