using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace Listening.Web.Commands;

/// <summary>Reads what a server answered to a command.</summary>
public static class ServerAnswer
{
    /// <summary>The body as <typeparamref name="T"/>; throws <see cref="ServerAnswerException"/> with the server's own words when it refused.</summary>
    public static async Task<T> ReadAsync<T>(this HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        await answer.EnsureGrantedAsync(cancellationToken);
        return await answer.Content.ReadFromJsonAsync<T>(JsonSerializerOptions.Web, cancellationToken)
            ?? throw new ServerAnswerException(answer.StatusCode, "The server answered nothing.");
    }

    /// <summary>Throws <see cref="ServerAnswerException"/> with the server's own words when it refused.</summary>
    public static async Task EnsureGrantedAsync(this HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.IsSuccessStatusCode) return;
        var words = $"The server answered {(int)answer.StatusCode} {answer.ReasonPhrase}.";
        if (answer.Content.Headers.ContentType?.MediaType == "application/problem+json")
        {
            var problem = await answer.Content.ReadFromJsonAsync<ProblemDetails>(JsonSerializerOptions.Web, cancellationToken);
            words = problem?.Detail ?? problem?.Title ?? words;
        }

        throw new ServerAnswerException(answer.StatusCode, words);
    }
}
