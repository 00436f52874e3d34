using Listening.Collecting.Pulling;

namespace Listening.Web.Sourcing;

/// <summary>One thing that sources of a kind are told.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Title">What a form calls it.</param>
/// <param name="Kind"><c>text</c>, <c>address</c>, <c>secret</c>, <c>number</c>, <c>choice</c>, <c>yesNo</c> or <c>list</c>.</param>
/// <param name="Required">Whether it must be there.</param>
/// <param name="Default">What is meant when nothing is said.</param>
/// <param name="Hint">What belongs into it.</param>
/// <param name="Choices">The only values there are; any when empty.</param>
public sealed record SettingView(string Name, string Title, string Kind, bool Required, string? Default, string? Hint, IReadOnlyList<string> Choices)
{
    /// <summary>The view of a declared setting.</summary>
    public static SettingView Of(SettingDeclaration setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        var kind = setting.Choices.Count > 0 ? "choice" : setting.Kind switch
        {
            SettingKind.Lines => "list",
            SettingKind.Address => "address",
            SettingKind.Number => "number",
            SettingKind.Switch => "yesNo",
            SettingKind.Secret => "secret",
            _ => "text",
        };
        return new(setting.Name, setting.Label, kind, setting.Required, setting.Default, setting.Hint, setting.Choices);
    }
}
