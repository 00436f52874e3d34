using System.Collections.Concurrent;

namespace Listening.Sources.X;

/// <summary>What one source found out and would pay for again: a memory only.</summary>
internal sealed class XMemory(XBudget budget)
{
    public XBudget Budget => budget;

    /// <summary>Ids of accounts by their handles.</summary>
    public ConcurrentDictionary<string, string> Accounts { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whose the keys are.</summary>
    public string? Own { get; set; }
}
