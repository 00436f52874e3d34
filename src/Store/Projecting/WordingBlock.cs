using Listening.Store.Engine;

namespace Listening.Store.Projecting;

/// <summary>Rows of <c>wordings</c>.</summary>
internal static class WordingBlock
{
    public static NativeBlock Of(WordingChanges changes, ulong revision)
    {
        QuickReply[] rows = [.. changes.Now, .. changes.Gone.Select(post => new QuickReply(post, 0, DateTimeOffset.UnixEpoch, false))];
        return new NativeBlock(rows.Length)
            .Add("post", rows.Column(reply => reply.Post))
            .Add("fingerprint", rows.Column(reply => reply.Fingerprint))
            .Add("posted_at", rows.Column(reply => reply.PostedAt))
            .Add("automated", rows.Column(reply => reply.Automated))
            .Add("revision", rows.Column(_ => revision))
            .Add("gone", [.. Enumerable.Range(0, rows.Length).Select(i => i >= changes.Now.Count)]);
    }
}
