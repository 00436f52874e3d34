using Listening.Brands;
using Listening.Calendars;
using Listening.Conversations;

namespace Listening.Store.Projecting;

/// <summary>A wait on its way to its table.</summary>
/// <param name="Conversation">Its conversation.</param>
/// <param name="Wait">What the clock says.</param>
/// <param name="Opener">The post that opened it.</param>
/// <param name="Acts">What happened in the turn of work that it began; empty where it began none.</param>
/// <param name="Terms">What its author was promised; null where a competitor is waited for.</param>
internal sealed record WaitRow(UInt128 Conversation, Wait Wait, ThreadPost Opener, IReadOnlyList<WorkAct> Acts, AnswerTerms? Terms)
{
    /// <summary>When its answer is due; absent where it needs none.</summary>
    public DateTimeOffset? Due => Wait.LeftOut.Length > 0 ? null : Wait.FirstOfEpisode ? Terms?.FirstDue(Wait.OpenedAt) : Terms?.NextDue(Wait.OpenedAt);

    /// <summary>Rows of a conversation.</summary>
    public static IEnumerable<WaitRow> Of(ConversationWaits told, BrandRegistry registry, TargetsInUse targets) => told.Waits.Select(one =>
    {
        var (wait, opener) = one;
        var terms = registry.KindOf(wait.Brand) == BrandKind.Own ? targets.Of(wait.OpenedAt, opener.Source, opener.Said.Intent, opener.Said.Topic, RecordedPriority.Of(wait, told.Done)) : null;
        return new WaitRow(told.Conversation, wait, opener, told.Work.GetValueOrDefault((wait.Opener, wait.Brand), []), terms);
    });

    /// <summary>What is worked by <paramref name="at"/> in the calendar it is measured by.</summary>
    public long? Worked(DateTimeOffset? at) => at is { } instant ? Terms?.Measuring?.Total(instant) : null;
}
