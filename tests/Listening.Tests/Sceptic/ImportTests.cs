using Listening.Collecting;
using Listening.Tests.Store;
using Xunit;

namespace Listening.Tests.Sceptic;

/// <summary>However a file comes in, its facts are those of one import.</summary>
public sealed class ImportTests(EngineFixture engine)
{
    private const int Prefix = 120;

    public static TheoryData<string, bool> Ways =>
        [.. new[] { "twice", "shuffled", "halves", "halves the other way round", "pieces of 97 with a projection after each" }
            .SelectMany(way => new[] { false, true }.Select(derived => new TheoryDataRow<string, bool>(way, derived)))];

    [Theory, MemberData(nameof(Ways))]
    public async Task The_facts_are_those_of_one_import(string way, bool derived)
    {
        var posts = await PostsAsync(derived);
        var (middle, shuffled) = (posts.Count / 2, new Chance(way).Shuffle(posts));
        IReadOnlyList<IReadOnlyList<CollectedPost>> batches = way switch
        {
            "twice" => [posts, posts],
            "shuffled" => [shuffled],
            "halves" => [[.. posts.Take(middle)], [.. posts.Skip(middle)]],
            "halves the other way round" => [[.. posts.Skip(middle)], [.. posts.Take(middle)]],
            _ => [.. shuffled.Chunk(97)],
        };
        await SameAsync([posts], batches);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_facts_are_those_of_one_import_when_every_post_comes_alone(bool derived)
    {
        var prefix = (await PostsAsync(derived)).Take(Prefix).ToList();
        await SameAsync([prefix], [.. new Chance("alone").Shuffle(prefix).Select(post => new[] { post })]);
    }

    [Fact]
    public async Task Two_versions_of_a_post_in_either_order_or_repeated_make_the_same_facts()
    {
        var posts = await PostsAsync(true);
        var versions = posts.GroupBy(post => post.Post.Identity).Where(group => group.Count() > 1).ToList();
        Assert.True(versions.Count >= 20);
        var rest = posts.Where(post => versions.All(group => group.Key != post.Post.Identity)).ToList();
        CollectedPost[] older = [.. versions.Select(group => group.First())], newer = [.. versions.Select(group => group.Last())];
        await SameAsync([rest, older, newer], [newer, rest, older, newer, older]);
    }

    private static async Task<IReadOnlyList<CollectedPost>> PostsAsync(bool derived)
    {
        var path = SharedData.File("twcs_threads/twcs.csv");
        return derived
            ? await Stage.WiredAsync(DerivedCopy.Of(TwcsFile.Read(path), "house", Registries.RivalHandles(Registries.Named("house"))))
            : await Stage.TwcsAsync(path);
    }

    private async Task SameAsync(IReadOnlyList<IReadOnlyList<CollectedPost>> one, IReadOnlyList<IReadOnlyList<CollectedPost>> other)
    {
        var (expected, actual) = (await FactsAsync(one), await FactsAsync(other));
        Assert.True(expected.Length > 100);
        // The first line that differs says more than two long texts.
        Assert.Equal(expected.Except(actual).Take(3), actual.Except(expected).Take(3));
        Assert.Equal(expected.Length, actual.Length);
    }

    private async Task<string[]> FactsAsync(IReadOnlyList<IReadOnlyList<CollectedPost>> batches)
    {
        await using var store = await Stage.EmptyAsync(Registries.Named("house"), engine);
        foreach (var batch in batches) await store.StoreAndProjectAsync(batch);
        return (await Facts.OfAsync(store)).Split("\n");
    }
}
