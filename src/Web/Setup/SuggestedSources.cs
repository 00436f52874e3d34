using Listening.Brands;
using Listening.Collecting.Pulling;

namespace Listening.Web.Setup;

/// <summary>From a brand to sources that would bring its posts, as each connector declares.</summary>
public static class SuggestedSources
{
    /// <summary>One a connector; those that work at once come first, then by the account they take.</summary>
    public static IReadOnlyList<SuggestedSource> For(Brand brand, IEnumerable<ConnectorDeclaration> declarations)
    {
        ArgumentNullException.ThrowIfNull(brand);
        ArgumentNullException.ThrowIfNull(declarations);
        return
        [
            .. declarations.Select(declaration => (declaration, Suggested: Of(brand, declaration)))
                .OrderByDescending(pair => pair.Suggested.Ready).ThenBy(pair => pair.declaration.Account).ThenBy(pair => pair.declaration.Title, StringComparer.Ordinal)
                .Select(pair => pair.Suggested),
        ];
    }

    private static SuggestedSource Of(Brand brand, ConnectorDeclaration declaration)
    {
        var settings = declaration.Suggest?.Invoke(brand);
        var complete = declaration.Settings.All(setting => !setting.Required || setting.Default is not null || settings?.ContainsKey(setting.Name) == true);
        return new(declaration.Kind, Name(brand, declaration.Kind), settings ?? new Dictionary<string, string>(), settings is not null && complete && declaration.Account == AccountNeed.None);
    }

    // Some connectors' posts bear the source's name, and in handles it stands before a colon: "acme-air-feed".
    private static string Name(Brand brand, string kind)
    {
        var words = string.Concat(brand.Name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
        return string.Join('-', [.. words.Split('-', StringSplitOptions.RemoveEmptyEntries).Take(4), kind]);
    }
}
