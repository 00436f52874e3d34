using System.Net;

namespace Listening.Web.Commands;

/// <summary>A server refused what a command asked; the message is what the server said.</summary>
public sealed class ServerAnswerException(HttpStatusCode status, string message) : Exception(message)
{
    /// <summary>The answer's status.</summary>
    public HttpStatusCode Status { get; } = status;
}
