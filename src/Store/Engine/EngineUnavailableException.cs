namespace Listening.Store.Engine;

/// <summary>The engine cannot run here: its library is missing, or the platform or processor is not one it is built for. The message says what to do.</summary>
public sealed class EngineUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
