using System.Net.Http.Headers;
using Listening.Access;
using Listening.Desk;
using Listening.Desk.Access;
using Listening.Desk.People;
using Listening.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Listening.Tests.Program;

/// <summary>Makes somebody of each kind, anew for every request: some requests end the session that sends them.</summary>
internal sealed class MatrixCallers(WebApplication app, int port)
{
    private DeskStore Store => app.Services.GetRequiredService<DeskStore>();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>Puts the caller's proof into a request to an endpoint that demands <paramref name="scope"/>.</summary>
    public async Task ProveAsync(HttpRequestMessage request, CallerKind caller, string scope)
    {
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        switch (caller)
        {
            case CallerKind.Nobody:
                break;
            case CallerKind.WrongKey:
                // Every scope but the one that is asked for and the one that has all.
                var others = ScopeClaims.All.Except([scope, Scopes.Admin]);
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await KeyAsync([.. scope == PersonClaims.Policy ? [Scopes.Admin] : others], revoked: false));
                break;
            case CallerKind.RevokedKey:
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await KeyAsync([Scopes.Admin], revoked: true));
                break;
            default:
                request.Headers.Add("Cookie", $"listening-{port}={await SessionAsync(caller)}");
                break;
        }
    }

    private async Task<string> KeyAsync(IReadOnlyList<string> scopes, bool revoked)
    {
        var keys = app.Services.GetRequiredService<ApiKeys>();
        var made = await keys.AddAsync($"matrix {Guid.NewGuid():N}", scopes, Actor.Terminal, Cancelled);
        if (revoked) await keys.RevokeAsync(made.Key.Id, Actor.Terminal, Cancelled);
        return made.Secret;
    }

    private Task<string> SessionAsync(CallerKind caller) => Store.WriteAsync(desk =>
    {
        var now = TimeProvider.System.GetUtcNow();
        var role = Enum.TryParse<Role>(caller.ToString(), out var named) ? named : Role.Admin;
        var person = new PersonRow { Id = Guid.NewGuid(), Name = $"{caller}", Role = role, Created = now, Disabled = caller == CallerKind.Disabled ? now : null, SecurityStamp = "matrix" };
        (person.Email, person.UserName) = ($"{person.Id}@example.com", $"{person.Id}@example.com");
        (person.NormalizedEmail, person.NormalizedUserName) = (person.Email.ToUpperInvariant(), person.Email.ToUpperInvariant());
        if (caller != CallerKind.Link) desk.People.Add(person);
        var lifetime = caller == CallerKind.ExpiredSession ? TimeSpan.FromSeconds(-1) : TimeSpan.FromHours(1);
        var token = new SessionOpening(lifetime).Open(desk, caller == CallerKind.Link ? null : person.Id, Scopes.Admin, now, pending: caller == CallerKind.HalfSignedIn);
        if (caller == CallerKind.EndedSession) desk.ChangeTracker.Clear();
        return Task.FromResult(token);
    }, Cancelled);
}
