using System.Collections.Concurrent;
using Listening.Brands;
using Listening.Collecting.Pulling;
using Listening.Collecting.Replying;
using Listening.Sources.Http;

namespace Listening.Sources.X;

/// <summary>X by its API v2, which is paid for by the read: the recent search, mentions, look-ups, conversations, and answering.</summary>
public sealed class XConnector(OutgoingHttp http, TimeProvider time) : IConnector
{
    private const string DefaultAddress = "https://api.x.com/";
    private const int LongestQuery = 512;

    // What was spent today outlives a run; a source is opened anew for each.
    private readonly ConcurrentDictionary<(string Source, int Reads), XMemory> memories = new();

    /// <inheritdoc/>
    public ConnectorDeclaration Declaration { get; } = new()
    {
        Kind = "x",
        Title = "X",
        Summary = "Posts of the last seven days that name or mention a brand or are its own, with their conversations, edits and deletions, and answering. Every read and every answer is paid for, so a day's budget ends both.",
        Account = AccountNeed.Paid,
        Sight = new(Replies: true, Edits: true, Deletions: true, Reach: true),
        Settings =
        [
            new("token", "Bearer token", SettingKind.Secret, Required: true) { Hint = "Of an app in X's developer portal." },
            new("query", "Search") { Hint = "In X's search language, at most 512 characters; the brands' watch terms and handles when empty." },
            new("reads", "Paid reads a day", SettingKind.Number) { Hint = "A post is one, its author two. What a read costs stands in X's price list.", Default = "1000" },
            new("mentions", "Mentions by themselves", SettingKind.Switch) { Hint = "Reads what names your accounts as a listing of its own, which reaches back further than the search's seven days.", Default = "false" },
            new("consumer-key", "API key", SettingKind.Secret) { Hint = "To answer: the four keys of your app and account, OAuth 1.0a with write access, from X's developer portal." },
            new("consumer-secret", "API key secret", SettingKind.Secret),
            new("access-token", "Access token", SettingKind.Secret),
            new("access-secret", "Access token secret", SettingKind.Secret),
            new("address", "Address of the API", SettingKind.Address) { Default = DefaultAddress },
        ],
        Replies = new(280, ReplyUnit.Weighted),
        AsksForAllBrandsAlike = settings => string.IsNullOrWhiteSpace(settings.GetValueOrDefault("query")) && settings.GetValueOrDefault("mentions") != "true",
        Every = TimeSpan.FromMinutes(15),
    };

    /// <inheritdoc/>
    public ISourceReader Open(SourceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var token = settings.Text("token");
        var query = settings.Find("query") ?? Query(settings.Brands);
        if (query.Length > LongestQuery) throw new SourceSettingsException("query", "or what the brands make of it is longer than 512 characters");
        var address = settings.Find("address") is null ? new(DefaultAddress) : settings.Address("address");
        var reads = settings.Number("reads", 1000, 30, 3_000_000);
        var memory = memories.GetOrAdd((settings.Name, reads), key => new(new(key.Reads, time)));
        var own = settings.Brands.Where(brand => brand.Kind == BrandKind.Own);
        var options = new XOptions(address, token, query) { Keys = Keys(settings), Mentioned = settings.Find("mentions") == "true" ? BrandSearches.Handles(own, XPosts.Source) : [] };
        return new XReader(new(http, time, options, memory, settings.Name));
    }

    private static XKeys? Keys(SourceSettings settings)
    {
        string[] names = ["consumer-key", "consumer-secret", "access-token", "access-secret"];
        var given = names.Select(settings.Find).ToList();
        if (given.TrueForAll(key => key is null)) return null;
        if (given.IndexOf(null) is var missing and >= 0) throw new SourceSettingsException(names[missing], "is missing: it takes all four to answer");
        return new(given[0]!, given[1]!, given[2]!, given[3]!);
    }

    private static string Query(IReadOnlyList<Brand> brands)
    {
        var handles = BrandSearches.Handles(brands, XPosts.Source);
        var parts = BrandSearches.Phrases(brands).Select(phrase => $"\"{phrase.Replace("\"", "", StringComparison.Ordinal)}\"").Concat(handles.Select(handle => $"@{handle}")).Concat(handles.Select(handle => $"from:{handle}")).ToList();
        return parts.Count > 0 ? $"({string.Join(" OR ", parts)}) -is:retweet" : throw new SourceSettingsException("query", "is missing, and no brand has a watch term");
    }
}
