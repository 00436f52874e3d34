using System.Net;
using System.Text.Json;
using Listening.Collecting.Pulling;
using Listening.Sources.Chats;
using Listening.Sources.Http;
using Listening.Sources.Json;

namespace Listening.Sources.Slack;

/// <summary>Asks Slack's Web API with one token. Errors come with status 200 and <c>ok: false</c>.</summary>
internal sealed class SlackApi(OutgoingHttp http, KnownPeople people, string source, Uri address, string token, SlackProfile profile)
{
    private static readonly RequestRate Generous = new(90, TimeSpan.FromMinutes(1));

    public ChatPerson? Find(string user) => people.Find(source, user);

    /// <summary>A method's answer: an object with <c>ok: true</c>, or the failure.</summary>
    public async Task<(JsonElement Root, PageFailure? Failure, DateTimeOffset? Clock)> AskAsync(string method, IEnumerable<(string Name, string? Value)> arguments, CancellationToken cancellationToken)
    {
        var query = string.Join('&', arguments.Where(argument => argument.Value is not null).Select(argument => $"{argument.Name}={Uri.EscapeDataString(argument.Value!)}"));
        var answer = await http.SendAsync(
            new(new Uri(address, $"{method}?{query}"))
            {
                Headers = new Dictionary<string, string> { ["Authorization"] = $"Bearer {token}", ["Accept"] = "application/json" },
                // Slack counts each method by itself.
                Credential = $"{source}:{method}",
                Rate = method.StartsWith("conversations.", StringComparison.Ordinal) ? profile.Rate : Generous,
            },
            cancellationToken);
        return Read(method, answer);
    }

    /// <summary>Calls a method that changes something, and is not repeated by itself.</summary>
    public async Task<(JsonElement Root, PageFailure? Failure)> DoAsync(string method, object arguments, CancellationToken cancellationToken)
    {
        var answer = await http.SendAsync(
            new(new Uri(address, method))
            {
                Method = HttpMethod.Post,
                Headers = new Dictionary<string, string> { ["Authorization"] = $"Bearer {token}", ["Accept"] = "application/json" },
                Body = (JsonSerializer.Serialize(arguments), "application/json"),
                Credential = $"{source}:{method}",
                Rate = Generous,
            },
            cancellationToken);
        var (root, failure, _) = Read(method, answer);
        return (root, failure);
    }

    private static (JsonElement Root, PageFailure? Failure, DateTimeOffset? Clock) Read(string method, OutgoingAnswer answer)
    {
        if (answer.Failure is { } failure) return (default, failure, null);
        if (JsonAnswer.Parse(answer.Body) is not { } root || root.Field("ok").ValueKind is not (JsonValueKind.True or JsonValueKind.False)) return (default, Unreadable(), null);
        return root.Flag("ok") ? (root, null, Clock(answer)) : (default, Refused(method, root), null);
    }

    /// <summary>Asks who wrote these messages and whom they mention, as far as that is not known; null when all is known then.</summary>
    public async Task<PageFailure?> MeetAsync(IEnumerable<JsonElement> messages, CancellationToken cancellationToken)
    {
        var strangers = messages.SelectMany(message => SlackText.Mentioned(SlackText.Of(message)).Append(message.Text("user"))).OfType<string>().Where(user => !people.Knows(source, user)).Distinct().ToList();
        foreach (var user in strangers)
        {
            var (root, failure, _) = await AskAsync("users.info", [("user", user)], cancellationToken);
            // Somebody of another workspace may be hidden, and an app may do without names.
            if (failure is { Kind: FailureKind.Misconfigured }) people.Keep(source, user, null);
            else if (failure is not null) return failure;
            else if (!root.Field("user").IsObject()) return Unreadable();
            else people.Keep(source, user, Person(root.Field("user")));
        }

        return null;
    }

    public static PageFailure Unreadable() => new(FailureKind.Unreadable, "Slack sent something that is not its API's answer");

    private static PageFailure Refused(string method, JsonElement root)
    {
        var error = Collecting.PostFormatException.Shown(root.Text("error") ?? "no reason");
        var kind = error switch
        {
            "invalid_auth" or "not_authed" or "token_expired" or "token_revoked" or "account_inactive" or "no_permission" or "missing_scope" or "org_login_required" or "ekm_access_denied"
                when method != "users.info" || error != "missing_scope" => FailureKind.Unauthorised,
            "ratelimited" or "rate_limited" => FailureKind.RateLimited,
            "internal_error" or "fatal_error" or "service_unavailable" or "request_timeout" or "team_added_to_org" => FailureKind.Unreachable,
            "invalid_cursor" => FailureKind.TokenRefused,
            _ => FailureKind.Misconfigured,
        };
        return new(kind, $"Slack says {error} to {method}");
    }

    private static DateTimeOffset? Clock(OutgoingAnswer answer) => answer.Status == HttpStatusCode.OK && answer.Header("Date") is { } date
        && DateTimeOffset.TryParseExact(date, "R", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    private static ChatPerson Person(JsonElement user)
    {
        var profile = user.Field("profile");
        return new(user.Text("name") ?? user.Text("id") ?? "?", profile.Text("display_name") ?? profile.Text("real_name") ?? user.Text("real_name"), user.Flag("is_bot"));
    }
}
