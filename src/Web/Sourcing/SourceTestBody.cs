using System.Text.Json;

namespace Listening.Web.Sourcing;

/// <summary>Settings to be tried. Its text shows none of them.</summary>
public sealed record SourceTestBody
{
    /// <summary>A source whose secrets, and whatever else is not said, are taken.</summary>
    public Guid? Id { get; init; }

    /// <summary>Its name.</summary>
    public string? Name { get; init; }

    /// <summary>Its connector.</summary>
    public string? Kind { get; init; }

    /// <summary>As in <see cref="SourceBody.Settings"/>.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Settings { get; init; }

    /// <summary>How many pages are read; one when nothing is said.</summary>
    public int? Pages { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(SourceTestBody);
}
