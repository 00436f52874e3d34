using Listening.Cases.Hooking;

namespace Listening.Web.Hooking;

/// <summary>Where what happens to cases is sent; its secret is never told.</summary>
/// <param name="Url">Where.</param>
/// <param name="Failures">Failures in a row.</param>
/// <param name="Reason">The last one's reason.</param>
/// <param name="Next">When it is tried; null when it stands still until it is set again.</param>
/// <param name="TakenAt">When something was last taken.</param>
public sealed record CaseHookView(string Url, int Failures, string? Reason, DateTimeOffset? Next, DateTimeOffset? TakenAt)
{
    /// <summary>As it stands.</summary>
    public static CaseHookView Of(CaseHook hook)
    {
        ArgumentNullException.ThrowIfNull(hook);
        return new(hook.Url, hook.Failures, hook.Reason, hook.Next, hook.TakenAt);
    }
}
