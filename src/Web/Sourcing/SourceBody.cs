using System.Text.Json;

namespace Listening.Web.Sourcing;

/// <summary>A source as somebody sets it up or changes it. Its text shows no setting.</summary>
public sealed record SourceBody
{
    /// <summary>Its name, unique.</summary>
    public string? Name { get; init; }

    /// <summary>Its connector; it cannot be changed.</summary>
    public string? Kind { get; init; }

    /// <summary>Seconds between two pulls; what the connector proposes when nothing is said.</summary>
    public double? Every { get; init; }

    /// <summary>
    /// By name: text, a number, true or false, a list of texts; <c>secret:NAME</c> names a kept secret. A secret that is left out or <c>{"kept":true}</c> stays; null
    /// takes a setting away.
    /// </summary>
    public IReadOnlyDictionary<string, JsonElement>? Settings { get; init; }

    /// <summary>Whether it rests.</summary>
    public bool? Paused { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(SourceBody);
}
