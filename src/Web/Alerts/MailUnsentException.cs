namespace Listening.Web.Alerts;

/// <summary>A mail was not taken by the server, or nobody knows whether it was; the message says why, without secrets.</summary>
/// <param name="message">For people.</param>
/// <param name="perhaps">The server may have taken it: it was under way when the connection ended.</param>
/// <param name="cause">What happened.</param>
public sealed class MailUnsentException(string message, bool perhaps, Exception cause) : Exception(message, cause)
{
    /// <summary>The server may have taken it.</summary>
    public bool Perhaps { get; } = perhaps;
}
