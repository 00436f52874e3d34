using Listening.Collecting;
using Listening.Sources.Files;
using Xunit;

namespace Listening.Tests.Sources;

public sealed class TwcsReaderTests
{
    private const string Header = "tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n";
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_brands_reply_reads_field_by_field()
    {
        var row = Assert.Single(await ReadAsync(Header + "1,sprintcare,False,Tue Oct 31 22:10:47 +0000 2017,@115712 I understand &amp; see.,2,3\n"));
        Assert.Equal(new PostId("twitter", "1"), row.Post!.Identity);
        Assert.Equal(new Author("sprintcare", "sprintcare", BrandAccount: true), row.Post.Author);
        Assert.Equal(new DateTimeOffset(2017, 10, 31, 22, 10, 47, TimeSpan.Zero), row.Post.SourcePostedAt);
        Assert.Equal("@115712 I understand & see.", row.Post.Text);
        Assert.Equal("3", row.Post.InReplyTo);
        Assert.Equal(["115712"], row.Post.Mentions);
    }

    [Theory]
    [InlineData("1,ana,maybe,Tue Oct 31 22:10:47 +0000 2017,hm,,", "`inbound` is neither True nor False: maybe")]
    [InlineData("1,ana,True,Wed Oct 31 22:10:47 +0000 2017,hm,,", "`created_at` is not an instant: Wed Oct 31 22:10:47 +0000 2017")]
    [InlineData(",ana,True,Tue Oct 31 22:10:47 +0000 2017,hm,,", "`id` is empty")]
    public async Task A_row_that_is_wrong_is_rejected_with_its_reason(string row, string reason) => Assert.Equal(reason, Assert.Single(await ReadAsync(Header + row)).Reason);

    [Fact]
    public async Task The_real_file_reads_whole()
    {
        await using var file = File.OpenRead(SharedData.File("twcs_threads/twcs.csv"));
        var rows = await Reading.AllAsync(PostFile.ReadAsync(file, PostFileFormat.Twcs, new(), Token));
        var posts = rows.ConvertAll(row => row.Post!);
        Assert.DoesNotContain(rows, row => row.Reason is not null);
        Assert.Equal((3367, 3367, 1462), (posts.Count, posts.Select(post => post.Identity).Distinct().Count(), posts.Count(post => post.Author.BrandAccount)));
        Assert.DoesNotContain(posts, post => post.Text.Contains("&amp;", StringComparison.Ordinal));
        Assert.Equal(3557, rows[^1].Line);
    }

    private static async Task<List<ReadLine>> ReadAsync(string text) => await Reading.AllAsync(TwcsReader.ReadAsync(Reading.Bytes(text), Token));
}
