namespace Listening.Alerts;

/// <summary>A message may not have arrived; the message says why, without secrets.</summary>
public sealed class AlertUnsentException(string message, Exception? cause = null) : Exception(message, cause);
