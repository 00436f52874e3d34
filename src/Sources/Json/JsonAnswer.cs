using System.Text.Json;
using Listening.Collecting.Pulling;
using Listening.Sources.Http;

namespace Listening.Sources.Json;

/// <summary>The JSON of an answer, or why there is none.</summary>
/// <param name="Root">Undefined where there is a failure.</param>
/// <param name="Failure">Null where there is JSON.</param>
internal sealed record JsonAnswer(JsonElement Root, PageFailure? Failure)
{
    /// <summary>Reads an answer: its own failure comes first; a body that is no JSON is <see cref="FailureKind.Unreadable"/>.</summary>
    public static JsonAnswer Read(OutgoingAnswer answer)
    {
        if (answer.Failure is { } failure) return new(default, failure);
        return Parse(answer.Body) is { } root ? new(root, null) : Unreadable(answer);
    }

    /// <summary>A body as JSON, whatever the status; null when it is none.</summary>
    public static JsonElement? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>An answer of another shape than the source's.</summary>
    public static JsonAnswer Unreadable(OutgoingAnswer answer) =>
        new(default, new(FailureKind.Unreadable, $"{answer.Address.Host} sent something that is not its API's answer"));
}
