namespace Listening.Store.Engine;

/// <summary>Another process (or an engine opened before in this one) owns the engine's directory.</summary>
public sealed class EngineInUseException(string message, int? processId) : Exception(message)
{
    /// <summary>Who owns it, where that could be read.</summary>
    public int? ProcessId { get; } = processId;
}
