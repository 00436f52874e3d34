using System.Globalization;
using Listening.Collecting.Pulling;

namespace Listening.Web.Sourcing;

/// <summary>What a source may be called and how often it may be asked. Each throws <see cref="SourceRefusedException"/>.</summary>
internal static class SourceRules
{
    private const int LongestName = 64;
    private static readonly TimeSpan LongestEvery = TimeSpan.FromDays(7);

    /// <summary>The name, which its posts may go by: handles are written <c>source:name</c>.</summary>
    public static string Name(string? text, ConnectorDeclaration connector, IReadOnlyList<IConnector> connectors)
    {
        var name = text?.Trim() ?? "";
        if (name.Length is 0 or > LongestName || name.Any(letter => char.IsControl(letter) || letter is ':' or '*' or '/' or '\\' or '"'))
            throw SourceRefusedException.Of("name", $"A source's name is 1 to {LongestName} characters without : * / \\ and quotes.");
        return connectors.Any(other => other.Declaration.Kind == name && other.Declaration.Kind != connector.Kind)
            ? throw SourceRefusedException.Of("name", $"'{name}' is another kind of source; its posts would be taken for those.")
            : name;
    }

    /// <summary>The time between two pulls.</summary>
    public static TimeSpan Every(double? seconds, ConnectorDeclaration connector)
    {
        if (seconds is not { } wanted) return connector.Every;
        return wanted >= connector.Shortest.TotalSeconds && wanted <= LongestEvery.TotalSeconds
            ? TimeSpan.FromSeconds(Math.Round(wanted))
            : throw SourceRefusedException.Of("every", string.Create(
                CultureInfo.InvariantCulture, $"{connector.Title} is asked every {connector.Shortest.TotalSeconds:0} to {LongestEvery.TotalSeconds:0} seconds."));
    }
}
