using Listening.Web.Cases;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Listening.Tests.Web;

public sealed class CasePresenceTests
{
    private readonly FakeTimeProvider time = new(Some.Instant);
    private readonly CasePresence presence;

    public CasePresenceTests() => presence = new(time);

    [Fact]
    public void Who_beats_is_there_since_they_began_and_who_is_silent_has_left()
    {
        Assert.True(presence.Here(7, "amy", PresenceKind.Viewing));
        time.Advance(CasePresence.Beat);
        Assert.False(presence.Here(7, "amy", PresenceKind.Viewing));
        Assert.True(presence.Here(7, "bob", PresenceKind.Replying));
        Assert.Equal([new Present("amy", PresenceKind.Viewing, Some.Instant), new Present("bob", PresenceKind.Replying, Some.Instant + CasePresence.Beat)], presence.At(7));
        Assert.Empty(presence.At(8));

        time.Advance(CasePresence.Beat);
        Assert.True(presence.Here(7, "amy", PresenceKind.Replying));
        Assert.Empty(presence.Expire());
        time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(("amy", Some.Instant + (2 * CasePresence.Beat)), Assert.Single(presence.At(7)) is var left ? (left.Person, left.Since) : default);
        Assert.Equal([7L], presence.Expire());
        Assert.True(presence.Gone(7, "amy"));
        Assert.False(presence.Gone(7, "amy"));
    }

    [Fact]
    public void Nobody_is_at_more_than_twenty_cases()
    {
        for (var id = 1; id <= 25; id++)
        {
            presence.Here(id, "amy", PresenceKind.Viewing);
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(Enumerable.Range(6, 20).Select(id => (long)id), presence.At([.. Enumerable.Range(1, 25).Select(id => (long)id)]).Keys.Order());
    }
}
