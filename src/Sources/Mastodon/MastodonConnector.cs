using System.Collections.Concurrent;
using Listening.Brands;
using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Sources.Http;

namespace Listening.Sources.Mastodon;

/// <summary>Any server of the Mastodon API: Mastodon, GoToSocial, Hollo, Pleroma, Sharkey and others (docs.joinmastodon.org/api).</summary>
public sealed class MastodonConnector(OutgoingHttp http, TimeProvider time) : IConnector
{
    // What servers call their posts outlives a run; a source is opened anew for each.
    private readonly ConcurrentDictionary<(string Server, string Credential), MastodonMemory> memories = new();

    /// <inheritdoc/>
    public ConnectorDeclaration Declaration { get; } = new()
    {
        Kind = "mastodon",
        Title = "Mastodon",
        Summary = "Hashtags and the brands' accounts as one server sees them, where it shows them to everybody; with a free account's token also who mentions you, its search where it has one, and answering. It sees what reached that server; what was sent to followers or to you alone is not taken.",
        Account = AccountNeed.None,
        Sight = new(Replies: true, Edits: true, Deletions: true, Reach: true),
        Settings =
        [
            new("server", "Address of the server", SettingKind.Address, Required: true) { Hint = "https://mastodon.social" },
            new("token", "Access token", SettingKind.Secret) { Hint = "Of your account there: preferences, development, new application; read and write:statuses. Without it, what the server shows everybody." },
            new("hashtags", "Hashtags", SettingKind.Lines) { Hint = "One a line, without #; the brands' watch terms when empty." },
            new("terms", "Words to search for", SettingKind.Lines) { Hint = "One phrase a line, needs a token; the brands' watch terms when empty." },
            new("live", "Listen as it happens", SettingKind.Switch) { Hint = "Hashtags and mentions at once instead of with the next run, where the server streams; needs a token.", Default = "false" },
            new("domain", "What its people's handles end with") { Hint = "Only where it is not the server's address, as @ana@example.org on social.example.org." },
        ],
        Replies = new(500, ReplyUnit.ShortLinks) { Addresses = true },
        AsksForAllBrandsAlike = settings => new[] { "hashtags", "terms", "token" }.All(name => string.IsNullOrWhiteSpace(settings.GetValueOrDefault(name))),
        Every = TimeSpan.FromMinutes(2),
        // The largest one: most of what is public reaches it. Hashtags are the watch terms.
        Suggest = _ => new Dictionary<string, string> { ["server"] = "https://mastodon.social" },
    };

    /// <inheritdoc/>
    public ISourceReader Open(SourceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var address = settings.Address("server");
        var root = new Uri(address.GetLeftPart(UriPartial.Authority));
        var token = settings.Find("token");
        var memory = memories.GetOrAdd((root.Authority, token ?? ""), _ => new());
        var server = new MastodonServer(http, root, settings.Find("domain") ?? root.Authority, token, memory);
        var phrases = settings.Lines("terms") is { Count: > 0 } given ? given : BrandSearches.Phrases(settings.Brands);
        var listings = Listings(settings, phrases, token is not null);
        if (listings.Count == 0) throw new SourceSettingsException("hashtags", "is missing, and no brand has a watch term or an account");
        if (settings.Find("live") != "true") return new MastodonReader(server, listings, token is null ? [] : phrases);
        return token is null
            ? throw new SourceSettingsException("token", "is needed to listen as it happens")
            : new MastodonStreamReader(server, listings, phrases, time);
    }

    private static List<MastodonListing> Listings(SourceSettings settings, IReadOnlyList<string> phrases, bool hasToken)
    {
        var tags = settings.Lines("hashtags") is { Count: > 0 } given ? given : phrases;
        List<MastodonListing> listings =
        [
            .. tags.Select(Tag).Where(tag => tag.Length > 0).Select(MastodonListing.Tag),
            // A name without a server is nobody's here: another one has it on the next server, and the registry knows none of them by it.
            .. BrandSearches.Handles(settings.Brands, MastodonPosts.Source).Where(handle => handle.Contains('@', StringComparison.Ordinal)).Select(MastodonListing.Posts),
        ];
        if (hasToken) listings.Insert(0, MastodonListing.Mentions);
        return [.. listings.DistinctBy(listing => listing.Name)];
    }

    // A hashtag has no blanks and signs: "Delta Airlines" is #DeltaAirlines.
    private static string Tag(string text) => string.Concat(text.Where(character => char.IsLetterOrDigit(character) || character == '_'));
}
