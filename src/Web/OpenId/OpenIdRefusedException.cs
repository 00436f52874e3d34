namespace Listening.Web.OpenId;

/// <summary>A sign-in through the provider is refused; the message is for the person, the cause for the log.</summary>
public sealed class OpenIdRefusedException(string message, Exception? cause) : Exception(message, cause);
