using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Sources.Chats;
using Listening.Sources.Http;

namespace Listening.Sources.Slack;

/// <summary>Channels of a Slack workspace, by its Web API and, where its events are sent here, at once.</summary>
public sealed class SlackConnector : IConnector
{
    private const string DefaultAddress = "https://slack.com/api/";
    private readonly OutgoingHttp http;
    private readonly TimeProvider time;
    private readonly KnownPeople people;
    private readonly SlackProfile? forced;

    /// <summary>The connector over one way out.</summary>
    public SlackConnector(OutgoingHttp http, TimeProvider time)
        : this(http, time, null)
    {
    }

    internal SlackConnector(OutgoingHttp http, TimeProvider time, SlackProfile? forced) => (this.http, this.time, this.forced, people) = (http, time, forced, new(time));

    /// <inheritdoc/>
    public ConnectorDeclaration Declaration { get; } = new()
    {
        Kind = "slack",
        Title = "Slack",
        Summary = "Messages, threads and edits in channels of your workspace. Without its events it sees no deletion at once, and no answer to messages older than the days set; it never tells who read them.",
        Account = AccountNeed.Free,
        Sight = new(Replies: true, Edits: true, Deletions: true, Reach: false),
        Settings =
        [
            new("token", "Bot token", SettingKind.Secret, Required: true) { Hint = "xoxb-…, of an app with channels:history, groups:history, channels:read and users:read that is a member of the channels." },
            new("channels", "Channels", SettingKind.Lines, Required: true) { Hint = "One a line: the channel's id (C0123ABCD), and behind a space what it is called here." },
            new("limits", "What Slack allows the app")
            {
                Hint = "internal: the app was made in your own workspace. unlisted: it was handed out by somebody else; then Slack gives one page of fifteen messages a minute.",
                Default = "internal",
                Choices = ["internal", "unlisted"],
            },
            new("thread-days", "Days for which threads are followed", SettingKind.Number) { Default = "7" },
            new("signing-secret", "Signing secret", SettingKind.Secret) { Hint = "For Slack's events; they are sent to /hooks/ and this source's name." },
            new("address", "Address of the API", SettingKind.Address) { Default = DefaultAddress },
        ],
        Audience = Audience.Internal,
        Every = TimeSpan.FromMinutes(1),
        Shortest = TimeSpan.FromSeconds(30),
    };

    /// <inheritdoc/>
    public ISourceReader Open(SourceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var profile = forced ?? settings.Find("limits") switch
        {
            null or "internal" => SlackProfile.Internal,
            "unlisted" => SlackProfile.Unlisted,
            _ => throw new SourceSettingsException("limits", "must be internal or unlisted"),
        };
        var address = settings.Find("address") is null ? new(DefaultAddress) : settings.Address("address");
        var api = new SlackApi(http, people, settings.Name, address, settings.Text("token"), profile);
        var options = new SlackOptions(profile, TimeSpan.FromDays(settings.Number("thread-days", 7, 1, 30)), settings.Find("signing-secret"));
        return new SlackReader(api, settings.Name, ChatChannel.Read(settings, "channels", IsId, "C0123ABCD"), options, time);
    }

    private static bool IsId(string text) => text.Length is > 1 and < 40 && text[0] is 'C' or 'G' or 'D' && text.All(character => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character));
}
