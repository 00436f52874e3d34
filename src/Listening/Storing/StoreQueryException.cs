namespace Listening.Storing;

/// <summary>The store refused a query or gave it up.</summary>
public sealed class StoreQueryException(string message, int code, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>ClickHouse's error code; 159 time exceeded, 241 memory exceeded, 394 cancelled; 0 when unknown.</summary>
    public int Code { get; } = code;
}
