namespace Listening.Store.Projecting;

/// <summary>A wording is a machine's where it comes at least five times within thirty days, each time quickly.</summary>
internal static class WordingRule
{
    /// <summary>How often.</summary>
    public const int Times = 5;

    /// <summary>Within how long.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromDays(30);

    /// <summary>Which of the quick replies of one wording are automated: those in some window that holds enough of them.</summary>
    public static IEnumerable<(QuickReply Reply, bool Automated)> Judge(IEnumerable<QuickReply> replies)
    {
        var inOrder = replies.OrderBy(reply => reply.PostedAt).ThenBy(reply => reply.Post).ToArray();
        var automated = new bool[inOrder.Length];
        for (var first = 0; first + Times <= inOrder.Length; first++)
            if (inOrder[first + Times - 1].PostedAt - inOrder[first].PostedAt <= Window)
                automated.AsSpan(first, Times).Fill(true);
        return inOrder.Select((reply, i) => (reply, automated[i]));
    }
}
