using System.Globalization;
using Listening.Brands;

namespace Listening.Collecting.Pulling;

/// <summary>What one configured source is told. Its text shows no value, since some are secret.</summary>
/// <param name="Name">The source's own name, unique; a connector whose ids are unique only there uses it as the posts' source.</param>
/// <param name="Values">Settings by name, secrets opened. Absent and empty are the same.</param>
public sealed record SourceSettings(string Name, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The brands that are listened for: their handles of this source and their watch terms. Read anew with every run.</summary>
    public IReadOnlyList<Brand> Brands { get; init; } = [];

    /// <summary>A setting, trimmed; null when it is not set.</summary>
    public string? Find(string name) => Values.TryGetValue(name, out var value) && value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A setting that must be there. Throws <see cref="SourceSettingsException"/>.</summary>
    public string Text(string name) => Find(name) ?? throw new SourceSettingsException(name, "is missing");

    /// <summary>Several values, one a line; empty when not set.</summary>
    public IReadOnlyList<string> Lines(string name) => Find(name)?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>An absolute http or https address without credentials in it. Throws <see cref="SourceSettingsException"/>.</summary>
    public Uri Address(string name) =>
        !Uri.TryCreate(Text(name), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https")
            ? throw new SourceSettingsException(name, "must be an address that begins with https:// or http://")
            : address.UserInfo.Length > 0 ? throw new SourceSettingsException(name, "must not have a user name or password in it") : address;

    /// <summary>A whole number between two; <paramref name="otherwise"/> when not set. Throws <see cref="SourceSettingsException"/>.</summary>
    public int Number(string name, int otherwise, int least, int most)
    {
        if (Find(name) is not { } text) return otherwise;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new SourceSettingsException(name, string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {least} to {most}"));
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {string.Join(", ", Values.Keys.Order(StringComparer.Ordinal))}";
}
