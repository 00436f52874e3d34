using Listening.Alerts;
using Microsoft.EntityFrameworkCore;

namespace Listening.Desk.Alerts;

/// <summary>
/// Messages on their way. What is raised is put into one message a channel, and noted as told, in one transaction; a message is noted as sent after it was. So a
/// crash sends a message again, with the same id, and loses none.
/// </summary>
public sealed class AlertOutbox(DeskStore store)
{
    /// <summary>Makes one message a channel of everything that waits, when it has gathered and the last message is long enough ago. True when it did.</summary>
    public async Task<bool> GatherAsync(IReadOnlyList<string> channels, AlertRules rules, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(channels);
        ArgumentNullException.ThrowIfNull(rules);
        var waits = await store.ReadAsync(
            desk => desk.Alerts.AnyAsync(row => (row.Told == null && row.WithdrawnAt == null) || (row.Told != null && row.WithdrawnAt != null && row.Corrected == null), cancellationToken),
            cancellationToken);
        return waits && await store.WriteAsync(
            async desk =>
            {
                // What was taken back before it was told is not told.
                var raised = await desk.Alerts.Where(row => row.Told == null && row.WithdrawnAt == null).OrderBy(row => row.Id).ToListAsync(cancellationToken);
                var withdrawn = await desk.Alerts.Where(row => row.Told != null && row.WithdrawnAt != null && row.Corrected == null).OrderBy(row => row.Id).ToListAsync(cancellationToken);
                if (raised.Count + withdrawn.Count == 0 || (raised.Count > 0 && now - raised[0].At < rules.Gather)) return false;
                var last = await desk.AlertMessages.MaxAsync(row => (DateTimeOffset?)row.At, cancellationToken);
                if (now - last < rules.Apart) return false;
                // In quiet hours the same may be raised again after each cooldown: it is told once, as it was seen last.
                var digest = AlertDigest.Of([.. raised.GroupBy(row => row.Key).Select(same => same.Last().Read())], withdrawn.ConvertAll(row => row.Read()), rules.Listed).ToJson();
                desk.AlertMessages.AddRange(channels.Select(channel => new AlertMessageRow { Id = Guid.NewGuid(), Channel = channel, At = now, NotBefore = now, Content = digest }));
                DateTimeOffset? told = now;
                await desk.Alerts.Where(row => row.Told == null && row.WithdrawnAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.Told, told), cancellationToken);
                await desk.Alerts.Where(row => row.Told != null && row.WithdrawnAt != null && row.Corrected == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(row => row.Corrected, told), cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Messages that have to be sent now, the oldest first.</summary>
    public async Task<IReadOnlyList<AlertMessage>> PendingAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(
            desk => desk.AlertMessages.Where(row => row.Sent == null && row.NotBefore <= now).OrderBy(row => row.At).Take(50).ToListAsync(cancellationToken), cancellationToken);
        return rows.ConvertAll(row => new AlertMessage(row.Id, row.Channel, row.At, AlertDigest.Read(row.Content), row.Tries));
    }

    /// <summary>Notes that it arrived.</summary>
    public Task SentAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        DateTimeOffset? sent = now;
        return store.WriteAsync(
            desk => desk.AlertMessages.Where(row => row.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Sent, sent).SetProperty(row => row.Tries, row => row.Tries + 1), cancellationToken),
            cancellationToken);
    }

    /// <summary>Notes why it may not have arrived; it is tried again ever later.</summary>
    public Task FailedAsync(AlertMessage message, string problem, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var notBefore = now + RetryDelay.After(message.Tries);
        return store.WriteAsync(
            desk => desk.AlertMessages.Where(row => row.Id == message.Id)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Problem, problem).SetProperty(row => row.Tries, message.Tries + 1).SetProperty(row => row.NotBefore, notBefore), cancellationToken),
            cancellationToken);
    }
}
