namespace Listening.Sources.Http;

/// <summary>A request to a source. Its text shows the host alone: addresses and headers may have secrets in them.</summary>
/// <param name="Address">An absolute http or https address.</param>
public sealed record OutgoingRequest(Uri Address)
{
    /// <summary>GET unless said otherwise.</summary>
    public HttpMethod Method { get; init; } = HttpMethod.Get;

    /// <summary>Headers by name. <c>Authorization</c> and those of <see cref="SecretHeaders"/> never follow a redirect to another host.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Further headers with a secret in them.</summary>
    public IReadOnlyList<string> SecretHeaders { get; init; } = [];

    /// <summary>What is sent, in UTF-8, with its type; nothing when null.</summary>
    public (string Text, string Type)? Body { get; init; }

    /// <summary>Whose rate it counts against, beside the host: a name for the credential, never the credential itself.</summary>
    public string Credential { get; init; } = "";

    /// <summary>How often the host may be asked with this credential.</summary>
    public RequestRate Rate { get; init; } = RequestRate.Polite;

    /// <summary>The longest body that is read, unpacked.</summary>
    public int MostBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>Whether asking twice does no harm; by default GET alone.</summary>
    public bool Repeatable { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Address.Host}";
}
