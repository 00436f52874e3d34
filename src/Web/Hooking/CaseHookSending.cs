using System.Globalization;
using System.Text;
using System.Text.Json;
using Listening.Access;
using Listening.Cases.Hooking;
using Listening.Collecting.Pulling;
using Listening.Collecting.Pushing;
using Listening.Desk;
using Listening.Desk.Cases;
using Listening.Desk.Replying;
using Listening.Sources.Http;
using Listening.Web.Json;

namespace Listening.Web.Hooking;

/// <summary>Sends what happens to cases to the company's own program, line by line in their order, each signed as the signed webhook's requests are.</summary>
public sealed partial class CaseHookSending(CaseHooks hooks, ISecretReader secrets, OutgoingHttp http, TimeProvider time, ILogger<CaseHookSending> logger) : BackgroundService
{
    /// <summary>The name under which its secret is kept.</summary>
    public const string SecretName = "case-webhook";

    private static readonly TimeSpan LookAround = TimeSpan.FromSeconds(2);
    private static readonly RequestRate Rate = new(300, TimeSpan.FromMinutes(1));

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await hooks.TakeAsync(stoppingToken) is var (hook, lines)) await SendAsync(hook, lines, stoppingToken);
            }
            catch (DeskUnavailableException away)
            {
                // The mark stands where it stood.
                LogLeft(logger, away.Message);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // The lines stay for their lease, and a later round goes on with them.
                LogBroken(logger, exception);
            }

            await Task.Delay(LookAround, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task SendAsync(CaseHook hook, IReadOnlyList<CaseEventRow> lines, CancellationToken cancellationToken)
    {
        var (cursor, failure) = (hook.Cursor, (PageFailure?)null);
        if (await SecretAsync(cancellationToken) is not { } secret) failure = new(FailureKind.Misconfigured, "the secret it is signed with cannot be read");
        else
            foreach (var line in lines)
            {
                if (await SendAsync(new Uri(hook.Url), secret, line, cancellationToken) is { } failed)
                {
                    failure = failed;
                    break;
                }

                cursor = line.Id;
            }

        await hooks.SettleAsync(hook, cursor, failure?.Reason, failure?.Kind == FailureKind.Gone, cancellationToken);
        if (failure is not null) LogFailed(logger, failure.Reason);
    }

    private async Task<PageFailure?> SendAsync(Uri address, string secret, CaseEventRow line, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.Serialize(new CaseHookMessage(line.Event, line.CaseId, line.At, line.Action, line.By, line.Detail), ApiJson.Options);
        var seconds = time.GetUtcNow().ToUnixTimeSeconds();
        var answer = await http.SendAsync(
            new(address)
            {
                Method = HttpMethod.Post,
                Headers = new Dictionary<string, string>
                {
                    ["X-Listening-Timestamp"] = seconds.ToString(CultureInfo.InvariantCulture),
                    ["X-Listening-Signature"] = SignedBody.Sign(secret, "v1", seconds, Encoding.UTF8.GetBytes(body)),
                },
                SecretHeaders = ["X-Listening-Signature"],
                Body = (body, "application/json"),
                Credential = SecretName,
                Rate = Rate,
                MostBytes = 64 * 1024,
            },
            cancellationToken);
        return answer.Failure;
    }

    private async Task<string?> SecretAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await secrets.ReadAsync(SecretName, cancellationToken);
        }
        catch (SecretUnreadableException)
        {
            return null;
        }
    }

    [LoggerMessage(EventId = 1183, Level = LogLevel.Warning, Message = "What happens to cases is not sent just now: {Reason}")]
    private static partial void LogLeft(ILogger logger, string reason);

    [LoggerMessage(EventId = 1185, Level = LogLevel.Error, Message = "What happens to cases could not be sent and is taken up again in some minutes")]
    private static partial void LogBroken(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 1184, Level = LogLevel.Warning, Message = "What happened to a case was not taken by the webhook and is sent again later: {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason);
}
