using Listening.Conversations;
using Listening.Storing;

namespace Listening.Store.Reading;

/// <summary>A wait from its row.</summary>
internal static class ReadWait
{
    public static Wait Of(FactRow row) => new()
    {
        Brand = row.Get<string>("brand"),
        Author = row.Get<string>("author"),
        Number = (int)row.Get<long>("number"),
        Opener = row.Get<UInt128>("opener"),
        OpenedAt = row.Get<DateTimeOffset>("opened_at"),
        Episode = (int)row.Get<long>("episode"),
        FirstOfEpisode = row.Get<bool>("first_of_episode"),
        SilenceEpisode = (int)row.Get<long>("silence_episode"),
        FirstOfSilenceEpisode = row.Get<bool>("first_of_silence_episode"),
        ClosedAt = (DateTimeOffset?)row["closed_at"],
        ClosedBy = (UInt128?)row["closed_by"],
        Skewed = row.Get<bool>("skewed"),
        AutomatedAt = (DateTimeOffset?)row["automated_at"],
        ResolvedAt = (DateTimeOffset?)row["resolved_at"],
        CensoredAt = (DateTimeOffset?)row["censored_at"],
        RepliedAt = (DateTimeOffset?)row["replied_at"],
        RivalAt = (DateTimeOffset?)row["rival_at"],
        Rival = row.Get<string>("rival") is { Length: > 0 } rival ? rival : null,
        HelpedAt = (DateTimeOffset?)row["helped_at"],
        LeftOut = row.Get<string>("left_out"),
    };
}
