using System.Globalization;
using System.Text.Json;
using Listening.Collecting.Pulling;
using Listening.Sources.Json;

namespace Listening.Sources.Mastodon;

/// <summary>Reads a server's full-text search, newest first, by offset. It finds what authors let be found, on servers that have it; a token is needed.</summary>
internal sealed class MastodonSearch(MastodonServer server, MastodonListings listings)
{
    private const int Limit = 40;

    public async Task<PageAnswer> ReadAsync(string phrase, PageRequest request, CancellationToken cancellationToken)
    {
        var offset = int.TryParse(request.Resume, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var question = phrase.Contains(' ', StringComparison.Ordinal) ? $"\"{phrase.Replace("\"", "", StringComparison.Ordinal)}\"" : phrase;
        var sent = await server.SendAsync(string.Create(CultureInfo.InvariantCulture, $"api/v2/search?q={Uri.EscapeDataString(question)}&type=statuses&limit={Limit}&offset={offset}"), cancellationToken);
        var answer = server.Read(sent);
        if (answer.Failure is { } failure) return failure;
        if (answer.Root.Field("statuses").ValueKind != JsonValueKind.Array) return JsonAnswer.Unreadable(sent).Failure!;
        var statuses = answer.Root.List("statuses").ToList();
        var (posts, rejected, missed) = await listings.TakeAsync(statuses, cancellationToken);
        if (missed is not null) return missed;
        return new SourcePage([.. posts.Select(post => new PageItem(post, Position(server.Memory.IdOf(post.Identity.Id))))], statuses.Count == 0 ? PageEnd.Exhausted : PageEnd.More)
        {
            // Hits that are gone by now leave a page short.
            Next = statuses.Count == 0 ? null : (offset + Limit).ToString(CultureInfo.InvariantCulture),
            Rejected = rejected,
        };
    }

    // Only Mastodon's own numbers say an order.
    private static string? Position(string? id) => id is not null && id.Length < 30 && id.All(char.IsAsciiDigit) ? Positions.OfId(id) : null;
}
