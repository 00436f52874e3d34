using System.Text.Json;
using Listening.Collecting.Pulling;

namespace Listening.Sources.Bluesky;

/// <summary>What a method of XRPC answered.</summary>
/// <param name="Root">The object; undefined where there is a failure.</param>
/// <param name="Failure">Null where there is an object.</param>
/// <param name="Error">The error's name, as the method's lexicon calls it; null where none is given.</param>
/// <param name="Message">What was said about it, shortened.</param>
internal sealed record XrpcAnswer(JsonElement Root, PageFailure? Failure, string? Error, string? Message)
{
    /// <summary>What the failure means, said better than the status can.</summary>
    public PageFailure Explained(string what) => this switch
    {
        { Error: "ExpiredToken" or "InvalidToken" or "AuthMissing" } => Failure! with { Kind = FailureKind.Unauthorised, Reason = $"{what}: the session is not accepted ({Error})" },
        { Error: { } name, Failure.Kind: FailureKind.Misconfigured } => Failure with { Reason = $"{what}: {name}{(Message is null ? "" : $", {Message}")}" },
        _ => Failure!,
    };
}
