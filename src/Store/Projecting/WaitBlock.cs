using Listening.Brands;
using Listening.Store.Engine;

namespace Listening.Store.Projecting;

/// <summary>Rows of <c>waits</c> and <c>wait_keys</c>.</summary>
internal static class WaitBlock
{
    public static NativeBlock Of(IReadOnlyList<WaitRow> rows, BrandRegistry registry, ulong revision) => new NativeBlock(rows.Count)
        .Add("brand", rows.Column(row => row.Wait.Brand))
        .Add("opened_at", rows.Column(row => row.Wait.OpenedAt))
        .Add("conversation", rows.Column(row => row.Conversation))
        .Add("author", rows.Column(row => row.Wait.Author))
        .Add("number", rows.Column(row => (uint)row.Wait.Number))
        .Add("kind", rows.Column(row => (sbyte)registry.KindOf(row.Wait.Brand)))
        .Add("source", rows.Column(row => row.Opener.Source))
        .Add("language", rows.Column(row => row.Opener.Language))
        .Add("intent", rows.Column(row => row.Opener.Said.Intent))
        .Add("sentiment", rows.Column(row => row.Opener.Said.Sentiment))
        .Add("topic", rows.Column(row => row.Opener.Said.Topic))
        .Add("handle", rows.Column(row => row.Opener.Post.Handle))
        .Add("opener", rows.Column(row => row.Wait.Opener))
        .Add("opener_id", rows.Column(row => row.Opener.Id))
        .Add("episode", rows.Column(row => (uint)row.Wait.Episode))
        .Add("first_of_episode", rows.Column(row => row.Wait.FirstOfEpisode))
        .Add("silence_episode", rows.Column(row => (uint)row.Wait.SilenceEpisode))
        .Add("first_of_silence_episode", rows.Column(row => row.Wait.FirstOfSilenceEpisode))
        .Add("closed_at", rows.Column(row => row.Wait.ClosedAt))
        .Add("closed_by", rows.Column(row => row.Wait.ClosedBy))
        .Add("skewed", rows.Column(row => row.Wait.Skewed))
        .Add("automated_at", rows.Column(row => row.Wait.AutomatedAt))
        .Add("resolved_at", rows.Column(row => row.Wait.ResolvedAt))
        .Add("censored_at", rows.Column(row => row.Wait.CensoredAt))
        .Add("replied_at", rows.Column(row => row.Wait.RepliedAt))
        .Add("rival_at", rows.Column(row => row.Wait.RivalAt))
        .Add("rival", rows.Column(row => row.Wait.Rival ?? ""))
        .Add("helped_at", rows.Column(row => row.Wait.HelpedAt))
        .Add("left_out", rows.Column(row => row.Wait.LeftOut))
        .Add("terms", rows.Column(row => (uint)(row.Terms?.Version ?? 0)))
        .Add("target", rows.Column(row => row.Terms?.Target.Name ?? ""))
        .Add("calendar", rows.Column(row => row.Terms?.Calendar ?? ""))
        .Add("opened_worked", rows.Column(row => row.Worked(row.Wait.OpenedAt)))
        .Add("closed_worked", rows.Column(row => row.Worked(row.Wait.ClosedAt)))
        .Add("censored_worked", rows.Column(row => row.Worked(row.Wait.CensoredAt)))
        .Add("due_at", rows.Column(row => row.Due))
        .Add("resolve_due_at", rows.Column(row => row.Wait.FirstOfEpisode ? row.Terms?.ResolveDue(row.Wait.OpenedAt) : null))
        .Add("act_at", rows.Column(row => (IReadOnlyList<DateTimeOffset>)row.Acts.Column(act => act.At)))
        .Add("act_kind", rows.Column(row => (IReadOnlyList<string>)row.Acts.Column(act => $"{act.Kind}")))
        .Add("act_by", rows.Column(row => (IReadOnlyList<string>)row.Acts.Column(act => act.By)))
        .Add("act_to", rows.Column(row => (IReadOnlyList<string>)row.Acts.Column(act => act.To)))
        .Add("revision", rows.Column(_ => revision));

    /// <summary>Waits that are no more.</summary>
    public static NativeBlock Gone(IReadOnlyList<(UInt128 Conversation, WaitKey Key)> rows, ulong revision) => new NativeBlock(rows.Count)
        .Add("brand", rows.Column(row => row.Key.Brand))
        .Add("opened_at", rows.Column(row => row.Key.OpenedAt))
        .Add("conversation", rows.Column(row => row.Conversation))
        .Add("author", rows.Column(row => row.Key.Author))
        .Add("number", rows.Column(row => row.Key.Number))
        .Add("revision", rows.Column(_ => revision))
        .Add("gone", rows.Column(_ => true));

    /// <summary>Which waits a conversation has.</summary>
    public static NativeBlock Keys(IReadOnlyList<(UInt128 Conversation, WaitKey[] Keys)> rows, ulong revision) => new NativeBlock(rows.Count)
        .Add("conversation", rows.Column(row => row.Conversation))
        .Add("brands", rows.Column(row => (IReadOnlyList<string>)row.Keys.Column(key => key.Brand)))
        .Add("opened_at", rows.Column(row => (IReadOnlyList<DateTimeOffset>)row.Keys.Column(key => key.OpenedAt)))
        .Add("authors", rows.Column(row => (IReadOnlyList<string>)row.Keys.Column(key => key.Author)))
        .Add("numbers", rows.Column(row => (IReadOnlyList<uint>)row.Keys.Column(key => key.Number)))
        .Add("revision", rows.Column(_ => revision));
}
