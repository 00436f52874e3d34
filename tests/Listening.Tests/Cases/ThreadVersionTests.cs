using System.Globalization;
using Listening.Cases.Replying;
using Listening.Collecting;
using Listening.Conversations;
using Listening.Storing;
using Xunit;

namespace Listening.Tests.Cases;

public sealed class ThreadVersionTests
{
    [Fact]
    public void A_post_that_comes_in_or_is_edited_or_taken_away_is_told_and_nothing_else()
    {
        List<StoredPost> posts = [Post(1), Post(2)];
        var seen = ThreadVersion.Of(posts, []);
        Assert.Null(ThreadVersion.Since(seen, [Post(2), Post(1)], []));

        // It arrives late: its instant is before those that were seen.
        Assert.Equal(["0"], Told(ThreadVersion.Since(seen, [Post(0), .. posts], [])));
        var edited = Post(1) with { EditedAt = Some.Instant.AddHours(1) };
        Assert.Equal(["1"], Told(ThreadVersion.Since(seen, [edited, Post(2)], [])));
        var gone = Post(2) with { DeletedAt = Some.Instant.AddHours(1) };
        Assert.Equal(["2"], Told(ThreadVersion.Since(seen, [Post(1), gone], [])));
        Assert.Null(ThreadVersion.Since(seen, [.. posts, Post(3) with { Audience = Audience.Internal }], []));
    }

    [Fact]
    public void Of_a_thousand_posts_the_new_one_is_told()
    {
        List<StoredPost> posts = [.. Enumerable.Range(1, 1000).Select(Post)];
        var seen = ThreadVersion.Of(posts, []);
        Assert.InRange(seen.Length, 1, 900);
        Assert.Equal(["1001"], Told(ThreadVersion.Since(seen, [.. posts, Post(1001)], [])));
    }

    [Fact]
    public void An_answer_from_here_is_the_same_before_and_after_its_source_gives_it_back()
    {
        var reply = Reply() with { State = ReplyState.Sent, SentSource = "mastodon", SentId = "9" };
        var seen = ThreadVersion.Of([Post(1)], [reply]);

        Assert.Null(ThreadVersion.Since(seen, [Post(1), Post(9)], [reply]));
        Assert.Equal([], Told(ThreadVersion.Since(ThreadVersion.Of([Post(1)], []), [Post(1)], [Reply()])));
        Assert.Null(ThreadVersion.Since(ThreadVersion.Of([Post(1)], []), [Post(1)], [Reply() with { State = ReplyState.Undone }]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("0.-1.%%%")]
    [InlineData("00.99999999999999999999.AAAA")]
    public void A_version_that_was_never_given_knows_no_post(string version) => Assert.Equal(["1"], Told(ThreadVersion.Since(version, [Post(1)], [])));

    private static IEnumerable<string> Told(IReadOnlyList<StoredPost>? posts) => Assert.IsAssignableFrom<IReadOnlyList<StoredPost>>(posts).Select(post => post.Identity.Id);

    private static StoredPost Post(int number)
    {
        var id = new PostId("mastodon", number.ToString(CultureInfo.InvariantCulture));
        return new() { Key = PostKey.Of(id), Identity = id, Author = Author, Party = Party.Customer, Text = "hm", PostedAt = Some.Instant.AddMinutes(number) };
    }

    private static Author Author { get; } = new("ana", "ana");

    private static CaseReply Reply() => new()
    {
        Id = new Guid("01900000-0000-7000-8000-000000000001"), CaseId = 1, Channel = Guid.Empty, Source = "mastodon", Parent = "1", Text = "On its way.", By = "amy", WrittenAt = Some.Instant, Next = null,
    };
}
