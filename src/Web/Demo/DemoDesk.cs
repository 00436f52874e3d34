using Listening.Access;
using Listening.Cases;
using Listening.Desk.Cases;

namespace Listening.Web.Demo;

/// <summary>Leaves the demo's desk as one that is worked at: a colleague has some cases, and some are put off.</summary>
public sealed class DemoDesk(CaseQueues queues, CaseDesk desk, TimeProvider time)
{
    private const int Shown = 40;
    private static readonly Actor Colleague = new("colleague@simulated.invalid", null);

    /// <summary>Of those that wait: every fourth is a colleague's, every sixth is put off until later today. An outbreak is left to the visitor.</summary>
    public async Task ArrangeAsync(CancellationToken cancellationToken)
    {
        var waiting = (await queues.ReadAsync(new(CaseView.NeedsAnswer, "", null, null, Shown), cancellationToken)).Where(one => one.Outbreak is null).ToList();
        for (var at = 0; at < waiting.Count; at++)
        {
            if (at % 4 == 1) await desk.ClaimAsync(waiting[at].Id, Colleague, null, cancellationToken);
            if (at % 6 == 4) await desk.ChangeAsync(waiting[at].Id, new SnoozeCase(time.GetUtcNow().AddHours(2 + at)), Colleague, null, cancellationToken);
        }
    }
}
