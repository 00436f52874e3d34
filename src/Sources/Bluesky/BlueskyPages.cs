using System.Text.Json;
using Listening.Collecting;
using Listening.Collecting.Pulling;
using Listening.Sources.Json;

namespace Listening.Sources.Bluesky;

/// <summary>Makes pages of answers. A short page is no end: the service leaves out who was deactivated; only an answer without a cursor is.</summary>
internal static class BlueskyPages
{
    /// <summary>The page: every entry of <paramref name="list"/> that <paramref name="read"/> makes a post of, null being none for us.</summary>
    public static PageAnswer Read(PageRequest request, XrpcAnswer answer, string what, string list, Func<JsonElement, PageItem?> read)
    {
        if (answer.Failure is not null) return Failed(request, answer, what);
        if (answer.Root.Field(list).ValueKind != JsonValueKind.Array) return new PageFailure(FailureKind.Unreadable, $"{what}: the answer has no {list}");
        var (items, rejected) = (new List<PageItem>(), new List<string>());
        foreach (var entry in answer.Root.List(list))
        {
            try
            {
                if (read(entry) is { } item) items.Add(item);
            }
            catch (PostFormatException fault)
            {
                rejected.Add(fault.Message);
            }
        }

        var next = answer.Root.Text("cursor");
        return new SourcePage(items, next is null ? PageEnd.Exhausted : PageEnd.More) { Next = next, Rejected = rejected };
    }

    /// <summary>The failure; with a cursor that is not understood any more, the walk begins again.</summary>
    public static PageFailure Failed(PageRequest request, XrpcAnswer answer, string what)
    {
        var failure = answer.Explained(what);
        return request.Resume is not null && failure.Kind == FailureKind.Misconfigured && answer.Error is "InvalidRequest" or "BadCursor"
            ? failure with { Kind = FailureKind.TokenRefused }
            : failure;
    }
}
