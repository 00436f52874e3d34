using Listening.Brands;

namespace Listening.Conversations;

/// <summary>
/// The one clock: from everything that happened in a conversation to who waited for which brand, from when, and what became of it.
/// Pure; the order of the input does not matter. Definitions: <c>metrics.md</c>, "Parties, conversations, waits", "Response" and "Race".
/// </summary>
/// <remarks>
/// Where a definition leaves room, this is what is meant:
/// <list type="bullet">
/// <item>At one instant a post comes after the one it answers, customers' posts before brands', and posts before what agents did.</item>
/// <item>A deleted reply never was one. A deleted customer post keeps its instant; a wait whose posts are all deleted ends at the last deletion,
/// unless it was answered by then.</item>
/// <item>A reply is <em>to</em> the author of its parent, where that is known, and to every author it mentions. Only when its
/// parent is unknown or its own and it mentions nobody is it to nobody in particular; then it closes the brand's single open wait, if there is just one.</item>
/// <item>A reply that is earlier than the post it names as its parent answers that post at once (skewed clocks).</item>
/// <item>A wait that an agent resolved unanswered is off the backlog, but a reply that comes before the author's next wait still answers it.</item>
/// <item><em>No answer needed</em> leaves a wait out as long as nobody has answered it, also when it was resolved before; what was answered stays in the cohort.</item>
/// <item><em>Not us</em> and <em>spam</em> from an agent are the same with their own word. A reopen takes a resolve back: who was never answered waits on from when they
/// began, so that no click can hide time; the next wait after it opens a new episode. A resolve that was undone within moments never was.</item>
/// <item>Silence is the time since the author's last post in the conversation, the brand's last reply to that author, or the end of a deleted wait.</item>
/// <item>A rival's reply counts when it is to the author by parent or mention, from the opening until the next silence episode opens. A mention of the
/// author in another conversation is not seen here.</item>
/// </list>
/// </remarks>
public static class ConversationClock
{
    /// <summary>The facts of one conversation, by opening; at one instant by brand, author and number.</summary>
    /// <param name="posts">Every post of the conversation as it stands now, each once.</param>
    /// <param name="events">What agents did.</param>
    /// <param name="rules">Settings.</param>
    /// <param name="registry">Whose a brand is.</param>
    public static IReadOnlyList<Wait> Run(IReadOnlyList<ConversationPost> posts, IReadOnlyList<CaseEvent> events, ClockRules rules, BrandRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(posts);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(registry);
        events = CaseSlips.Without(events);
        var course = new Course(posts);
        // Figures that are compared with competitors may not know what our agents clicked: the same course is walked twice.
        var withAgents = new Walk(course, rules).Follow(events);
        var postsOnly = events.Count == 0 ? withAgents : new Walk(course, rules).Follow([]);
        return new Outcome(course, postsOnly, registry).Of(withAgents);
    }
}
