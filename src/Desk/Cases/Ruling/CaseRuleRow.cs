namespace Listening.Desk.Cases.Ruling;

/// <summary>What happens to a case that a search finds, once in each of its episodes.</summary>
public sealed record CaseRuleRow
{
    /// <summary>Its number; rules run in this order.</summary>
    public long Id { get; init; }

    /// <summary>What it is called; no other is called so.</summary>
    public required string Name { get; init; }

    /// <summary>The search.</summary>
    public required string Query { get; init; }

    /// <summary>What happens, as JSON.</summary>
    public required string Actions { get; init; }

    /// <summary>Whether it runs.</summary>
    public bool Enabled { get; init; }

    /// <summary>How many cases it gave to somebody: whose turn is next.</summary>
    public long Turns { get; init; }

    /// <summary>Who set it last.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Changed { get; init; }
}
