namespace Listening.Desk;

/// <summary>The relational store cannot be used now; the message says in a sentence why and, where it is known, what helps. It never names a password.</summary>
public sealed class DeskUnavailableException : Exception
{
    internal DeskUnavailableException(string message, Exception? failure, bool lost = false) : base(message, failure) => Lost = lost;

    /// <summary>Whether a connection broke, so that another one may do.</summary>
    internal bool Lost { get; }
}
