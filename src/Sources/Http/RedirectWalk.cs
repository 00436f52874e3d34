using System.Net;
using System.Text;

namespace Listening.Sources.Http;

/// <summary>Sends a request and follows where it is sent on to, without carrying credentials to another host or off https.</summary>
internal sealed class RedirectWalk(HttpClient client, int most, TimeProvider time)
{
    public async Task<OutgoingAnswer> FollowAsync(OutgoingRequest request, CancellationToken cancellationToken)
    {
        var (address, forGood) = (request.Address, true);
        for (var hops = 0; ; hops++)
        {
            using var message = Message(request, address);
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (hops < most && Target(response, address) is { } next && MayFollow(request, address, next))
            {
                forGood &= response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
                address = next;
                continue;
            }

            var headers = Headers(response);
            return new()
            {
                Status = response.StatusCode,
                Failure = AnswerFailure.Of(response.StatusCode, address.Host, headers, time.GetUtcNow()),
                Body = await BodyAsync(response, address, request.MostBytes, cancellationToken),
                Address = address,
                MovedTo = hops > 0 && forGood ? address : null,
                Headers = headers,
            };
        }
    }

    /// <summary>The message of a request to this address; what is secret stays at home.</summary>
    public static HttpRequestMessage Message(OutgoingRequest request, Uri address)
    {
        var message = new HttpRequestMessage(request.Method, address);
        var home = SameHost(request.Address, address);
        foreach (var (name, value) in request.Headers)
        {
            if (home || !IsSecret(request, name)) message.Headers.TryAddWithoutValidation(name, value);
        }

        if (request.Body is { } body) message.Content = new StringContent(body.Text, Encoding.UTF8, body.Type);
        return message;
    }

    private static bool IsSecret(OutgoingRequest request, string name) =>
        name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) || request.SecretHeaders.Contains(name, StringComparer.OrdinalIgnoreCase);

    private static bool SameHost(Uri one, Uri other) => one.Scheme == other.Scheme && one.Authority == other.Authority;

    private static Uri? Target(HttpResponseMessage response, Uri address)
    {
        if ((int)response.StatusCode is not (301 or 302 or 303 or 307 or 308) || response.Headers.Location is not { } location) return null;
        var target = location.IsAbsoluteUri ? location : new Uri(address, location);
        return target.Scheme is "http" or "https" && target.UserInfo.Length == 0 ? target : null;
    }

    // A body is sent to nobody but whom it was meant for.
    private static bool MayFollow(OutgoingRequest request, Uri from, Uri to) =>
        request.Method == HttpMethod.Get && (from.Scheme == "http" || to.Scheme == "https");

    /// <summary>Headers of answer and body.</summary>
    public static Dictionary<string, string> Headers(HttpResponseMessage response)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.NonValidated) headers[name] = values.ToString();
        foreach (var (name, values) in response.Content.Headers.NonValidated) headers[name] = values.ToString();
        return headers;
    }

    private static async Task<byte[]> BodyAsync(HttpResponseMessage response, Uri address, int most, CancellationToken cancellationToken)
    {
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (body.Length + read > most) throw new BodyTooLongException(address.Host, most);
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
