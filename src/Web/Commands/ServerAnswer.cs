using System.Text.Json;
using Listening.Web.Json;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Commands;

/// <summary>Reads what a server answered to a command.</summary>
public static class ServerAnswer
{
    /// <summary>The body as <typeparamref name="T"/>; throws <see cref="ServerAnswerException"/> with the server's own words when it refused.</summary>
    public static async Task<T> ReadAsync<T>(this HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        await answer.EnsureGrantedAsync(cancellationToken);
        return await answer.Content.ReadFromJsonAsync<T>(ApiJson.Options, cancellationToken)
            ?? throw new ServerAnswerException(answer.StatusCode, "The server answered nothing.");
    }

    /// <summary>Throws <see cref="ServerAnswerException"/> with the server's own words when it refused.</summary>
    public static async Task EnsureGrantedAsync(this HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.IsSuccessStatusCode) return;
        throw new ServerAnswerException(answer.StatusCode, await answer.WordsAsync(cancellationToken));
    }

    /// <summary>Why the server refused, in its own words.</summary>
    public static async Task<string> WordsAsync(this HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        var words = $"The server answered {(int)answer.StatusCode} {answer.ReasonPhrase}.";
        if (answer.Content.Headers.ContentType?.MediaType == "application/problem+json")
        {
            var problem = await answer.Content.ReadFromJsonAsync<ProblemDetails>(JsonSerializerOptions.Web, cancellationToken);
            words = problem?.Detail ?? problem?.Title ?? words;
        }

        return words;
    }
}
