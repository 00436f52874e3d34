using Listening.Access;
using Listening.Cases;
using Listening.Desk.Cases;
using Listening.Desk.Replying;

namespace Listening.Web.Demo;

/// <summary>Leaves the demo's desk as one that is worked at: a colleague has some cases, some are put off, and answers are kept for use again.</summary>
public sealed class DemoDesk(CaseQueues queues, CaseDesk desk, CannedReplies canned, TimeProvider time)
{
    private const int Shown = 40;
    private static readonly Actor Colleague = new("colleague@simulated.invalid", null);

    private static readonly (string Name, string Text)[] Kept =
    [
        ("We look into it", "Hi {name}, sorry about that. We look into it now and write again within the hour. {brand}"),
        ("Outage is known", "Hi {name}, there is a fault in your area and our people are at it. We write as soon as it works again. {brand}"),
        ("Restart the router", "Hi {name}, please take the router off the mains for half a minute and switch it on again. Does it help? {brand}"),
    ];

    /// <summary>Of those that wait: every fourth is a colleague's, every sixth is put off until later today. An outbreak is left to the visitor.</summary>
    public async Task ArrangeAsync(CancellationToken cancellationToken)
    {
        foreach (var (name, text) in Kept) await canned.AddAsync(name, text, Colleague, cancellationToken);
        var waiting = (await queues.ReadAsync(new(CaseView.NeedsAnswer, "", null, null, Shown), cancellationToken)).Where(one => one.Outbreak is null).ToList();
        for (var at = 0; at < waiting.Count; at++)
        {
            if (at % 4 == 1) await desk.ClaimAsync(waiting[at].Id, Colleague, null, cancellationToken);
            if (at % 6 == 4) await desk.ChangeAsync(waiting[at].Id, new SnoozeCase(time.GetUtcNow().AddHours(2 + at)), Colleague, null, cancellationToken);
        }
    }
}
