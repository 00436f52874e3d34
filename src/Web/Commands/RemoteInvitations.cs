using System.Net;
using System.Web;
using Listening.Access;
using Listening.Web.People;
using Listening.Web.Security;

namespace Listening.Web.Commands;

/// <summary>Invitations of a running server.</summary>
internal sealed class RemoteInvitations(HttpClient server) : IInvitations
{
    public async Task<NewInvitation> InviteAsync(string name, string? email, Role role, Actor by, CancellationToken cancellationToken)
    {
        using var answer = await server.PostAsJsonAsync(new Uri("api/v1/admin/invitations", UriKind.Relative), new InvitationRequest(name, email, Roles.NameOf(role)), cancellationToken);
        return await MadeAsync(answer, cancellationToken);
    }

    public async Task<NewInvitation> ResetAsync(string person, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        using var list = await server.GetAsync(new Uri("api/v1/admin/users", UriKind.Relative), cancellationToken);
        var found = (await list.ReadAsync<List<Person>>(cancellationToken)).Where(each =>
            each.Id.ToString() == person || each.Name == person || string.Equals(each.Email, person, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count != 1)
            throw new PersonRefusedException(found.Count == 0 ? $"There is nobody named '{person}'." : $"There are {found.Count} people named '{person}': say which by the e-mail address.");
        using var answer = await server.PostAsync(new Uri($"api/v1/admin/users/{found[0].Id}/reset", UriKind.Relative), null, cancellationToken);
        return await MadeAsync(answer, cancellationToken);
    }

    private static async Task<NewInvitation> MadeAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.StatusCode == HttpStatusCode.BadRequest) throw new PersonRefusedException(await answer.WordsAsync(cancellationToken));
        var made = await answer.ReadAsync<InvitationAnswer>(cancellationToken);
        return new NewInvitation(made.Invitation, HttpUtility.ParseQueryString(made.Url.Query)["token"]!);
    }
}
