using System.Net;
using System.Text;
using Listening.Collecting.Pulling;

namespace Listening.Sources.Http;

/// <summary>What came of a request. A connector that knows better than <see cref="Failure"/> looks at status and body first.</summary>
public sealed record OutgoingAnswer
{
    /// <summary>The status; null when no whole answer came.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>Null with 2xx and 304; else what it means as a failure.</summary>
    public PageFailure? Failure { get; init; }

    /// <summary>The body, unpacked; empty when none came.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Where the answer came from, after redirects.</summary>
    public required Uri Address { get; init; }

    /// <summary>Where it lies for good, when every redirect on the way said so (301, 308).</summary>
    public Uri? MovedTo { get; init; }

    /// <summary>Headers of answer and body; several values are joined by a comma.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>A header; null when it is not there.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The body as UTF-8.</summary>
    public string Text() => Encoding.UTF8.GetString(Body.Span);

    /// <inheritdoc/>
    public override string ToString() => $"{Status} from {Address.Host}";
}
