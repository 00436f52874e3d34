using System.Net;
using Listening.Collecting.Pulling;
using Listening.Sources.Http;
using Listening.Sources.Json;

namespace Listening.Sources.X;

/// <summary>X's API v2, as one source speaks with it.</summary>
internal sealed class XApi(OutgoingHttp http, TimeProvider time, XOptions options, XMemory memory, string source)
{
    /// <summary>What a post and its author are asked for with.</summary>
    public const string Fields = "tweet.fields=created_at,author_id,conversation_id,referenced_tweets,lang,public_metrics,edit_history_tweet_ids,note_tweet,entities&expansions=author_id&user.fields=username,name,verified_type,public_metrics,profile_image_url";

    /// <summary>A post is one read, its author is two.</summary>
    public const int CostOfPost = 3;

    private static readonly RequestRate Rate = new(300, TimeSpan.FromMinutes(15));

    public XOptions Options => options;

    public XMemory Memory => memory;

    public XBudget Budget => memory.Budget;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Why nothing is asked for any more today.</summary>
    public PageFailure UsedUp => new(FailureKind.BudgetSpent, Budget.Words, Budget.Tomorrow);

    /// <summary>Asks as the app.</summary>
    public Task<OutgoingAnswer> GetAsync(string path, CancellationToken cancellationToken) => http.SendAsync(Request(new(options.Address, path), $"Bearer {options.Token}"), cancellationToken);

    /// <summary>Asks as the account. Each call has its own <paramref name="nonce"/>.</summary>
    public Task<OutgoingAnswer> GetOwnAsync(string path, string nonce, CancellationToken cancellationToken)
    {
        var address = new Uri(options.Address, path);
        return http.SendAsync(Request(address, options.Keys!.Sign(HttpMethod.Get, address, nonce, Now)), cancellationToken);
    }

    /// <summary>Sends JSON as the account, once.</summary>
    public Task<OutgoingAnswer> PostAsync(string path, string json, string nonce, CancellationToken cancellationToken)
    {
        var address = new Uri(options.Address, path);
        return http.SendAsync(
            Request(address, options.Keys!.Sign(HttpMethod.Post, address, nonce, Now)) with { Method = HttpMethod.Post, Body = (json, "application/json") }, cancellationToken);
    }

    /// <summary>The answer's failure, where X does not say it better: 429 has two meanings.</summary>
    public PageFailure? Failure(OutgoingAnswer answer) =>
        answer.Status == HttpStatusCode.TooManyRequests && JsonAnswer.Parse(answer.Body) is { } body && (body.Text("type") ?? "").EndsWith("usage-capped", StringComparison.Ordinal)
            ? new PageFailure(FailureKind.BudgetSpent, "X says that the account's paid reads are used up", Now.AddDays(1))
            : answer.Failure;

    private OutgoingRequest Request(Uri address, string authorization) => new(address)
    {
        Headers = new Dictionary<string, string> { ["Authorization"] = authorization, ["Accept"] = "application/json" },
        Credential = source,
        Rate = Rate,
    };
}
