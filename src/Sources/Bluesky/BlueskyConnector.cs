using System.Collections.Concurrent;
using Listening.Brands;
using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Measuring;
using Listening.Sources.Http;

namespace Listening.Sources.Bluesky;

/// <summary>
/// Bluesky and other services of the AT Protocol: search, mentions and the feeds of known handles through the account's own service, conversations, edits and deletions, replies,
/// and Jetstream where an address of one is given. Sessions and the versions seen last are kept from run to run.
/// </summary>
public sealed class BlueskyConnector(OutgoingHttp http, TimeProvider time) : IConnector, IDisposable
{
    private const string DefaultService = "https://bsky.social";
    private readonly ConcurrentDictionary<BlueskyAccount, BlueskySessions> sessions = new();
    private readonly SeenVersions versions = new(time);

    /// <inheritdoc/>
    public ConnectorDeclaration Declaration { get; } = new()
    {
        Kind = BlueskyPost.Source,
        Title = "Bluesky",
        Summary = "Posts that name your brands, mentions of your account, the posts of your and your competitors' accounts, whole conversations, edits and deletions. It does not tell how many follow an author.",
        Account = AccountNeed.Free,
        Sight = new(Replies: true, Edits: true, Deletions: true, Reach: false),
        Settings =
        [
            new("handle", "Handle", Required: true) { Hint = "acme.bsky.social" },
            new("password", "App password", SettingKind.Secret, Required: true) { Hint = "Made in Bluesky under Settings, Privacy and security, App passwords; not the account's own password." },
            new("service", "Service", SettingKind.Address) { Hint = "Only for accounts that lie elsewhere.", Default = DefaultService },
            new("search", "Further searches", SettingKind.Lines) { Hint = "One a line; your brands' watch terms are searched for anyway." },
            new("stream", "Jetstream", SettingKind.Address) { Hint = "Posts at once instead of with the next run: https://jetstream2.us-east.bsky.network" },
        ],
        Replies = new(300, ReplyUnit.Graphemes),
        Every = TimeSpan.FromMinutes(2),
        Shortest = TimeSpan.FromSeconds(30),
        Suggest = brand => BrandSearches.Handles([brand], BlueskyPost.Source).Where(handle => handle.Contains('.', StringComparison.Ordinal)).Take(1).ToDictionary(_ => "handle"),
    };

    /// <inheritdoc/>
    public ISourceReader Open(SourceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var service = settings.Find("service") is null ? new Uri(DefaultService) : settings.Address("service");
        var account = new BlueskyAccount(service, settings.Text("handle").TrimStart('@').ToLowerInvariant(), settings.Text("password"));
        var api = new BlueskyApi(http, sessions.GetOrAdd(account, one => new(http, one)));
        var handles = BrandSearches.Handles(settings.Brands, BlueskyPost.Source).Where(handle => handle.Contains('.', StringComparison.Ordinal));
        var listings = new BlueskyListings(
            [account.Handle, .. handles.Where(handle => !handle.Equals(account.Handle, StringComparison.OrdinalIgnoreCase))],
            [.. Phrases(settings.Brands).Concat(settings.Lines("search")).Distinct(StringComparer.OrdinalIgnoreCase)]);
        var posts = new BlueskyPost(versions);
        return settings.Find("stream") is null
            ? new BlueskyReader(api, listings, posts, time)
            : new BlueskyStreamReader(http, api, listings, new(settings.Address("stream"), settings.Brands, posts, versions), time);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var account in sessions.Values) account.Dispose();
    }

    private static IReadOnlyList<string> Phrases(IReadOnlyList<Brand> brands)
    {
        try
        {
            return BrandSearches.Phrases(brands);
        }
        catch (MetricQuestionException fault)
        {
            throw new SourceSettingsException("search", $"cannot be made of the watch terms: {fault.Message}");
        }
    }
}
