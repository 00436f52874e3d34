using System.Text.RegularExpressions;

namespace Listening.Cases.Replying;

/// <summary>The variables that answers are written with: <c>{name}</c> the customer, <c>{brand}</c> the brand, <c>{agent}</c> who answers.</summary>
public static partial class ReplyText
{
    private static readonly string[] Variables = ["name", "brand", "agent"];

    /// <summary>The words with what the variables stand for.</summary>
    /// <param name="text">The words.</param>
    /// <param name="found">The case.</param>
    /// <param name="agent">Who answers, as they are to be named.</param>
    public static string Fill(string text, Case found, string agent)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(found);
        var name = found.Name.Length > 0 ? found.Name.Split(' ')[0] : found.Handle.Split('@')[0];
        return Variable().Replace(text, match => match.Groups[1].Value switch
        {
            "name" => name,
            "brand" => found.Brand,
            "agent" => agent,
            _ => match.Value,
        });
    }

    /// <summary>The first variable of a text that there is none of; null when there are all.</summary>
    public static string? Unknown(string text) => Variable().Matches(text).Select(match => match.Groups[1].Value).FirstOrDefault(name => !Variables.Contains(name));

    [GeneratedRegex(@"\{([a-z_]{1,30})\}", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
