using System.Net;
using Listening.Access;
using Listening.Web.Secrets;

namespace Listening.Web.Commands;

/// <summary>Secrets of a running server.</summary>
internal sealed class RemoteSecrets(HttpClient server) : ISecretKeeper
{
    private const string Secrets = "api/v1/admin/secrets";

    public async Task SetAsync(string name, string value, Actor by, CancellationToken cancellationToken)
    {
        using var answer = await server.PutAsJsonAsync(Of(name), new SecretRequest(value), cancellationToken);
        await answer.EnsureGrantedAsync(cancellationToken);
    }

    public async Task<bool> RemoveAsync(string name, Actor by, CancellationToken cancellationToken)
    {
        using var answer = await server.DeleteAsync(Of(name), cancellationToken);
        if (answer.StatusCode == HttpStatusCode.NotFound) return false;
        await answer.EnsureGrantedAsync(cancellationToken);
        return true;
    }

    public async Task<IReadOnlyList<NamedSecret>> ListAsync(CancellationToken cancellationToken)
    {
        using var answer = await server.GetAsync(new Uri(Secrets, UriKind.Relative), cancellationToken);
        return await answer.ReadAsync<List<NamedSecret>>(cancellationToken);
    }

    private static Uri Of(string name) => new($"{Secrets}/{Uri.EscapeDataString(name)}", UriKind.Relative);
}
