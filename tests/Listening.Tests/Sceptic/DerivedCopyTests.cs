using Xunit;

namespace Listening.Tests.Sceptic;

/// <summary>The copies hold enough of everything that can go wrong; a class that ran empty would prove nothing.</summary>
public sealed class DerivedCopyTests
{
    public static readonly DateTimeOffset From = new(2017, 10, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset To = new(2017, 11, 2, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Within 72 hours of the last day of the period, so that races are still open; and long after.</summary>
    public static readonly DateTimeOffset Soon = new(2017, 11, 2, 18, 30, 0, 500, TimeSpan.Zero);
    public static readonly DateTimeOffset Late = new(2017, 12, 20, 0, 0, 0, 500, TimeSpan.Zero);

    [Fact]
    public void Every_race_class_and_every_branch_of_censoring_has_twenty_cases_or_more()
    {
        var brands = Registries.Named("house");
        var posts = DerivedCopy.Of(TwcsFile.Read(SharedData.File("twcs_threads/twcs.csv")), "house", Registries.RivalHandles(brands));
        var waits = IndependentClock.Run(posts, new(brands)).Where(wait => wait.Own && wait.FirstOfEpisode).ToList();
        var cohort = waits.Where(wait => wait.Opener.At >= From && wait.Opener.At < To).ToList();
        var deletedAnswers = posts.Where(post => post.DeletedAt is not null).Select(post => post.Parent).ToHashSet();
        var all = IndependentClock.Run(posts, new(brands));
        var counts = new Dictionary<string, int>
        {
            ["own first"] = cohort.Count(wait => IndependentMetrics.Race(wait, Late) == "own_first"),
            ["competitor first"] = cohort.Count(wait => IndependentMetrics.Race(wait, Late) == "competitor_first"),
            ["competitor only"] = cohort.Count(wait => IndependentMetrics.Race(wait, Late) == "competitor_only"),
            ["nobody"] = cohort.Count(wait => IndependentMetrics.Race(wait, Late) == "nobody"),
            ["undecided"] = cohort.Count(wait => IndependentMetrics.Race(wait, Soon) == "open"),
            ["answered"] = cohort.Count(wait => IndependentMetrics.State(wait, Soon) == "answered"),
            ["open"] = cohort.Count(wait => IndependentMetrics.State(wait, Soon) == "open"),
            ["deleted unanswered by its author"] = cohort.Count(wait => IndependentMetrics.State(wait, Soon) == "deleted"),
            ["our answer deleted"] = cohort.Count(wait => deletedAnswers.Contains(wait.Opener.Id)),
            ["answered after the instant asked about"] = cohort.Count(wait => wait.AnsweredAt > Soon),
            ["answered after the period only"] = cohort.Count(wait => wait.AnsweredAt >= To && wait.AnsweredAt <= Late),
            ["answered after 72 hours"] = cohort.Count(wait => wait.AnsweredAt - wait.Opener.At > TimeSpan.FromHours(72)),
            ["answer earlier than its post"] = all.Count(wait => wait.Skewed),
            ["a later episode"] = all.Count(wait => wait.Own && wait.Episode > 1 && wait.FirstOfEpisode),
            ["a wait after the first of its episode"] = all.Count(wait => wait.Own && !wait.FirstOfEpisode && wait.AnsweredAt is not null),
            ["an answer tied to nobody"] = posts.Count(post => post.Text == "Please see our site."),
            ["a machine's answer"] = posts.Count(post => post.Bot),
            ["waits for a competitor"] = all.Count(wait => !wait.Own && wait.FirstOfEpisode),
        };
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join("\n", counts.Select(count => $"{count.Key}: {count.Value}")));
        Assert.All(counts, count => Assert.True(count.Value >= 20, $"{count.Key}: {count.Value} cases"));
    }

    [Fact]
    public void The_same_seed_makes_the_same_lines_and_another_seed_does_not()
    {
        var posts = TwcsFile.Read(SharedData.File("twcs_threads/twcs.csv"));
        var once = WireLines.Of(DerivedCopy.Of(posts, "house", ["Rival"]));
        Assert.Equal(once, WireLines.Of(DerivedCopy.Of(posts, "house", ["Rival"])));
        Assert.NotEqual(once, WireLines.Of(DerivedCopy.Of(posts, "another", ["Rival"])));
    }

    [Fact]
    public void The_shares_of_the_threads_are_those_asked_for()
    {
        var posts = TwcsFile.Read(SharedData.File("twcs_threads/twcs.csv"));
        var roots = Threads.RootsOf(posts);
        var threads = roots.Values.Distinct().ToList();
        var copy = DerivedCopy.Of(posts, "house", ["Rival"]).ToLookup(post => post.Id);
        Assert.Equal((3367, 896), (posts.Count, threads.Count));
        Assert.InRange(threads.Count(root => new Chance("house").Draw("fate", root, 100) < 30) / 896.0, 0.27, 0.33);
        Assert.InRange(posts.Count(post => post.Company && copy[post.Id].Any(same => same.At - post.At > TimeSpan.FromHours(72) && same.At - post.At != TimeSpan.FromDays(8)))
            / (double)posts.Count(post => post.Company), 0.07, 0.13);
    }
}
