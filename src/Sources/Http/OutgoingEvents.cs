using System.Net.ServerSentEvents;
using Listening.Collecting.Pulling;

namespace Listening.Sources.Http;

/// <summary>An answer that goes on, event by event (WHATWG HTML, 9.2, server-sent events), opened by <see cref="OutgoingHttp.ListenAsync"/>.</summary>
public sealed class OutgoingEvents : IDisposable
{
    private const int MostBytes = 4 * 1024 * 1024;
    private readonly HttpResponseMessage response;
    private readonly HeldStream stream;
    private readonly string host;
    private readonly TimeSpan silence;

    private OutgoingEvents(HttpResponseMessage response, HeldStream stream, string host, TimeSpan silence) => (this.response, this.stream, this.host, this.silence) = (response, stream, host, silence);

    /// <summary>Hands over each event as it comes, until the answer ends, and says why it did. Only cancellation is thrown, and what <paramref name="take"/> throws.</summary>
    public async Task<PageFailure> ReadAsync(Func<SseItem<string>, CancellationToken, ValueTask> take, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(take);
        await using var events = SseParser.Create(stream).EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await events.MoveNextAsync()) return new(FailureKind.Unreachable, $"{host} ended the stream");
            }
            catch (BodyTooLongException)
            {
                return new(FailureKind.Unreadable, $"{host} sent an event of more than {MostBytes} bytes");
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return new(FailureKind.Unreachable, $"{host} said nothing for {silence.TotalSeconds:0} seconds");
            }
            catch (Exception failure) when (failure is IOException or HttpRequestException or ObjectDisposedException or InvalidDataException)
            {
                return new(FailureKind.Unreachable, $"{host} broke the stream off");
            }

            await take(events.Current, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => response.Dispose();

    internal static async Task<(OutgoingEvents? Events, PageFailure? Failure)> OpenAsync(
        HttpClient client, OutgoingRequest request, TimeSpan silence, TimeProvider time, CancellationToken cancellationToken)
    {
        using var message = RedirectWalk.Message(request, request.Address);
        var (response, host) = (await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken), request.Address.Host);
        var failure = AnswerFailure.Of(response.StatusCode, host, RedirectWalk.Headers(response), time.GetUtcNow());
        if (failure is null && response.Content.Headers.ContentType?.MediaType != "text/event-stream") failure = new(FailureKind.Unreadable, $"{host} sent something that is no stream of events");
        if (failure is null) return (new(response, new(await response.Content.ReadAsStreamAsync(cancellationToken), host, silence, MostBytes, time), host, silence), null);
        response.Dispose();
        return (null, failure);
    }
}
