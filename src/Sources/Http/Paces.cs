using System.Collections.Concurrent;

namespace Listening.Sources.Http;

/// <summary>One <see cref="Pace"/> for each host and credential, shared by every source that uses them.</summary>
internal sealed class Paces(TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Host, string Credential, RequestRate Rate), Pace> paces = new();

    public Pace Of(OutgoingRequest request) =>
        paces.GetOrAdd((request.Address.Authority, request.Credential, request.Rate), key => new Pace(key.Rate, time));
}
