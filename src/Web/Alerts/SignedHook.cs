using System.Globalization;
using System.Text;
using Listening.Collecting.Pulling;
using Listening.Collecting.Pushing;
using Listening.Sources.Http;

namespace Listening.Web.Alerts;

/// <summary>Sends JSON to an address, signed as <see cref="SignedBody"/> says: <c>X-Listening-Signature</c> over <c>X-Listening-Timestamp</c> and the body; <c>X-Listening-Message</c> tells a repeat.</summary>
public sealed class SignedHook(OutgoingHttp http, TimeProvider time)
{
    /// <summary>The version that begins a signature.</summary>
    public const string Version = "v1";

    /// <summary>Null when it was taken with 2xx, else why not.</summary>
    public async Task<PageFailure?> SendAsync(Uri address, string secret, Guid message, string body, CancellationToken cancellationToken)
    {
        var seconds = time.GetUtcNow().ToUnixTimeSeconds();
        var answer = await http.SendAsync(
            new OutgoingRequest(address)
            {
                Method = HttpMethod.Post,
                Body = (body, "application/json"),
                Headers = new Dictionary<string, string>
                {
                    ["X-Listening-Message"] = $"{message:n}",
                    ["X-Listening-Timestamp"] = seconds.ToString(CultureInfo.InvariantCulture),
                    ["X-Listening-Signature"] = SignedBody.Sign(secret, Version, seconds, Encoding.UTF8.GetBytes(body)),
                },
            },
            cancellationToken);
        return answer.Failure;
    }
}
