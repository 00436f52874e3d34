namespace Listening.Collecting.Pulling;

/// <summary>One thing a connector is told.</summary>
/// <param name="Name">Its key: lower-case letters, digits and hyphens.</param>
/// <param name="Label">What a form calls it.</param>
/// <param name="Kind">How it is typed and checked.</param>
/// <param name="Required">Whether the connector cannot do without.</param>
public sealed record SettingDeclaration(string Name, string Label, SettingKind Kind = SettingKind.Text, bool Required = false)
{
    /// <summary>What belongs into it, in a sentence.</summary>
    public string? Hint { get; init; }

    /// <summary>What is meant when nothing is said.</summary>
    public string? Default { get; init; }

    /// <summary>The only values there are; any when empty.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];
}
