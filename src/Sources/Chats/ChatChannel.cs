using Listening.Collecting.Pulling;

namespace Listening.Sources.Chats;

/// <summary>A channel that is read.</summary>
/// <param name="Id">The chat's own id.</param>
/// <param name="Name">What it is called here.</param>
internal sealed record ChatChannel(string Id, string Name)
{
    /// <summary>Channels as a setting lists them: one a line, the id and behind a space its name. Throws <see cref="SourceSettingsException"/>.</summary>
    public static IReadOnlyList<ChatChannel> Read(SourceSettings settings, string setting, Func<string, bool> isId, string example)
    {
        var channels = settings.Lines(setting).Select(line => line.Split(' ', 2, StringSplitOptions.TrimEntries)).Select(parts => new ChatChannel(parts[0], parts[^1].TrimStart('#'))).ToList();
        if (channels.Count == 0) throw new SourceSettingsException(setting, "is missing");
        if (channels.FindIndex(channel => !isId(channel.Id)) is >= 0 and var line) throw new SourceSettingsException(setting, $"must begin line {line + 1} with a channel's id such as {example}");
        return channels.DistinctBy(channel => channel.Id).Count() == channels.Count ? channels : throw new SourceSettingsException(setting, "names a channel twice");
    }
}
