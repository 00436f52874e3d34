using System.Buffers;
using System.Text.Json;
using Listening.Collecting;
using Listening.Collecting.Pulling;

namespace Listening.Web.Sourcing;

/// <summary>What trying a source brought; nothing of it is stored.</summary>
/// <param name="Posts">In the wire form.</param>
/// <param name="Failure">Null when nothing failed.</param>
public sealed record TrialView(IReadOnlyList<JsonElement> Posts, TrialFailure? Failure)
{
    /// <summary>The view of a report.</summary>
    public static TrialView Of(TrialReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new([.. report.Posts.Select(Wire)], report.Failure is { } failure ? new(failure.Kind, failure.Reason) : null);
    }

    private static JsonElement Wire(Post post)
    {
        var buffer = new ArrayBufferWriter<byte>();
        PostJson.Write(buffer, post);
        return JsonElement.Parse(buffer.WrittenSpan);
    }
}
