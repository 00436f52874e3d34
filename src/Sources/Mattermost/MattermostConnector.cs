using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Sources.Chats;
using Listening.Sources.Http;

namespace Listening.Sources.Mattermost;

/// <summary>Channels of a Mattermost server, by its API v4 (developers.mattermost.com/api-documentation).</summary>
public sealed class MattermostConnector : IConnector
{
    private const int IdLength = 26;
    private readonly OutgoingHttp http;
    private readonly MattermostPages pages;
    private readonly KnownPeople people;

    /// <summary>The connector over one way out.</summary>
    public MattermostConnector(OutgoingHttp http, TimeProvider time)
        : this(http, time, new())
    {
    }

    internal MattermostConnector(OutgoingHttp http, TimeProvider time, MattermostPages pages) => (this.http, this.pages, people) = (http, pages, new(time));

    /// <inheritdoc/>
    public ConnectorDeclaration Declaration { get; } = new()
    {
        Kind = "mattermost",
        Title = "Mattermost",
        Summary = "Posts, answers, edits and deletions in channels of your own server. It does not tell who read them, nor anything of channels that the bot is no member of.",
        Account = AccountNeed.Free,
        Sight = new(Replies: true, Edits: true, Deletions: true, Reach: false),
        Settings =
        [
            new("address", "Address of the server", SettingKind.Address, Required: true) { Hint = "https://chat.example.com/" },
            new("token", "Token of a bot account", SettingKind.Secret, Required: true) { Hint = "The bot must be a member of the channels." },
            new("channels", "Channels", SettingKind.Lines, Required: true) { Hint = "One a line: the channel's id (View info), and behind a space what it is called here." },
        ],
        Audience = Audience.Internal,
        Every = TimeSpan.FromMinutes(1),
        Shortest = TimeSpan.FromSeconds(15),
    };

    /// <inheritdoc/>
    public ISourceReader Open(SourceSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var address = settings.Address("address");
        var server = new MattermostServer(http, people, settings.Name, address.AbsolutePath.EndsWith('/') ? address : new(address.GetLeftPart(UriPartial.Path) + "/"), settings.Text("token"));
        return new MattermostReader(server, settings.Name, ChatChannel.Read(settings, "channels", IsId, new string('x', IdLength)), pages);
    }

    private static bool IsId(string text) => text.Length == IdLength && text.All(char.IsAsciiLetterOrDigit);
}
