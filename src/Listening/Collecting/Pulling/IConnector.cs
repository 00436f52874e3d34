namespace Listening.Collecting.Pulling;

/// <summary>One kind of place that posts come from: a folder below <c>src/Sources</c>.</summary>
public interface IConnector
{
    /// <summary>What it is, what it sees and what it must be told.</summary>
    ConnectorDeclaration Declaration { get; }

    /// <summary>
    /// Opens one configured source; asks nothing of the network. Throws <see cref="SourceSettingsException"/> when a setting is missing or cannot be meant.
    /// </summary>
    ISourceReader Open(SourceSettings settings);
}
