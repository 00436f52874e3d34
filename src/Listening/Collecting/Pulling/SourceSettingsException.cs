namespace Listening.Collecting.Pulling;

/// <summary>A setting of a source is missing or cannot be meant. The message never shows the value.</summary>
public sealed class SourceSettingsException(string setting, string fault) : Exception($"`{setting}` {fault}")
{
    /// <summary>Which setting.</summary>
    public string Setting { get; } = setting;
}
