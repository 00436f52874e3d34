using System.Text.Json;
using Listening.Collecting.Pulling;
using Listening.Sources.Http;
using Listening.Sources.Json;

namespace Listening.Sources.Bluesky;

/// <summary>Reads answers of XRPC, the protocol's HTTP: an object, or <c>{error, message}</c> with a status of 400 and more.</summary>
internal static class BlueskyJson
{
    // A conversation nests two levels a reply.
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 4096 };

    /// <summary>The object, or why there is none.</summary>
    public static (JsonElement Root, PageFailure? Failure) Read(OutgoingAnswer answer)
    {
        if (answer.Failure is { } failure) return (default, failure);
        return Parse(answer.Body) is { ValueKind: JsonValueKind.Object } root
            ? (root, null)
            : (default, new(FailureKind.Unreadable, $"{answer.Address.Host} sent something that is not its API's answer"));
    }

    /// <summary>The name of the error; null when the answer gives none.</summary>
    public static string? Error(OutgoingAnswer answer) =>
        answer.Failure is not null && Parse(answer.Body)?.Text("error") is { } name && name.All(char.IsAsciiLetterOrDigit) && name.Length <= 60 ? name : null;

    /// <summary>What it says about the error, on one line and shortened.</summary>
    public static string? Message(OutgoingAnswer answer) => Parse(answer.Body)?.Text("message") is { } text ? Collecting.PostFormatException.Shown(text) : null;

    private static JsonElement? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Deep);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
