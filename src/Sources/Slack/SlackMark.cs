using System.Text.Json;

namespace Listening.Sources.Slack;

/// <summary>How far all channels are read, and whose turn it is. They share one limit, so they share one mark: each gets its turn, however slowly pages come.</summary>
/// <param name="Turn">Index of the channel whose turn it is.</param>
/// <param name="Scanning">Whether its new messages are read in this round, and its threads are next.</param>
/// <param name="Channels">By the channel's id.</param>
/// <param name="Round">Grows with every round.</param>
internal sealed record SlackMark(int Turn, bool Scanning, IReadOnlyDictionary<string, SlackChannelMark> Channels, long Round)
{
    public static SlackMark Empty { get; } = new(0, false, new Dictionary<string, SlackChannelMark>(), 0);

    public static SlackMark? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<SlackMark>(text, JsonSerializerOptions.Web) is { Channels: not null, Turn: >= 0 } mark ? mark : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public SlackMark With(string channel, SlackChannelMark mark) => this with { Channels = new Dictionary<string, SlackChannelMark>(Channels) { [channel] = mark } };

    public override string ToString() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}
