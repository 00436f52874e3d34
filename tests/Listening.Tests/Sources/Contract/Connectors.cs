using Xunit;

namespace Listening.Tests.Sources.Contract;

/// <summary>The connectors that the contract's tests run over. A new one joins by one line.</summary>
internal static class Connectors
{
    public static ConnectorStub[] All { get; } =
    [
        new FeedStub(),
        new PagedFeedStub(),
        new HackerNewsStub(),
        new MastodonStub(),
        new UuidMastodonStub(),
        new MastodonMentionsStub(),
        new MattermostStub(),
        new SlackStub(),
        new DiscourseStub(),
        new RedditStub(),
        new XStub(),
        new BlueskyStub(),
    ];

    public static TheoryData<string, string> WithFaults => [.. All.SelectMany(connector => Faults.All.Keys.Select(fault => new TheoryDataRow<string, string>(connector.ToString(), fault)))];

    public static TheoryData<string> Names => [.. All.Select(connector => connector.ToString())];

    public static ConnectorStub Named(string name) => All.Single(connector => connector.ToString() == name);
}
