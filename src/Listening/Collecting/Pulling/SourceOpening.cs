using Listening.Access;
using Listening.Brands;

namespace Listening.Collecting.Pulling;

/// <summary>Opens configured sources: finds the connector and puts the secrets in.</summary>
public sealed class SourceOpening(IEnumerable<IConnector> connectors, ISecretReader secrets, CurrentRegistry registry)
{
    private const string SecretPrefix = "secret:";

    /// <summary>All connectors, by kind.</summary>
    public IReadOnlyList<IConnector> Connectors { get; } = [.. connectors.OrderBy(connector => connector.Declaration.Kind, StringComparer.Ordinal)];

    /// <summary>The connector of this kind; null when there is none.</summary>
    public IConnector? Find(string kind) => Connectors.FirstOrDefault(connector => connector.Declaration.Kind == kind);

    /// <summary>
    /// Opens a source. Throws <see cref="SourceSettingsException"/> when a setting is missing or cannot be meant or names a secret that is not kept, and
    /// <see cref="SecretUnreadableException"/>.
    /// </summary>
    public async Task<ISourceReader> OpenAsync(string name, string kind, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(values);
        var connector = Find(kind) ?? throw new SourceSettingsException("kind", $"is none of {string.Join(", ", Connectors.Select(known => known.Declaration.Kind))}");
        var opened = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (setting, value) in values)
        {
            if (connector.Declaration.Settings.All(declared => declared.Name != setting)) throw new SourceSettingsException(setting, $"is no setting of {kind}");
            opened[setting] = value.StartsWith(SecretPrefix, StringComparison.Ordinal)
                ? await secrets.ReadAsync(value[SecretPrefix.Length..], cancellationToken) ?? throw new SourceSettingsException(setting, "names a secret that is not kept")
                : value;
        }

        return connector.Open(new(name, opened) { Brands = registry.Now.Registry.Brands });
    }
}
