using Listening.Brands;
using Listening.Collecting.Pulling;
using Listening.Sources.Http;

namespace Listening.Sources.HackerNews;

/// <summary>
/// Hacker News: its public search (hn.algolia.com/api) for the brands' terms and accounts, its item API (github.com/HackerNews/API) for what was taken away. No account.
/// </summary>
public sealed class HackerNewsConnector(OutgoingHttp http, TimeProvider time) : IConnector
{
    /// <inheritdoc/>
    public ConnectorDeclaration Declaration { get; } = new()
    {
        Kind = "hackernews",
        Title = "Hacker News",
        Summary = "Stories and comments that say a brand's name, and what the brands' accounts write. It tells neither edits nor how many follow somebody; answers are written in the browser.",
        Account = AccountNeed.None,
        Sight = new(Replies: true, Edits: false, Deletions: true, Reach: false),
        Settings =
        [
            new("terms", "Words to look for", SettingKind.Lines) { Hint = "One phrase a line; the brands' watch terms when empty." },
            new("search-address", "Address of the search", SettingKind.Address) { Default = "https://hn.algolia.com/" },
            new("items-address", "Address of the items", SettingKind.Address) { Default = "https://hacker-news.firebaseio.com/" },
        ],
        AsksForAllBrandsAlike = settings => string.IsNullOrWhiteSpace(settings.GetValueOrDefault("terms")),
        Every = TimeSpan.FromMinutes(3),
        Suggest = _ => new Dictionary<string, string>(),
    };

    /// <inheritdoc/>
    public ISourceReader Open(SourceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var terms = settings.Lines("terms") is { Count: > 0 } given ? given : BrandSearches.Phrases(settings.Brands);
        var accounts = BrandSearches.Handles(settings.Brands, HackerNewsPosts.Source);
        if (terms.Count + accounts.Count == 0) throw new SourceSettingsException("terms", "is missing, and no brand has a watch term");
        return new HackerNewsReader(http, time, Address(settings, "search-address"), Address(settings, "items-address"), terms, accounts);
    }

    private Uri Address(SourceSettings settings, string name) =>
        settings.Find(name) is null ? new(Declaration.Settings.Single(setting => setting.Name == name).Default!) : settings.Address(name);
}
