using System.Net;
using Listening.Access;
using Listening.Web.Security;

namespace Listening.Web.Commands;

/// <summary>Keys of a running server.</summary>
internal sealed class RemoteApiKeys(HttpClient server) : IApiKeys
{
    private static readonly Uri Keys = new("api/v1/admin/keys", UriKind.Relative);

    public async Task<NewApiKey> AddAsync(string name, IReadOnlyList<string> scopes, Actor by, CancellationToken cancellationToken)
    {
        using var answer = await server.PostAsJsonAsync(Keys, new KeyRequest(name, scopes), cancellationToken);
        if (answer.StatusCode == HttpStatusCode.Conflict) throw new ApiKeyNameTakenException(name);
        var made = await answer.ReadAsync<KeyAnswer>(cancellationToken);
        return new NewApiKey(new ApiKey(made.Id, made.Name, made.Scopes, made.Created, null, null), made.Secret);
    }

    public async Task<IReadOnlyList<ApiKey>> ListAsync(CancellationToken cancellationToken)
    {
        using var answer = await server.GetAsync(Keys, cancellationToken);
        return await answer.ReadAsync<List<ApiKey>>(cancellationToken);
    }

    public async Task<bool> RevokeAsync(string nameOrId, Actor by, CancellationToken cancellationToken)
    {
        using var answer = await server.DeleteAsync(new Uri($"{Keys}/{Uri.EscapeDataString(nameOrId)}", UriKind.Relative), cancellationToken);
        if (answer.StatusCode == HttpStatusCode.NotFound) return false;
        await answer.EnsureGrantedAsync(cancellationToken);
        return true;
    }
}
